import type { Visit } from '@credence/domain';

import { chicagoForm, chicagoIgnored, readChicago } from './chicago.ts';
import { credenceForm, readCredenceVisit } from './credence-visits.ts';
import { readFindingsBeside, readSanFrancisco, sanFranciscoForm } from './san-francisco.ts';
import type { VisitAdapter, VisitFault, VisitFile, VisitFileRole } from './visit-file.ts';
import { openVisitTable, type VisitForm, type VisitTable } from './visit-table.ts';

interface Adapter {
  readonly form: VisitForm;
  /** The column that tells whether results stand in the file. */
  readonly resultColumn: string;
  read(
    table: VisitTable,
    path: string,
  ): { visits: readonly Visit[]; faults: readonly VisitFault[] };
}

const adapters: Readonly<Record<VisitAdapter, Adapter>> = {
  credence: {
    form: credenceForm,
    resultColumn: 'found',
    read: (table) => ({
      visits: table.rows.map((row) => readCredenceVisit(row, table)),
      faults: [],
    }),
  },
  chicago: {
    form: chicagoForm,
    resultColumn: 'critical',
    read: (table) => ({ visits: table.rows.map((row) => readChicago(row, table)), faults: [] }),
  },
  'san-francisco': {
    form: sanFranciscoForm,
    resultColumn: 'score',
    read: (table, path) => {
      const { findings, faults } = readFindingsBeside(path);
      return { visits: table.rows.map((row) => readSanFrancisco(row, findings)), faults };
    },
  },
};

/** Reads a file of visits whole: every fault is told with row and column, or nothing is read. */
export function readVisits(
  path: string,
  options: { readonly adapter: VisitAdapter; readonly role: VisitFileRole },
): VisitFile {
  const adapter = adapters[options.adapter];
  const table = openVisitTable(path, adapter.form);
  const { visits, faults } = adapter.read(table, path);
  const missing =
    options.role === 'history' && table.faults.length === 0 && !table.has(adapter.resultColumn);
  const all: VisitFault[] = [...table.faults, ...faults, ...repeatsOf(visits, path)];
  if (missing) {
    all.push({
      ...{ file: path, kind: 'column-missing', column: adapter.resultColumn },
      ...{ found: table.header.join(', '), accepted: adapter.resultColumn },
    });
  }
  if (all.length > 0) return { kind: 'refused', faults: all };
  const ignored = options.adapter === 'chicago' ? chicagoIgnored : [];
  return { kind: 'read', visits, ignored: ignored.filter(({ column }) => table.has(column)) };
}

function repeatsOf(visits: readonly Visit[], path: string): readonly VisitFault[] {
  const seen = new Set<string>();
  return visits.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const fault: VisitFault = {
      ...{ file: path, row: index + 2, column: 'row_id', kind: 'repeated' },
      ...{ found: id, accepted: 'each row_id once' },
    };
    return [fault];
  });
}
