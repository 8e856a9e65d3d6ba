import type { Preset } from '../../regime/read-preset.ts';

/** A variant as the form of practices makes it. */
export interface VariantParts {
  readonly id: string;
  readonly name: string;
  /** The shipped regime it stands over. */
  readonly over: string;
  /** What it sets in place of that regime's practice. */
  readonly practice: Readonly<Record<string, number>>;
}

/** Writes a variant as the text of a preset; JSON strings are YAML. */
export function variantText({ id, name, over, practice }: VariantParts): string {
  const quote = (text: string): string => JSON.stringify(text);
  const set = Object.entries(practice);
  const says = {
    zh: `以“${over}”为基础，改动 ${set.length} 项做法。`,
    en: `${over} with ${set.length === 1 ? 'one practice' : `${set.length} practices`} changed.`,
  };
  return [
    `preset: ${id}`,
    `title: { zh: ${quote(name)}, en: ${quote(name)} }`,
    `says: { zh: ${quote(says.zh)}, en: ${quote(says.en)} }`,
    'confidence: unverified',
    `over: ${over}`,
    ...(set.length === 0 ? [] : ['practice:']),
    ...set.map(
      ([practiceId, value]) =>
        `  ${practiceId}: { value: ${value}, confidence: unverified, source: "set for this variant" }`,
    ),
    '',
  ].join('\n');
}

const formKeys = new Set(['preset', 'title', 'says', 'confidence', 'over', 'practice']);

/** Whether a text of a variant says no more than the form can; else only the text can be changed. */
export function isOfForm(text: string): boolean {
  const keys = [...text.matchAll(/^([a-z-]+):/gm)].map(([, key = '']) => key);
  return keys.includes('over') && keys.every((key) => formKeys.has(key));
}

/** A free id near a name: the id of the regime below with a letter. */
export function freeId(over: string, taken: readonly string[]): string {
  const ids = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `${over}-${letter}`);
  const free = ids.find((id) => !taken.includes(id));
  return free ?? `${over}-variant`;
}

/** What a practice is in a preset, where it says so itself or takes it over. */
export function statedPractice({ practice }: Preset): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(practice ?? {}).map(([id, { value }]) => [id, value]));
}
