import type { BasisView } from '@credence/casework';
import type { Words } from '@credence/pages';

const keys = {
  verified: 'law.confidenceVerified',
  secondary: 'law.confidenceSecondary',
  unverified: 'law.confidenceUnverified',
} as const;

/** How sure the rulebook is, in words; what is confirmed is plain, what is not is underlined. */
export function ConfidenceMark(props: {
  readonly words: Words;
  readonly confidence: BasisView['confidence'];
}) {
  const { words, confidence } = props;
  const text = words.t(keys[confidence]);
  return confidence === 'verified' ? <>{text}</> : <span class="confidence">{text}</span>;
}
