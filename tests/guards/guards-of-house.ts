import { codeOf } from '../support/city-files.ts';
import { market } from '../support/world.ts';
import {
  asked,
  enumeration,
  foreignPurpose,
  foreignReport,
  oneMore,
  otherReaders,
  smallCells,
  supplied,
  unpublished,
  withoutKey,
} from './attacks-at-doors.ts';
import { smuggled } from './attacks-by-sql.ts';
import { interested, ownSignature, proposal } from './attacks-on-cases.ts';
import { chosenNumber, earlyDraw, ownDraw, unreasonedVisit } from './attacks-on-draws.ts';
import type { Guard } from './guard.ts';
import { desks } from './papers.ts';

const order = { text: oneMore() };

/** Guards of how the register itself is kept: G35 to G46. */
export const guardsOfTheHouse = {
  G35: {
    title: 'One purpose at a time',
    attacks: [
      foreignPurpose('oversight', {
        says: 'An official who supervises asks as if he oversaw.',
        trace: 'denied',
      }),
      foreignPurpose('assembly', { says: 'A past is asked for to keep people from gathering.' }),
    ],
  },
  G36: { title: 'Least data, no bulk, no sale', attacks: [enumeration, withoutKey] },
  G37: {
    title: 'You see who looked',
    attacks: [
      otherReaders,
      smuggled({
        says: 'The trace of a look is removed.',
        sql: 'delete from access_entry',
        lawful: 'select home from access_entry limit 1',
      }),
      smuggled({
        says: 'The trace of a look is put down to somebody else.',
        sql: "update access_entry set reader_official = 'nobody'",
        lawful: 'select home from access_entry limit 1',
      }),
    ],
  },
  G38: {
    title: 'Safe statistics',
    attacks: [
      asked('/api/v1/statistics?street=330106001&trade=food', '/api/v1/statistics', {
        says: 'A table of one’s own is asked for, by street and trade.',
        refusal: 'parameter-invalid',
      }),
      smallCells,
    ],
  },
  G39: {
    title: 'Walls between finance, points, praise and Lab',
    attacks: [
      supplied({ text: oneMore().replace(codeOf(40), `${codeOf(40).slice(0, 17)}!`) }, order, {
        says: 'A synthetic subject of the Lab is handed over, whose code passes no check.',
        refusal: 'identifier-alphabet',
      }),
    ],
  },
  G40: {
    title: 'Inspections stay fair',
    attacks: [ownDraw, unreasonedVisit, earlyDraw, chosenNumber],
  },
  G41: {
    title: 'No quiet change',
    attacks: [
      smuggled({
        says: 'An entry is changed in its place.',
        sql: "update journal_entry set purpose = 'x'",
        lawful: 'select home from journal_entry limit 1',
      }),
      smuggled({
        says: 'An entry is removed.',
        sql: 'delete from journal_entry',
        lawful: 'select home from journal_entry limit 1',
      }),
      smuggled({
        says: 'The eraser removes what is not due.',
        sql: 'update journal_payload set erase_on = 0',
        lawful: 'select home from journal_payload limit 1',
        role: 'eraser',
      }),
    ],
  },
  G42: { title: 'Four eyes, no own cause', attacks: [ownSignature, interested] },
  G43: {
    title: 'Government answers too',
    attacks: [
      supplied(
        { query: '&migration=true', text: oneMore() },
        { text: oneMore() },
        {
          says: 'An authority’s system calls its late decisions backlog, so that nobody counts them.',
          refusal: 'parameter-invalid',
        },
      ),
      smuggled({
        says: 'The moment at which a late decision came in is set back.',
        sql: 'update journal_entry set recorded_at = 0',
        lawful: 'select recorded_at from journal_entry limit 1',
      }),
    ],
  },
  G44: {
    title: 'No quotas, no bounties',
    attacks: [
      asked('/api/v1/agencies?order=penalties', '/api/v1/agencies', {
        says: 'Authorities are to be ranked by how much they punish.',
        refusal: 'parameter-invalid',
      }),
    ],
    waits: {
      says: 'An office is given a number of listings to reach, and a reward for each.',
      words: /\bquotas?\b|\bbount(?:y|ies)\b|\brewards?\b|\bkpi\b|\branking\b|指标|奖金/i,
      form: { agency: market, listings: '50', reward: '1000' },
    },
  },
  G45: { title: 'Impact first, then publish', attacks: [foreignReport, unpublished] },
  G46: {
    title: 'Free of charge',
    attacks: [
      proposal(
        47,
        { desks: { ...desks, fee: '200' } },
        {
          says: 'A fee is attached to a case.',
          refusal: 'case-form',
        },
      ),
    ],
  },
} as const satisfies Readonly<Record<string, Guard>>;
