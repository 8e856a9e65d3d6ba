import type { DisclosuresView } from '@credence/casework';
import { formatAmount, jsonOf, type Language, type Money } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import { csvText } from '../page/csv-text.ts';
import { contractWords } from '../words/contract/contracts.ts';

/** One line for each body: its own word, beside what stands in public here. */
export function disclosureCsv(view: DisclosuresView, language: Language): string {
  const say = contractWords(language);
  const head = [say.body, say.saidCount, say.saidAmount, say.knownCount, say.knownAmount];
  const lines = view.lines.map(({ subject, said, known, late }) => [
    subject.name ?? subject.id,
    said === undefined ? (late ? say.notSaidLate : say.notSaid) : String(said.contracts),
    said === undefined ? '' : formatAmount({ ...known.amount, amount: said.amount }),
    String(known.contracts),
    formatAmount(known.amount),
  ]);
  return csvText([head, ...lines]);
}

/**
 * The same as data, with what the file is, of which day and law, and the fingerprint of the table
 * beside it, so that anyone can tell whether it was changed on the way.
 */
export function disclosureManifest(view: DisclosuresView, language: Language): string {
  const say = contractWords(language);
  const { clock, year, dueOn, lines } = view;
  const csv = disclosureCsv(view, language);
  const sumOf = ({ amount, currency }: Money) => ({ amount, currency, unit: 'minor' });
  return canonicalJson(
    jsonOf({
      manifest: {
        ...{ title: say.disclosureTitle, year, asOf: clock.day, edition: clock.edition.code },
        ...(dueOn === undefined ? {} : { dueOn }),
        ...{ rows: lines.length, rounded: say.pageLead },
        csv: { name: fileName(year), sha256: sha256Hex(csv) },
      },
      lines: lines.map(({ subject, said, known, late }) => ({
        ...{ id: subject.id, name: subject.name ?? subject.id, late },
        ...(said === undefined
          ? {}
          : {
              said: {
                ...{ on: said.on, contracts: said.contracts },
                amount: sumOf({ ...known.amount, amount: said.amount }),
              },
            }),
        known: { contracts: known.contracts, amount: sumOf(known.amount) },
      })),
    }),
  );
}

export function fileName(year: number): string {
  return `overdue-${year}.csv`;
}
