import type { CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { lastOf, matterOf, pointsOf } from '../fold-case.ts';
import { listCardOf, listingOf, recordOf } from '../law/law-of-case.ts';
import { procedureOf } from '../law/procedure-of.ts';
import {
  articleWords,
  both,
  citationOf,
  dayWords,
  exitWords,
  hearingWords,
  inBoth,
  joined,
  remedyWords,
  statementWords,
  termWords,
  type Both,
} from './letter-words.ts';
import { decisionValues } from './decision-values.ts';
import type { CaseDocument } from './letter.ts';
import { changeOf, removalOf } from './letters-of.ts';

/** What is needed beside the case: the law of the paper's day, and what offices are called. */
export interface LetterMeans {
  readonly edition: Edition;
  readonly day: CivilDate;
  readonly document: CaseDocument;
  readonly nameOf: (agency: string) => Both;
}

const none = both('无', 'none');

/** What each name in braces of a template stands for in this case. */
export function nameValues(
  file: CaseFile,
  world: CaseWorld,
  means: LetterMeans,
): Readonly<Record<string, Both>> {
  const { edition, day, document, nameOf } = means;
  const listing = listingOf(file, world) ?? file;
  const matter = matterOf(listing, 'listing');
  const list = listCardOf(file, world, day);
  const recordId = recordOf(file, world);
  const record = recordId === undefined ? undefined : world.records.get(recordId)?.record;
  const set = lastOf(file, 'hearing-set');
  const notice = lastOf(listing, 'noticed');
  // A notice tells what was meant when it was given, whatever was decided afterwards.
  const draft = document === 'advance-notice' ? undefined : lastOf(listing, 'drafted');
  const { desks } = file.opened;
  const procedure = procedureOf(file, world, day);
  const given = draft ?? notice;
  const articles = draft?.basis ?? matter?.basis ?? [];
  const change = changeOf(file.actions);
  return {
    subject: both(record?.subject.name ?? ''),
    code: both(record?.subject.identifiers[0].value ?? ''),
    authority: nameOf(desks.own),
    list: list === undefined ? none : inBoth(list.title),
    source: both(matter?.document.number ?? record?.document?.number ?? ''),
    notice: both(notice?.document.number ?? ''),
    document: both(draft?.document.number ?? ''),
    reason: both(reasonOf(document, file, [matter?.reason, given?.reason])),
    evidence: both((matter?.evidence ?? []).join('、'), (matter?.evidence ?? []).join(', ')),
    basis: joined(
      articles.map((each) => articleWords(edition, citationOf(each))),
      '\n',
      '\n',
    ),
    measures: measureWords(edition, given?.measures ?? matter?.measures ?? []),
    term: draft?.until === undefined ? wordsOf(list, termWords) : untilWords(draft.until),
    exit: wordsOf(list, exitWords),
    remedies:
      list === undefined
        ? none
        : remedyWords(list, desks.review === undefined ? undefined : nameOf(desks.review)),
    statement: statementWords(procedure),
    hearing: hearingWords(procedure),
    'hearing-on': set === undefined ? none : dayWords(set.hearingOn),
    place: both(set?.place ?? ''),
    presiding: both(set?.presiding ?? ''),
    answers: answerWords(listing),
    from: change === undefined ? none : dayWords(change.on),
    change: changeWords(change),
    ...decisionValues(file, world, means),
  };
}

/** What happened and why it leads here, as those who wrote it put it. */
function reasonOf(
  document: CaseDocument,
  file: CaseFile,
  reasons: readonly (string | undefined)[],
): string {
  if (document === 'removal-decision') return removalOf(file.actions)?.reason ?? '';
  return [...new Set(reasons.filter((each) => each !== undefined))].join('');
}

function wordsOf<Card>(card: Card | undefined, write: (card: Card) => Both): Both {
  return card === undefined ? none : write(card);
}

function untilWords(until: CivilDate): Both {
  const { zh, en } = dayWords(until);
  return both(
    `至${zh}止，届时自行移出，不需要申请。`,
    `It ends by itself on ${en}; nobody has to apply.`,
  );
}

function measureWords(edition: Edition, measures: readonly string[]): Both {
  if (measures.length === 0) return both('除公示外，不采取其他措施。', 'None beyond being shown.');
  return joined(measures.map((code) => inBoth(edition.measures.get(code)?.title ?? { zh: code })));
}

/** Each point with its answer: what was said and not answered would show here. */
function answerWords(listing: CaseFile): Both {
  const points = pointsOf(listing);
  const answers = lastOf(listing, 'drafted')?.answers ?? [];
  if (points.length === 0) return both('你单位没有提出意见。', 'You raised no point.');
  return joined(
    points.map(({ text }, at) => {
      const number = String(at + 1);
      const answer = answers.find(({ point }) => point === at + 1);
      const upheld = answer?.outcome === 'upheld';
      return both(
        `${number}. “${text}” ${upheld ? '采纳' : '不予采纳'}：${answer?.text ?? ''}`,
        `${number}. “${text}” ${upheld ? 'Accepted' : 'Not accepted'}: ${answer?.text ?? ''}`,
      );
    }),
    '\n',
    '\n',
  );
}

function changeWords(change: ReturnType<typeof changeOf>): Both {
  if (change === undefined) return none;
  if ('effect' in change && change.effect === 'correct') return both('已经更正', 'corrected');
  return change.kind === 'granted'
    ? both('已经修复，不再公示、共享和使用', 'repaired; no longer shown, shared or used')
    : both('已经移除，不再公示、共享和使用', 'removed; no longer shown, shared or used');
}
