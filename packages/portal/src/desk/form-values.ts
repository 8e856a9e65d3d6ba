import { type CivilDate, parseCivilDate, problem, type Refusal } from '@credence/domain';

import type { PortalContext } from '../http/environment.ts';

/** The text fields of a form, trimmed; a repeated one as a list. */
export interface FormValues {
  text(name: string): string;
  all(name: string): readonly string[];
}

export async function readForm(c: PortalContext): Promise<FormValues> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string): readonly string[] => {
    const value = body[name];
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((each) => (typeof each === 'string' ? [each.trim()] : []));
  };
  return { all, text: (name) => all(name)[0] ?? '' };
}

/** A day of a form; an empty field is none. */
export function dayIn(
  form: FormValues,
  name: string,
): { readonly kind: 'day'; readonly day?: CivilDate } | Refusal {
  const value = form.text(name);
  if (value === '') return { kind: 'day' };
  const day = parseCivilDate(value);
  if (day !== undefined) return { kind: 'day', day };
  return { kind: 'refused', problem: problem('day-invalid', { value: value.slice(0, 40) }) };
}
