import { essentials, type Edition } from '@credence/rulebook';

import type { Preset } from './read-preset.ts';
import type { RegimeMeasure } from './regime.ts';

/** Measures of the edition's cards, its rewards with no burden, and those of practice that no card has. */
export function regimeMeasures(edition: Edition | undefined, preset: Preset): RegimeMeasure[] {
  const ofCards = [...(edition?.measures ?? [])].map(([id, card]) => {
    const { title, burden, touches } = card;
    return { id, title, burden, touches, essential: isEssential(touches) };
  });
  const rewards = [...(edition?.incentives ?? [])].map(([id, card]) => {
    const { title, touches } = card;
    return { id, title, burden: 0, touches, essential: false };
  });
  const practised = (preset.measures ?? []).map(({ measure, title, burden, touches }) => {
    const essential = burden > 0 && isEssential(touches);
    return { id: measure, title, burden, touches, essential };
  });
  return [...ofCards, ...rewards, ...practised];
}

function isEssential(touches: readonly string[]): boolean {
  return touches.some((each) => essentials.some((essential) => essential === each));
}
