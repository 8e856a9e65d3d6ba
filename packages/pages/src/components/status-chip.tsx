import type { Child } from 'hono/jsx';

import type { Words } from '../words/words.ts';
import { Icon, type IconShape } from './icon.tsx';

/** The states a record, a route or a check can be in; each has its shape, its word and its colour. */
export type ChipState =
  | 'in-effect'
  | 'disputed'
  | 'suspended'
  | 'closed'
  | 'valid'
  | 'open'
  | 'matches'
  | 'due'
  | 'not-begun'
  | 'mismatch'
  | 'not-available';

const shapes: Readonly<Record<ChipState, IconShape>> = {
  'in-effect': 'dot',
  disputed: 'half',
  suspended: 'pause',
  closed: 'ring',
  valid: 'tick',
  open: 'tick',
  matches: 'tick',
  due: 'clock',
  'not-begun': 'ring',
  mismatch: 'cross',
  'not-available': 'cross',
};

const wordKeys = {
  'in-effect': 'term.chipInEffect',
  disputed: 'term.chipDisputed',
  suspended: 'term.chipSuspended',
  closed: 'term.chipClosed',
  valid: 'term.chipValid',
  open: 'term.chipOpen',
  matches: 'term.chipMatches',
  'not-begun': 'term.chipFuture',
  mismatch: 'term.chipMismatch',
  'not-available': 'term.chipNotAvailable',
} as const;

/** Shape and word in a thin border. A deadline says its own words; other states may. */
export function StatusChip(
  props: { readonly words: Words } & (
    | { readonly state: Exclude<ChipState, 'due'>; readonly children?: Child }
    | { readonly state: 'due'; readonly children: Child }
  ),
) {
  return (
    <span class={`chip chip-${props.state}`}>
      <Icon shape={shapes[props.state]} />
      <span>
        {props.children ?? (props.state === 'due' ? '' : props.words.t(wordKeys[props.state]))}
      </span>
    </span>
  );
}
