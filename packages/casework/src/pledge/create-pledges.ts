import { containsDay, jsonOf, problem } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import { headOf } from '../access/find-home.ts';
import { createCases } from '../case/desk/create-cases.ts';
import { matterOf } from '../case/fold-case.ts';
import { editionOn } from '../case/law/law-of-case.ts';
import { exclusionsOf } from '../case/law/pledge-law.ts';
import { openOwn, type OpenedOwn, type OwnParts } from '../own/own-parts.ts';
import type { BulkReader } from '../port/bulk.ts';
import { findBehind } from '../promulgate/find-behind.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { countPledges } from './count-pledges.ts';
import type { OwnPledge, PledgeCasework, PledgeLine } from './pledge.ts';
import { pledgeLine } from './pledge-line.ts';

type PledgeParts = OwnParts & { readonly bulk: BulkReader };

/** Decisions on a pledge: what is open to one, how they came out, and how to ask for one. */
export function createPledges(parts: PledgeParts): PledgeCasework {
  return {
    listPledges: async () => {
      const { clock, edition, rulebook } = await startAnswer(parts);
      const { today, timepoint } = clock;
      const upTo = await parts.journal.positionAt(timepoint);
      const figures = await countPledges(parts, { rulebook, day: today, upTo });
      const pledges = linesOf(edition, today).map((line) => ({
        ...line,
        figures: figures(line.id),
      }));
      return { clock, pledges };
    },
    viewOwnPledges: async (principal, home) => {
      const asked = { home, operation: 'case.read', fields: ['case'] } as const;
      const own = await openOwn(parts, principal, asked);
      if (own.kind === 'refused') return own;
      const subject = headOf(home, own.entries);
      const edition = editionOn(own.world, own.today);
      if (subject === undefined || edition === undefined) return { kind: 'not-found' };
      const pledges = linesOf(edition, own.today)
        .filter(({ subjects }) => isFor(subjects, own))
        .map((line) => toOwn(line, edition, own));
      const offices = own.agencies
        .map(({ code, name }) => ({ code, name }))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1));
      return { kind: 'found', view: { clock: own.clock, subject, pledges, offices } };
    },
    askOnPledge: async ({ principal, home, pledge, office, number, reuses }) => {
      const asked = { home, operation: 'case.read', fields: ['case'] } as const;
      const own = await openOwn(parts, principal, asked);
      if (own.kind === 'refused') return { kind: 'refused', problems: [own.problem] };
      if (own.agencies.every(({ code }) => code !== office)) {
        const accepted = own.agencies.map(({ code }) => code).join(', ');
        return {
          kind: 'refused',
          problems: [problem('case-office-unknown', { value: office, accepted })],
        };
      }
      const { review } = (await findBehind(parts, own.agencies, own.today))(office);
      const { registerAgency: platform } = parts;
      const content = jsonOf({
        desks: {
          own: office,
          ...(platform === undefined ? {} : { platform }),
          ...(review === undefined ? {} : { review }),
        },
        matter: {
          ...{ case: 'pledge', pledge, number },
          ...(reuses === undefined ? {} : { reuses }),
        },
      });
      const subject = { by: 'id', id: home } as const;
      const outcome = await createCases(parts).openCase({ principal, subject, content });
      return outcome.kind === 'recorded'
        ? { kind: 'lodged', caseId: outcome.caseId, receipt: outcome.receipt }
        : outcome;
    },
  };
}

function linesOf(edition: Edition, today: Parameters<typeof containsDay>[1]) {
  return [...edition.pledges.values()]
    .filter(({ inForce }) => containsDay(inForce, today))
    .flatMap((card) => pledgeLine(card, edition) ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function isFor(subjects: readonly string[], { world }: OpenedOwn): boolean {
  return [...world.records.values()].some(({ record }) => subjects.includes(record.subject.kind));
}

function toOwn(pledge: PledgeLine, edition: Edition, { world, today }: OpenedOwn): OwnPledge {
  const card = edition.pledges.get(pledge.id);
  const held = card === undefined ? [] : exclusionsOf(card, world, today);
  const codes = held.map(({ exclusion }) => exclusion);
  const cases = [...world.docket.values()].flatMap((file) => {
    const matter = matterOf(file, 'pledge');
    if (matter?.pledge !== pledge.id) return [];
    const { caseId, opened, state } = file;
    return [{ caseId, number: matter.number, openedOn: opened.on, state }];
  });
  return {
    pledge,
    excluded: pledge.exclusions.filter(({ code }) => codes.includes(code)),
    cases: cases.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1)),
  };
}
