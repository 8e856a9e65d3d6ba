import { problem, refuse, type CivilDate, type Refusal } from '@credence/domain';
import type { Rulebook } from '@credence/rulebook';

import { headOf } from '../access/find-home.ts';
import { foldCases } from '../case/desk/fold-cases.ts';
import { lastOf } from '../case/fold-case.ts';
import { fillTemplate } from '../case/letter/compose-letter.ts';
import { both, dayWords, inBoth, type Both } from '../case/letter/letter-words.ts';
import type { Letter, LetterLanguage } from '../case/letter/letter.ts';
import { openNumber } from '../case/letter/number-form.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { AnswerClock } from '../view/view.ts';
import type { ReaderChange } from './own.ts';
import type { OwnParts } from './own-parts.ts';
import type { InboxChange } from './reader-changes.ts';

const document = 'correction-notice';

/** How the law in force words such a letter; absent: there is none to be had. */
export function readerLetterCard(rulebook: Rulebook, today: CivilDate) {
  return rulebook.on(today)?.documents.get(document);
}

/**
 * The letter that tells one reader what became of what he read. It comes from whoever keeps the
 * register, since that is whom he read it from.
 */
export async function composeReaderLetter(
  parts: OwnParts,
  { desk, change }: InboxChange,
  order: {
    readonly clock: AnswerClock;
    readonly rulebook: Rulebook;
    readonly language: LetterLanguage;
  },
): Promise<{ readonly kind: 'composed'; readonly letter: Letter } | Refusal> {
  const { rulebook, language } = order;
  const { today } = order.clock;
  const card = readerLetterCard(rulebook, today);
  if (card === undefined) return refuse(problem('case-no-rule', { day: today, card: document }));
  const agencies = await parts.register.agencies();
  const keeper = agencies.find(({ code }) => code === parts.registerAgency);
  const authority =
    keeper === undefined ? both('公共信用登记', 'The register') : inBoth(keeper.name);
  const office = agencies.find(({ home }) => home === desk.home);
  const reader =
    office === undefined
      ? both(headOf(desk.home, await parts.journal.entriesOf(desk.home))?.name ?? '')
      : inBoth(office.name);
  const values = {
    subject: both(change.name ?? ''),
    source: await sourceOf(parts, change),
    change: changes[change.kind],
    from: dayWords(change.on),
  };
  return {
    kind: 'composed',
    letter: {
      document,
      languages: language === 'both' ? ['zh', 'en'] : [language],
      authority,
      title: card.title,
      number: openNumber(card.number, '', today),
      addressee: reader,
      opening: fillTemplate(card.opening, values),
      blocks: card.parts.map(({ heading, text }) => ({
        kind: 'part',
        heading,
        lines: [fillTemplate(text, values)],
      })),
      ...(card.closing === undefined ? {} : { closing: fillTemplate(card.closing, values) }),
      signature: {
        authority,
        on: dayWords(today),
        ...(card.seal === 'none' ? {} : { seal: both('（印章）', '(seal)') }),
      },
      toSign: [],
      foot: both(`${change.id} · ${document}`),
    },
  };
}

const changes: Readonly<Record<ReaderChange['kind'], Both>> = {
  corrected: both('已经更正', 'corrected'),
  ended: both('已经结束，不再公示、共享和使用', 'ended; no longer shown, shared or used'),
  moved: both(
    '不属于该单位，已经移出',
    'moved: it is not of this organisation and stood there by mistake',
  ),
  'listing-ended': both(
    '列入已经结束，不再公示、共享和使用',
    'the entry in the list has ended; no longer shown, shared or used',
  ),
};

/** The number of what was read, by which the reader finds it in his own files. */
async function sourceOf(parts: OwnParts, change: ReaderChange): Promise<Both> {
  const entries = await parts.journal.entriesOf(change.home);
  if (change.caseId !== undefined) {
    const file = foldCases(entries).get(change.caseId)?.file;
    const number = file === undefined ? undefined : lastOf(file, 'drafted')?.document.number;
    return both(number ?? change.caseId);
  }
  const { records, moved = [] } = foldSubject(change.home, entries);
  const all = [...records, ...moved.map(({ state }) => state)].map(({ record }) => record);
  const record = all.find(({ recordId }) => recordId === change.recordId);
  return both(record?.document?.number ?? change.recordId ?? '');
}
