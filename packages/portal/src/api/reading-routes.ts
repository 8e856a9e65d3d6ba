import type {
  AgencyLine,
  CardLine,
  CopyAnswer,
  ListEntry,
  ListExit,
  ListLine,
  RuleChange,
  StatisticsTable,
} from '@credence/casework';
import { problem, toIso, type PublishedTable } from '@credence/domain';

import { readCopyQuery, readListQuery } from '../reading/list-query.ts';
import { fileNameOf, type Counting } from '../reading/statistics-csv.ts';
import { settleDay } from '../request/day.ts';
import {
  agencyPath,
  listPath,
  recordPath,
  statisticsFilePath,
  subjectPath,
} from '../request/paths.ts';
import type { ApiTools } from './api-tools.ts';
import { strict } from './api-tools.ts';
import { refusal } from './problem.ts';
import * as operation from './reading-operations.ts';
import {
  toBasis,
  toCardLine,
  toClock,
  toEditionLine,
  toFact,
  toListing,
  toOrganisation,
  toPublicity,
} from './to-answer.ts';

const notHere = { code: 'page-not-found', params: {} } as const;

/** Lists, agencies, statistics, changes of the rules and copies, as data. */
export function readingRoutes(tools: ApiTools): void {
  listRoutes(tools);
  agencyRoutes(tools);
  figureRoutes(tools);
  copyRoute(tools);
}

function listRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  api.openapi(
    operation.lists,
    async (c) => {
      const settled = await settleDay(services, c.req.valid('query').day);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      const { clock, lists } = await services.listLists({ day: settled.clock.day });
      c.set('zone', clock.zone);
      const body = lists.map((list) => toList(list, clock.edition.code));
      return c.json({ clock: toClock(clock), lists: body }, 200);
    },
    strict(operation.lists, language),
  );

  api.openapi(
    operation.list,
    async (c) => {
      const { day, ...asked } = c.req.valid('query');
      const settled = await settleDay(services, day);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      const read = readListQuery(asked);
      if (read.kind === 'refused') return refusal(c, read.problem, refuse);
      const query = { ...read.query, day: settled.clock.day };
      const found = await services.viewList(c.req.valid('param').id, query);
      if (found.kind === 'not-found') return refusal(c, notHere, refuse);
      const { clock, list, order, total, page, pageSize, entries, regions } = found.view;
      c.set('zone', clock.zone);
      const body = {
        clock: toClock(clock),
        list: toList(list, clock.edition.code),
        order,
        entries: { total, page, pageSize, items: entries.map(toEntry) },
        listed: (found.view.listed ?? []).map(({ subject, listing }) => ({
          organisation: toOrganisation(subject),
          listing: toListing(listing, clock.edition.code),
        })),
        regions: [...regions],
      };
      return c.json(body, 200);
    },
    strict(operation.list, language),
  );
}

function toList(list: ListLine, edition: string) {
  const { kind, id, title, effect, keepers, issuer, confidence, standing } = list;
  return {
    ...{ kind, id, title, effect, confidence },
    keepers: keepers.map(({ code, name }) => ({ code, name })),
    ...(issuer === undefined ? {} : { issuer: { ...issuer } }),
    basis: list.basis.map((basis) => toBasis(basis, edition)),
    exits: list.exits.map(toExit),
    standing: { ...standing },
    url: listPath(id),
  };
}

function toExit(exit: ListExit) {
  switch (exit.kind) {
    case 'time':
      return { kind: exit.kind, after: { ...exit.after } };
    case 'repair':
      return exit.earliest === undefined
        ? { kind: exit.kind }
        : { kind: exit.kind, earliest: { ...exit.earliest } };
    case 'duty':
      return { kind: exit.kind, duty: exit.duty, confirmEvery: { ...exit.confirmEvery } };
    default:
      return { kind: exit.kind };
  }
}

function toEntry({ subject, record }: ListEntry) {
  const { id, effect, heading, document, severity, decidedOn, provider } = record;
  return {
    organisation: toOrganisation(subject),
    record: {
      ...{ id, effect, heading: toFact(heading), decidedOn },
      ...(document === undefined ? {} : { document: { ...document } }),
      ...(severity === undefined ? {} : { severity: { ...severity } }),
      provider: { name: provider.name, code: provider.code },
      publicity: toPublicity(record),
      url: recordPath(subject.id, id),
    },
  };
}

function agencyRoutes({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  api.openapi(
    operation.agencies,
    async (c) => {
      const { clock, agencies } = await services.listAgencies();
      c.set('zone', clock.zone);
      return c.json({ clock: toClock(clock), agencies: agencies.map(toAgency) }, 200);
    },
    strict(operation.agencies, language),
  );

  api.openapi(
    operation.agency,
    async (c) => {
      const found = await services.viewAgency(c.req.valid('param').code);
      if (found.kind === 'not-found') return refusal(c, notHere, refuse);
      const { clock, agency, from, months, supplied, backlog, lateness } = found.view;
      const { openMatters, lastBatchOn } = found.view;
      c.set('zone', clock.zone);
      const body = {
        clock: toClock(clock),
        agency: toAgency(agency),
        from,
        months: [...months],
        supplied: toCounts(supplied),
        backlog,
        lateness: lateness.map(({ basis, ...line }) => ({
          ...line,
          basis: basis.map((each) => toBasis(each, clock.edition.code)),
        })),
        openMatters,
        ...(lastBatchOn === undefined ? {} : { lastBatchOn }),
      };
      return c.json(body, 200);
    },
    strict(operation.agency, language),
  );
}

function toAgency({ code, name, supplies }: AgencyLine) {
  return {
    code,
    name,
    supplies: supplies.map(({ item, title }) => ({ item, title })),
    url: agencyPath(code),
  };
}

function toCounts({ cells, rowTotals, columnTotals, total }: PublishedTable) {
  return {
    cells: cells.map((row) => [...row]),
    rowTotals: [...rowTotals],
    columnTotals: [...columnTotals],
    total,
  };
}

function figureRoutes({ api, services, language }: ApiTools): void {
  api.openapi(
    operation.statistics,
    async (c) => {
      const view = await services.viewStatistics();
      const { clock, tables, listings, repairFrom, repair, unanswered } = view;
      c.set('zone', clock.zone);
      const body = {
        clock: toClock(clock),
        tables: tables.map((table) => toCountTable('records', table)),
        listings: listings.map((table) => toCountTable('listings', table)),
        ...{ repairFrom, unanswered },
        repair: repair.map((line) => ({
          item: { code: line.item, title: line.itemTitle },
          severity: { code: line.severity, title: line.severityTitle },
          corrected: line.corrected,
          notCorrected: line.notCorrected,
          ...(line.quartiles === undefined ? {} : { quartiles: [...line.quartiles] }),
        })),
      };
      return c.json(body, 200);
    },
    strict(operation.statistics, language),
  );

  api.openapi(
    operation.changes,
    async (c) => {
      const { clock, changes } = await services.viewRuleChanges();
      c.set('zone', clock.zone);
      return c.json({ clock: toClock(clock), changes: changes.map(toChange) }, 200);
    },
    strict(operation.changes, language),
  );
}

function toCountTable(counting: Counting, table: StatisticsTable) {
  const { by, rows, columns, counts } = table;
  return {
    by,
    rows: rows.map((row) => ({ ...row })),
    columns: columns.map((column) => ({ ...column })),
    counts: toCounts(counts),
    csv: statisticsFilePath(fileNameOf(counting, table)),
  };
}

function toChange(change: RuleChange) {
  const { edition, approvals, since } = change;
  const line = (code: string) => (card: CardLine) => toCardLine(card, code);
  return {
    edition: toEditionLine(edition),
    promulgatedAt: toIso(change.promulgatedAt),
    approvals: approvals.map(({ role, on }) => ({ role, on })),
    ...(since === undefined ? {} : { since }),
    added: change.added.map(line(edition.code)),
    withdrawn: change.withdrawn.map(line(since ?? edition.code)),
    changed: change.changed.map(({ card, fields }) => ({
      card: toCardLine(card, edition.code),
      fields: fields.map((field) => ({ ...field })),
    })),
  };
}

function copyRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 503], otherwise: language } as const;
  api.openapi(
    operation.copyCheck,
    async (c) => {
      const asked = c.req.valid('query');
      const query = readCopyQuery(asked);
      if (query === undefined) {
        const value = (asked.record ?? asked.organisation ?? '').slice(0, 40);
        const accepted = 'UUID';
        return refusal(
          c,
          problem('parameter-invalid', { parameter: 'record', value, accepted }),
          refuse,
        );
      }
      const [answer] = await services.checkCopies([query]);
      if (answer === undefined) throw new Error('A copy that was asked about has no answer.');
      c.set('zone', answer.clock.zone);
      return c.json({ clock: toClock(answer.clock), ...toCopy(answer) }, 200);
    },
    strict(operation.copyCheck, language),
  );

  const refuseMany = { declared: [400, 503], otherwise: language } as const;
  api.openapi(
    operation.copiesCheck,
    async (c) => {
      const { copies } = c.req.valid('json');
      const queries = copies.flatMap((copy) => readCopyQuery(copy) ?? []);
      if (queries.length < copies.length) {
        const at = copies.findIndex((copy) => readCopyQuery(copy) === undefined);
        const parameter = `copies[${String(at)}].record`;
        const found = problem('parameter-invalid', { parameter, value: '', accepted: 'UUID' });
        return refusal(c, found, refuseMany);
      }
      const answers = await services.checkCopies(queries);
      const [first] = answers;
      if (first === undefined) throw new Error('Copies that were asked about have no answer.');
      c.set('zone', first.clock.zone);
      return c.json({ clock: toClock(first.clock), copies: answers.map(toCopy) }, 200);
    },
    strict(operation.copiesCheck, language),
  );
}

function toCopy(answer: CopyAnswer) {
  const { kind: state } = answer;
  if (answer.kind !== 'changed') return { state };
  const { organisation, record, fingerprint } = answer;
  const url = record === undefined ? subjectPath(organisation) : recordPath(organisation, record);
  return { state, fingerprint, url };
}
