/** How many subjects stand under a list or a measure. */
export interface EffectCount {
  readonly kind: 'list' | 'measure';
  readonly card: string;
  readonly subjects: number;
}
