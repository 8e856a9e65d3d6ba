import type { DocumentCard } from '@credence/rulebook';

import type { CaseFile } from '../case.ts';
import { actsOf, lastOf } from '../fold-case.ts';
import { both, dayWords, inBoth, joined, type Both } from './letter-words.ts';
import { servedPaper } from './letters-of.ts';

interface Row {
  readonly label: Both;
  readonly value: Both;
}

/** What is signed by hand where somebody stands at a door. */
export const toSign: readonly Both[] = [
  both('受送达人签名或者盖章', 'Addressee, signature or seal'),
  both('代收人及与受送达人的关系', 'Received by, and in which relation'),
  both('送达人', 'Served by'),
  both('见证人', 'Witness'),
];

/** A way of service that the proof knows is named; any other stands as it was written. */
function modeWords(card: DocumentCard, mode: string): Both {
  return inBoth(card.modes?.[mode]?.title ?? { zh: mode });
}

/**
 * How a paper was served, or, before that, the form on which it will be proven; attempts that failed
 * are part of it.
 */
export function serviceTable(
  file: CaseFile,
  card: DocumentCard,
  values: Readonly<Record<string, Both>>,
): readonly Row[] {
  const { paper, given, of } = servedPaper(file);
  const served = actsOf(given, 'served').find(of);
  const failed = actsOf(given, 'service-failed').filter(of);
  const number =
    paper === 'notice'
      ? lastOf(file, 'noticed')?.document.number
      : lastOf(file, 'drafted')?.document.number;
  const title = paper === 'notice' ? both('告知书', 'notice') : both('决定书', 'decision');
  const blank = both('', '');
  return [
    {
      label: both('送达文书', 'Paper'),
      value: both(`${title.zh} ${number ?? ''}`, `${title.en} ${number ?? ''}`),
    },
    { label: both('受送达人', 'Addressee'), value: values['subject'] ?? blank },
    {
      label: both('送达方式', 'How'),
      value: served === undefined ? choices(card) : modeWords(card, served.mode),
    },
    {
      label: both('送达日期', 'Served on'),
      value: served === undefined ? blank : dayWords(served.servedOn),
    },
    {
      label: both('证明', 'Proof'),
      value: served === undefined ? blank : both(served.proof),
    },
    ...failed.map(({ mode, triedOn, note }) => {
      const [day, way] = [dayWords(triedOn), modeWords(card, mode)];
      return {
        label: both('未能送达', 'Attempt that failed'),
        value: both(`${day.zh}，${way.zh}：${note}`, `${day.en}, ${way.en}: ${note}`),
      };
    }),
  ];
}

/** Before service every way stands there with a box to tick. */
function choices(card: DocumentCard): Both {
  return joined(
    Object.values(card.modes ?? {}).map((mode) => {
      const { zh, en } = inBoth(mode.title);
      return both(`□\u00a0${zh}`, `□\u00a0${en.replaceAll(' ', '\u00a0')}`);
    }),
    '　',
    '   ',
  );
}
