import type { CivilDate, PublicCreditRecord, PublicityAssessment } from '@credence/domain';
import { formatPeriod } from '@credence/domain';

import type { ItemCard } from '../card/item-card.ts';
import type { Edition } from '../edition/edition.ts';
import {
  basesOf,
  codeAnswer,
  dateAnswer,
  no,
  periodAnswer,
  toTrace,
  worded,
  type TraceNode,
  type TraceStep,
} from '../trace/trace.ts';
import { clockStart, serviceOf } from './assess-dates.ts';
import type { Obstacle, TermRule } from './find-obstacle.ts';
import type { SeverityFinding } from './find-severity.ts';

/** Everything an assessment found, before it is put in the order in which people ask. */
interface Found {
  readonly item: ItemCard;
  readonly record: PublicCreditRecord;
  readonly severity: SeverityFinding | undefined;
  readonly term: TermRule | undefined;
  readonly obstacle: Obstacle | undefined;
  readonly publicity: PublicityAssessment;
}

/**
 * The reason of an assessment as a tree: until which day, from which day counted, which class and
 * why, whether it was served. The public tree ends with one leaf that says what is never used.
 */
export function explainWhy(edition: Edition, found: Found): TraceNode {
  return toTrace({ ...rootOf(found), children: childrenOf(edition, found) });
}

function rootOf({ publicity, term, item, record }: Found): TraceStep {
  switch (publicity.kind) {
    case 'shown':
    case 'valid': {
      const answer = endAnswer(publicity.ends);
      if (term?.row.max === undefined) return { question: 'valid-until', answer };
      const start = clockStart(item, record, term);
      const params = {
        max: formatPeriod(term.row.max),
        clock: start.known ? start.law : 'decided',
      };
      return { question: 'shown-until', params, answer };
    }
    case 'not-begun':
      return { question: 'begins', answer: dateAnswer(publicity.begins) };
    case 'ended':
      return { question: 'ended', answer: dateAnswer(publicity.endedOn) };
    case 'not-shown':
      return { question: 'shown-at-all', answer: no };
  }
}

function endAnswer(ends: CivilDate | 'none'): TraceStep['answer'] {
  return ends === 'none' ? codeAnswer('no_end') : dateAnswer(ends);
}

function childrenOf(edition: Edition, found: Found): TraceStep[] {
  const { publicity, obstacle, term, item } = found;
  const steps: TraceStep[] = [editionStep(edition)];
  if (publicity.kind === 'not-shown') {
    const bases = obstacle?.bases ?? [];
    steps.push({ question: 'not-shown-why', answer: codeAnswer(publicity.because), bases });
  }
  if (publicity.kind === 'ended') {
    steps.push({ question: 'ended-why', answer: codeAnswer(publicity.because) });
  }
  if (item.term === 'severity' && term !== undefined && term.row.publish === undefined) {
    steps.push(...termSteps(found, term));
  }
  steps.push(...severitySteps(found));
  if (item.term === 'severity') steps.push(serviceStep(found));
  if (item.endsWhenCorrected === true) steps.push(correctionStep(found));
  steps.push({ question: 'ended-records', answer: codeAnswer('never_used') });
  return steps;
}

function editionStep(edition: Edition): TraceStep {
  return {
    question: 'rule-of-day',
    params: { from: edition.inForce.from },
    answer: { kind: 'code', value: edition.code, title: edition.title },
  };
}

function termSteps({ item, record }: Found, term: TermRule): TraceStep[] {
  const { value, row } = term;
  const start = clockStart(item, record, term);
  const bases = basesOf(row.counting ?? row);
  const fallback: TraceStep[] = start.known
    ? []
    : [
        {
          question: start.law === 'published' ? 'publication-unknown' : 'service-day-unknown',
          answer: codeAnswer('decided_instead'),
        },
      ];
  const steps: TraceStep[] = [
    {
      question: 'counted-from',
      params: { clock: start.law },
      answer: dateAnswer(start.on),
      bases,
      children: fallback,
    },
  ];
  const params = worded('rule', value.title);
  if (row.max !== undefined) {
    steps.push({
      question: 'longest-term',
      params,
      answer: periodAnswer(row.max),
      bases: basesOf(row),
    });
  }
  if (item.waysOut?.includes('repair') !== true) return steps;
  const shortest = row.min === undefined ? codeAnswer('none') : periodAnswer(row.min);
  steps.push({ question: 'shortest-term', params, answer: shortest, bases: basesOf(row) });
  return steps;
}

function severitySteps({ severity }: Found): TraceStep[] {
  if (severity === undefined) return [];
  const { code, title } = severity.severity;
  return [
    {
      question: 'severity-class',
      answer: { kind: 'code', value: code, title },
      bases: basesOf(severity.row),
      children: severity.steps,
    },
  ];
}

function serviceStep({ item, record }: Found): TraceStep {
  const bases = item.serviceBasis === undefined ? [] : basesOf(item.serviceBasis);
  const service = serviceOf(item, record);
  switch (service.kind) {
    case 'shown':
      return { question: 'served', answer: dateAnswer(service.on), bases };
    case 'stated':
      return { question: 'served', answer: codeAnswer('stated'), bases };
    case 'not-needed':
      return { question: 'served', answer: codeAnswer('not_needed'), bases };
    case 'not-shown':
      return { question: 'served', answer: no, bases };
  }
}

function correctionStep({ record }: Found): TraceStep {
  const { correctedOn } = record;
  return {
    question: 'put-right',
    answer: correctedOn === undefined ? no : dateAnswer(correctedOn),
  };
}
