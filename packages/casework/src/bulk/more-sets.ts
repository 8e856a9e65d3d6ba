import { minorDigits, type Localised } from '@credence/domain';
import { goesOf, type Edition } from '@credence/rulebook';

import type { BulkColumn } from '../port/bulk.ts';
import { kindTitles } from './column-titles.ts';
import * as titles from './more-titles.ts';

export const lifeId = 'life-events';
export const inheritedId = 'inherited-records';
export const reportsId = 'reports';
export const visitsId = 'visit-results';

/** Data sets about what is no record of the catalogue and stands on the page of an organisation. */
export interface MoreSet {
  readonly id: string;
  readonly title: Localised;
  readonly about: Localised;
  readonly access: 'open' | 'key';
  readonly columns: readonly BulkColumn[];
}

/** Those for which the law of the day has cards. */
export function moreSets(edition: Edition): readonly MoreSet[] {
  const { successions, duties, checklists } = edition;
  const passes = [...successions.values()].some(
    (card) => goesOf(card, 'records').goes === 'passes',
  );
  return [
    ...(successions.size === 0 ? [] : [lifeSet()]),
    ...(passes ? [inheritedSet(edition)] : []),
    ...(duties.size === 0 ? [] : [reportsSet(edition)]),
    ...(checklists.size === 0 ? [] : [visitsSet(edition)]),
  ];
}

type Codes = NonNullable<BulkColumn['codes']>;

function codesOf(named: Readonly<Record<string, Localised>>): Codes {
  return Object.entries(named).map(([code, title]) => ({ code, title }));
}

function columnsOf(
  named: Readonly<Record<string, Localised>>,
  other: Readonly<Record<string, Partial<BulkColumn>>>,
): readonly BulkColumn[] {
  const known: Readonly<Record<string, Partial<BulkColumn>>> = {
    ...{ begins: day, ends: day, disputed_since: day, basis: { type: 'codes' } },
    ...{ kind: { codes: codesOf(kindTitles) }, ...other },
  };
  return Object.entries(named).map(([name, title]) => ({
    ...{ name, type: 'text', title },
    ...known[name],
  }));
}

const day = { type: 'date' } as const;

function lifeSet(): MoreSet {
  return {
    ...{ id: lifeId, title: titles.lifeTitle, about: titles.lifeAbout, access: 'open' },
    columns: columnsOf(titles.lifeTitles, {
      ...{ effective_on: day, until: day, successors: { type: 'codes' } },
      event: { codes: codesOf(titles.lifeEventTitles) },
    }),
  };
}

/** What it holds of others is adverse, so that it needs a key as their own records do. */
function inheritedSet({ items }: Edition): MoreSet {
  return {
    ...{ id: inheritedId, title: titles.inheritedTitle, about: titles.inheritedAbout },
    access: 'key',
    columns: columnsOf(titles.inheritedTitles, {
      since: day,
      item: { codes: [...items.values()].map(({ item: code, title }) => ({ code, title })) },
    }),
  };
}

function reportsSet({ duties, currency }: Edition): MoreSet {
  const cards = [...duties.values()];
  const fields = new Map(
    cards.flatMap(({ contents }) =>
      contents.flatMap(({ field, title, disclosure }): [string, Localised][] =>
        disclosure === 'public' ? [[field, title]] : [],
      ),
    ),
  );
  return {
    ...{ id: reportsId, title: titles.reportsTitle, about: titles.reportsAbout, access: 'open' },
    columns: columnsOf(titles.reportTitles, {
      filed_on: day,
      duty: { codes: cards.map(({ duty, title }) => ({ code: duty, title })) },
      field: { codes: [...fields].map(([code, title]) => ({ code, title })) },
      amount: { type: 'money', currency, places: minorDigits(currency) },
    }),
  };
}

/** That something was found is adverse, so that a copy has to follow what ends. */
function visitsSet({ checklists, inspectionPlans }: Edition): MoreSet {
  const plans = [...inspectionPlans.values()];
  return {
    ...{ id: visitsId, title: titles.visitsTitle, about: titles.visitsAbout, access: 'key' },
    columns: columnsOf(titles.visitTitles, {
      ...{ visited_on: day, also_draws: { type: 'codes' } },
      plan: { codes: plans.map(({ inspectionPlan: code, title }) => ({ code, title })) },
      arm: { codes: codesOf(titles.armTitles) },
      checklist: {
        codes: [...checklists.values()].map(({ checklist: code, title }) => ({ code, title })),
      },
      result: { codes: codesOf(titles.resultTitles) },
      follow_up: { codes: codesOf(titles.followUpTitles) },
    }),
  };
}
