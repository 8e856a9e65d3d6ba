import { codeOf } from '../support/city-files.ts';
import { market } from '../support/world.ts';
import { endedRecord } from './attacks-at-doors.ts';
import { smuggled } from './attacks-by-sql.ts';
import { appealTo, begun, onEnded, proposal, step } from './attacks-on-cases.ts';
import type { Guard } from './guard.ts';
import { answers, decision } from './papers.ts';

/** Guards of how it is decided and how it ends: G24 to G34. */
export const guardsOfProcedure = {
  G24: {
    title: 'Notice before effect',
    attacks: [
      step(
        { stage: 'unserved', act: 'drafted', content: decision() },
        { stage: 'heard' },
        { says: 'A listing is decided before its notice was served.', refusal: 'case-not-served' },
      ),
    ],
  },
  G25: {
    title: 'Be heard first',
    attacks: [
      step(
        { stage: 'stated', act: 'drafted', content: decision() },
        { content: decision({ answers }) },
        {
          says: 'A decision leaves what the firm said without an answer.',
          refusal: 'case-points-unanswered',
        },
      ),
      step(
        { stage: 'in-window', act: 'drafted', content: decision() },
        { stage: 'spoken' },
        {
          says: 'A listing is decided while the firm may still speak.',
          refusal: 'case-window-open',
        },
      ),
    ],
  },
  G26: {
    title: 'A person decides',
    attacks: [
      proposal(
        28,
        {},
        {
          says: 'A system proposes a listing by itself.',
          ...{ refusal: 'not-permitted', trace: 'denied' },
        },
        'machine',
      ),
    ],
  },
  G27: {
    title: 'The authority carries the burden',
    attacks: [
      proposal(
        29,
        { evidence: [] },
        {
          says: 'A listing is proposed without any evidence.',
          refusal: 'case-form',
        },
      ),
    ],
  },
  G28: {
    title: 'Open rules, recomputable results',
    attacks: [
      proposal(
        35,
        { reason: '' },
        {
          says: 'A listing is proposed without its reason.',
          refusal: 'case-form',
        },
      ),
      proposal(48, { reason: ' ' }, { says: 'Its reason is a blank.', refusal: 'case-form' }),
    ],
    waits: {
      says: 'A grade is worked out by a model that nobody may read.',
      words: /\bgrades?\b|\bgrading\b|\bmodels?\b|\bscorecards?\b|评级|等级模型/i,
      form: { subject: codeOf(3), grade: 'D', model: 'vendor' },
    },
  },
  G29: {
    title: 'Appeal to someone else',
    attacks: [
      appealTo({
        says: 'The appeal goes to the desk that it is against.',
        refusal: 'case-same-unit',
      }),
      proposal(
        36,
        { desks: { own: market, platform: 'credit', superior: 'province' } },
        {
          says: 'A listing is proposed with nobody else to turn to.',
          refusal: 'case-ways-out-not-told',
        },
      ),
    ],
  },
  G30: {
    title: 'Disputes are marked and answered',
    attacks: [
      begun(
        'objection',
        { act: 'withdrawn', content: { reason: '当事人撤回' } },
        { act: 'withdrawn', content: { reason: '已澄清' }, person: 'representative' },
        {
          says: 'An official takes an objection back in the place of the firm.',
          refusal: 'case-not-yours',
        },
      ),
    ],
  },
  G31: {
    title: 'Everything ends',
    attacks: [
      step(
        { stage: 'ending', act: 'drafted', content: decision({ until: '2030-01-01' }) },
        { content: decision({ until: '2026-01-19' }) },
        { says: 'A decision lists a firm for longer than the list lasts.', refusal: 'case-no-end' },
      ),
      proposal(
        37,
        { list: 'wanglan.forever' },
        { says: 'A list that no law has is used.', refusal: 'case-no-rule' },
      ),
      smuggled({
        says: 'A listing’s own act is changed so that it never ends.',
        sql: "update journal_payload set payload = '{}'",
        lawful: 'select payload from journal_payload limit 1',
      }),
    ],
  },
  G32: {
    title: 'A way back for everyone',
    attacks: [
      begun(
        'repair',
        {
          ...{ act: 'condition-shown', content: { condition: 'donation', proof: '收据' } },
          person: 'representative',
        },
        {
          ...{ act: 'condition-shown', content: { condition: 'corrected', proof: '检测报告' } },
          person: 'representative',
        },
        {
          says: 'A donation is taken for a condition of repair.',
          refusal: 'case-condition-unknown',
        },
      ),
    ],
  },
  G33: {
    title: 'Removal goes all the way',
    attacks: [
      endedRecord(38, 39, {
        says: 'A record that was annulled is asked for by its own address.',
        refusal: 'record-not-found',
      }),
    ],
  },
  G34: {
    title: 'Expired facts are dead',
    attacks: [
      onEnded(45, 46, {
        says: 'A decision that was annulled leads to a listing.',
        refusal: 'case-no-effective-document',
      }),
    ],
  },
} as const satisfies Readonly<Record<string, Guard>>;
