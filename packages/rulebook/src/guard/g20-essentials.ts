import { essentials } from '../card/guard-words.ts';
import type { Path } from '../load/place.ts';
import type { CardKind } from '../card/card-kinds.ts';
import type { Guard } from './guard.ts';
import { placeOf } from './view.ts';

/** Schooling, care, housing, water, power, aid, ordinary travel, courts, votes, work: untouched. */
export const g20: Guard = {
  id: 'G20',
  title: { zh: '基本生活不受影响', en: 'Essentials untouched' },
  why: {
    zh: '不得影响上学、基本医疗、居住、水电暖、救助、日常出行、诉讼、选举和就业。',
    en: 'No measure cuts what a life needs.',
  },
  source: 'Suining 2010 (community aid and licences withdrawn); Hengshui 2018',
  judge(view, report) {
    const tell = (kind: CardKind, id: string, path: Path, touches: readonly string[]) => {
      touches.forEach((touched, index) => {
        if (!essentials.some((essential) => essential === touched)) return;
        report(placeOf(kind, id, ...path, index), {
          code: 'essential-touched',
          message: 'No measure may cut this.',
          found: touched,
          repair: 'Remove it from the measure, or remove the measure.',
        });
      });
    };
    for (const [id, { touches }] of view.cards.measure) tell('measure', id, ['touches'], touches);
    for (const [id, { takes }] of view.cards.incentive) {
      takes.forEach(({ touches }, index) => {
        tell('incentive', id, ['takes', index, 'touches'], touches);
      });
    }
  },
};
