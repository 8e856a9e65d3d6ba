import type { DrawFile } from './draw-file.ts';
import type { DrawListFile, DrawMembership, OpenDrawFile } from './open-draw.ts';

/** A form that a value of JSON must have: texts, whole numbers, lists, and objects without more. */
type Form =
  | { readonly is: 'text'; readonly pattern: RegExp }
  | { readonly is: 'whole'; readonly least: number }
  | { readonly is: 'list'; readonly of: Form }
  | { readonly is: 'object'; readonly of: Readonly<Record<string, Form>> }
  /** One of several objects: what stands in their `form` decides. */
  | { readonly is: 'either'; readonly of: Readonly<Record<string, Form>> };

const text = (pattern: RegExp): Form => ({ is: 'text', pattern });
const whole = (least: number): Form => ({ is: 'whole', least });
const list = (of: Form): Form => ({ is: 'list', of });
const object = (of: Readonly<Record<string, Form>>): Form => ({ is: 'object', of });

const some = text(/^.{1,200}$/u);
const hash = text(/^[0-9a-f]{64}$/);
const hex = text(/^([0-9a-f]{2}){1,200}$/);
const day = text(/^\d{4}-\d{2}-\d{2}$/);
const digits = text(/^(0|[1-9]\d{0,99})$/);

const rules = {
  ...{ randomArm: whole(0), least: whole(0), most: whole(0), inspectorsPerVisit: whole(0) },
  strata: list(
    object({
      ...{ id: some, eligible: whole(0), draws: whole(0) },
      coverage: text(/^(drawn|full)$/),
    }),
  ),
};
const termsBefore = {
  form: text(/^credence-draw-terms@1$/),
  agency: some,
  plan: object({ card: some, edition: some, editionHash: hash, from: day, until: day }),
  rules: object(rules),
  list: object({ count: whole(0), root: hash }),
  inspectors: object({ count: whole(0), root: hash }),
  beacon: object({
    chain: object({
      scheme: text(/^(drand-g1|register-test)$/),
      publicKey: hex,
      genesisAt: whole(0),
      periodMs: whole(1),
    }),
    round: whole(1),
  }),
  vrfKey: hash,
  committedAt: whole(0),
};
const termsOfUnits = object({
  ...termsBefore,
  form: text(/^credence-draw-terms@2$/),
  rules: object({ ...rules, units: list(text(/^(organisation|licensed_premises)$/)) }),
});
const termsFirst = object(termsBefore);
const terms: Form = {
  is: 'either',
  of: { 'credence-draw-terms@1': termsFirst, 'credence-draw-terms@2': termsOfUnits },
};

const inspectorLines = list(object({ token: hash, recused: list(hash) }));
const seed = object({
  round: object({ round: whole(1), signature: hex, randomness: hash }),
  proof: hex,
  value: hash,
});
const drawLine = object({ token: hash, stratum: some, weight: whole(1) });
const openLines = list(object({ token: hash, leaf: hash }));
const boundLines = list(object({ token: hash, closed: hash }));
const openResult = {
  ...{ commitment: hash, seed, inspectors: object({ salt: hash, lines: inspectorLines }) },
  result: list(object({ token: hash, stratum: some, inspectors: list(hash) })),
};

const drawFile = object({
  form: text(/^credence-draw@1$/),
  terms,
  commitment: hash,
  list: object({
    salt: hash,
    lines: list(drawLine),
  }),
  inspectors: inspectorLines,
  seed,
  result: list(
    object({
      ...{ token: hash, stratum: some, arm: text(/^(random|class|full)$/) },
      chance: list(digits),
      inspectors: list(hash),
    }),
  ),
});

const forms = {
  'credence-draw@1': drawFile,
  'credence-draw-list@1': object({
    form: text(/^credence-draw-list@1$/),
    ...{ terms: termsFirst, commitment: hash, lines: openLines },
  }),
  // Lines whose tokens nothing binds are read under the first terms only.
  'credence-draw-list@2': object({
    form: text(/^credence-draw-list@2$/),
    ...{ terms: termsOfUnits, commitment: hash, lines: boundLines },
  }),
  'credence-open-draw@1': object({
    form: text(/^credence-open-draw@1$/),
    ...{ terms: termsFirst, list: openLines, ...openResult },
  }),
  'credence-open-draw@2': object({
    form: text(/^credence-open-draw@2$/),
    ...{ terms: termsOfUnits, list: boundLines, ...openResult },
  }),
  'credence-draw-membership@1': object({
    form: text(/^credence-draw-membership@1$/),
    ...{ terms, commitment: hash, code: some, tokenSalt: hash, line: drawLine, lineSalt: hash },
    ...{ at: whole(0), path: list(hash) },
  }),
  'credence-draw-membership@2': object({
    form: text(/^credence-draw-membership@2$/),
    ...{ terms: termsOfUnits, commitment: hash, code: some, licence: some, tokenSalt: hash },
    ...{ line: drawLine, lineSalt: hash, at: whole(0), path: list(hash) },
  }),
} as const;

/** Every file of a draw that can be checked. */
export type CheckedFile = DrawFile | DrawListFile | OpenDrawFile | DrawMembership;

export type ReadDraw<File = DrawFile> =
  | { readonly kind: 'read'; readonly file: File }
  /** Where the file is not a draw file, e.g. `$.terms.rules`. */
  | { readonly kind: 'unreadable'; readonly at: string };

/** Whether a value has the form of a draw file, and where it has not. */
export function readDraw(value: unknown): ReadDraw {
  const at = misfit(value, drawFile, '$');
  return at === undefined ? { kind: 'read', file: value as DrawFile } : { kind: 'unreadable', at };
}

/** The same for any file of a draw: the form that it says it has decides. */
export function readCheckedFile(value: unknown): ReadDraw<CheckedFile> {
  const at = misfit(value, formOf(value, forms) ?? drawFile, '$');
  return at === undefined
    ? { kind: 'read', file: value as CheckedFile }
    : { kind: 'unreadable', at };
}

/** The one of these that a value says it has. */
function formOf(value: unknown, of: Readonly<Record<string, Form>>): Form | undefined {
  const said: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'form') : undefined;
  return typeof said === 'string' && Object.hasOwn(of, said) ? of[said] : undefined;
}

function misfit(value: unknown, form: Form, at: string): string | undefined {
  switch (form.is) {
    case 'text':
      return typeof value === 'string' && form.pattern.test(value) ? undefined : at;
    case 'whole':
      return Number.isSafeInteger(value) && Number(value) >= form.least ? undefined : at;
    case 'list':
      if (!Array.isArray(value)) return at;
      return firstOf(value.map((each: unknown, i) => [each, form.of, `${at}[${String(i)}]`]));
    case 'either': {
      const own = formOf(value, form.of);
      return own === undefined ? `${at}.form` : misfit(value, own, at);
    }
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return at;
      const members = new Map<string, unknown>(Object.entries(value));
      const strange = [...members.keys()].find((key) => !Object.hasOwn(form.of, key));
      if (strange !== undefined) return `${at}.${strange.slice(0, 40)}`;
      return firstOf(
        Object.entries(form.of).map(([key, of]) => [members.get(key), of, `${at}.${key}`]),
      );
    }
  }
}

function firstOf(
  parts: readonly (readonly [value: unknown, form: Form, at: string])[],
): string | undefined {
  for (const [value, form, at] of parts) {
    const found = misfit(value, form, at);
    if (found !== undefined) return found;
  }
  return undefined;
}
