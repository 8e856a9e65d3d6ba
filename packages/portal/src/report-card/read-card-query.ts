import type { CardQuery, NoSuchYear } from '@credence/casework';
import {
  problem,
  serviceFigures,
  type Problem,
  type Refusal,
  type ServiceFigure,
} from '@credence/domain';

/** What an address asks of a card, as its texts. */
export interface CardAsked {
  readonly year?: string | undefined;
  readonly by?: string | undefined;
}

/** Reads the year and the order; a value that cannot be one is named, never guessed. */
export function readCardQuery({
  year = '',
  by = '',
}: CardAsked):
  { readonly kind: 'read'; readonly query: CardQuery & { readonly by?: ServiceFigure } } | Refusal {
  if (year !== '' && !/^\d{4}$/.test(year)) {
    return { kind: 'refused', problem: wrong('year', year, 'YYYY') };
  }
  const order = serviceFigures.find((figure) => figure === by);
  if (by !== '' && order === undefined) {
    return { kind: 'refused', problem: wrong('by', by, serviceFigures.join(', ')) };
  }
  const query = {
    ...(year === '' ? {} : { year: Number(year) }),
    ...(order === undefined ? {} : { by: order }),
  };
  return { kind: 'read', query };
}

/** A year of which there is no card, with those of which there is one. */
export function yearProblem({ years }: NoSuchYear, asked: number | undefined): Problem {
  return wrong('year', String(asked ?? ''), years.map(String).join(', ') || '—');
}

function wrong(parameter: string, value: string, accepted: string): Problem {
  return problem('parameter-invalid', { parameter, value: value.slice(0, 40), accepted });
}
