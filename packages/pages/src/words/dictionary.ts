import { en } from './en/english.ts';
import { zh } from './zh/chinese.ts';

/** Both languages, area by area. Chinese is held to the English keys by `Translation`. */
export const dictionaries = { en, zh } as const;

type English = typeof en;

type WithoutPlural<K extends string> = K extends `${infer Base}_one`
  ? Base
  : K extends `${infer Base}_other`
    ? Base
    : K;

type Placeholders<T extends string> = T extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** `area.key`, plural forms named once. */
export type WordKey = {
  [A in keyof English]: `${A}.${WithoutPlural<keyof English[A] & string>}`;
}[keyof English];

type FormsOf<K extends WordKey> = K extends `${infer A}.${infer B}`
  ? A extends keyof English
    ? {
        [P in keyof English[A]]: P extends B | `${B}_one` | `${B}_other` ? English[A][P] : never;
      }[keyof English[A]] &
        string
    : never
  : never;

type IsPlural<K extends WordKey> = K extends `${infer A}.${infer B}`
  ? A extends keyof English
    ? `${B}_other` extends keyof English[A]
      ? true
      : false
    : false
  : false;

type NamesIn<K extends WordKey> = Exclude<
  Placeholders<FormsOf<K>>,
  IsPlural<K> extends true ? 'n' : never
>;

/** What a text needs filled in: its own places, and `count` when it has a plural. */
type ParamsOf<K extends WordKey, Filling> = Readonly<Record<NamesIn<K>, Filling>> &
  (IsPlural<K> extends true ? { readonly count: number } : unknown);

/** The arguments after the key: none when nothing is to be filled in. */
export type Filled<K extends WordKey, Filling> = keyof ParamsOf<K, Filling> extends never
  ? []
  : [params: ParamsOf<K, Filling>];
