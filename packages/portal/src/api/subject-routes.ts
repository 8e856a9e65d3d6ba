import { subjectFingerprint, type RecordView, type SubjectView } from '@credence/casework';
import { problem } from '@credence/domain';

import { settleAsOf, settleDay } from '../request/day.ts';
import { lastPage, parsePage, sliceOf } from '../request/page-number.ts';
import { refusedQuery } from '../request/query.ts';
import { publishableRecord, publishableSubject } from '../request/publishable.ts';
import * as operation from './operation.ts';
import { refusal } from './problem.ts';
import { strict, type ApiTools } from './api-tools.ts';
import {
  toClock,
  toLatePayment,
  toListing,
  toOrganisation,
  toReport,
  toRecord,
  toStep,
} from './to-answer.ts';
import { toInherited, toLife } from './to-life.ts';

/** Records of one organisation in one answer. */
const recordsPerPage = 50;

/** Search, organisation and record: what the public pages show, as data. */
export function subjectRoutes(tools: ApiTools): void {
  searchRoute(tools);
  organisationByCodeRoute(tools);
  organisationRoute(tools);
  recordRoute(tools);
}

function searchRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 503], otherwise: language } as const;
  api.openapi(
    operation.search,
    async (c) => {
      const { q, page, day } = c.req.valid('query');
      const settled = await settleDay(services, day);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      const number = parsePage(page);
      if (number === undefined) return refusal(c, pageProblem(page), refuse);
      const refusedSearch = refusedQuery(q);
      if (refusedSearch !== undefined) return refusal(c, refusedSearch, refuse);

      const asOf = { day: settled.clock.day, page: number };
      const outcome = await services.searchSubjects(q, asOf);
      switch (outcome.kind) {
        case 'query-too-short':
          return refusal(c, problem('query-too-short', { min: 1 }), refuse);
        case 'query-too-long':
          return refusal(
            c,
            problem('query-too-long', { length: q.length, max: outcome.limit }),
            refuse,
          );
        case 'found': {
          const { clock, query, registerSize, codeFaults, results, total, more, pageSize } =
            outcome.view;
          c.set('zone', clock.zone);
          const items = results.map(toOrganisation);
          const body = {
            clock: toClock(clock),
            query,
            registerSize,
            ...(codeFaults === undefined ? {} : { codeFaults: codeFaults.map((f) => ({ ...f })) }),
            results: { total, more, page: outcome.view.page, pageSize, items },
          };
          return c.json(body, 200);
        }
      }
    },
    strict(operation.search, language),
  );
}

function organisationByCodeRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  api.openapi(
    operation.organisationByCode,
    async (c) => {
      const { scheme, code } = c.req.valid('param');
      const { page, day } = c.req.valid('query');
      const settled = await settleAsOf(services, day);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      const number = parsePage(page);
      if (number === undefined) return refusal(c, pageProblem(page), refuse);

      const reference = { by: 'identifier', scheme, value: code } as const;
      const found = await services.viewSubject(reference, settled.asOf);
      if (found.kind === 'not-found') return refusal(c, subjectNotFound, refuse);
      c.set('zone', found.view.clock.zone);
      return c.json(toSubjectAnswer(found.view, number), 200);
    },
    strict(operation.organisationByCode, language),
  );
}

function organisationRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  api.openapi(
    operation.organisation,
    async (c) => {
      const { id } = c.req.valid('param');
      const { page, day } = c.req.valid('query');
      const settled = await settleAsOf(services, day);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);
      const number = parsePage(page);
      if (number === undefined) return refusal(c, pageProblem(page), refuse);

      const found = await services.viewSubject({ by: 'id', id }, settled.asOf);
      if (found.kind === 'not-found') return refusal(c, subjectNotFound, refuse);
      c.set('zone', found.view.clock.zone);
      return c.json(toSubjectAnswer(found.view, number), 200);
    },
    strict(operation.organisation, language),
  );
}

function recordRoute({ api, services, language }: ApiTools): void {
  const refuse = { declared: [400, 404, 503], otherwise: language } as const;
  api.openapi(
    operation.record,
    async (c) => {
      const { id, recordId } = c.req.valid('param');
      const settled = await settleAsOf(services, c.req.valid('query').day);
      if (settled.kind === 'refused') return refusal(c, settled.problem, refuse);

      const found = await services.viewRecord(id, recordId, settled.asOf);
      const view = found.kind === 'found' ? publishableRecord(found.view) : undefined;
      if (view === undefined) return refusal(c, recordNotFound, refuse);
      const { clock, subject, record } = view;
      c.set('zone', clock.zone);
      const body = {
        clock: toClock(clock),
        organisation: toOrganisation(subject),
        record: {
          ...toRecord(record, subject.id, clock.edition.code),
          why: toStep(record.why, (step, inLanguage) => services.explain(step, inLanguage)),
        },
      };
      return c.json(body, 200);
    },
    strict(operation.record, language),
  );
}

const subjectNotFound = { code: 'subject-not-found', params: {} } as const;
const recordNotFound = { code: 'record-not-found', params: {} } as const;

function pageProblem(found: string | undefined) {
  const accepted = `1-${String(lastPage)}`;
  return problem('parameter-invalid', { parameter: 'page', value: found ?? '', accepted });
}

function toSubjectAnswer(given: SubjectView, page: number) {
  const view = publishableSubject(given);
  const { clock, subject, registration } = view;
  const answer = (record: RecordView) => toRecord(record, subject.id, clock.edition.code);
  const paged = (records: readonly RecordView[]) => {
    const slice = sliceOf(records, page, recordsPerPage);
    return { ...slice, items: slice.items.map(answer) };
  };
  return {
    clock: toClock(clock),
    organisation: toOrganisation(subject),
    fingerprint: subjectFingerprint(subject, {
      ...view,
      records: [
        ...(registration === undefined ? [] : [registration]),
        ...view.records,
        ...view.others,
      ],
      listings: view.listings ?? [],
    }),
    ...(registration === undefined ? {} : { registration: answer(registration) }),
    listings: (view.listings ?? []).map((listing) => toListing(listing, clock.edition.code)),
    ...(view.latePayments === undefined
      ? {}
      : { latePayments: view.latePayments.map((each) => toLatePayment(each, clock.edition.code)) }),
    ...(view.visits === undefined ? {} : { visits: [...view.visits] }),
    ...(view.reports === undefined
      ? {}
      : { reports: view.reports.map((each) => toReport(each, clock.edition.code)) }),
    ...(view.life === undefined ? {} : { life: toLife(view.life, clock.edition.code) }),
    ...(view.inherited === undefined
      ? {}
      : { inherited: view.inherited.map((each) => toInherited(each, clock.edition.code)) }),
    records: paged(view.records),
    others: paged(view.others),
  };
}
