import type { Fault } from '../language/fault.ts';
import type { CardPlace, Report } from './draft.ts';

/** Reports what is wrong with an expression of a card, at its very place in the text. */
export function reportFault(report: Report, place: CardPlace, fault: Fault): void {
  const { span, code, message, found, accepted, repair } = fault;
  report(
    { ...place, offset: span.start },
    {
      code,
      message,
      ...(found === undefined ? {} : { found }),
      ...(accepted === undefined ? {} : { accepted }),
      ...(repair === undefined ? {} : { repair }),
    },
  );
}
