import type { AnswerClock, DrawCasework, DrawView } from '@credence/casework';
import { civilDate, instant } from '@credence/domain';
import { termsCommitment, type DrawTerms } from '@credence/proof';

export const fixtureDraw = '0190aaaa-0000-7000-8000-00000000d4a1';

const hash = 'ab'.repeat(32);
const strata = [{ id: '999901', eligible: 120, draws: 4, coverage: 'drawn' }] as const;
const terms: DrawTerms = {
  form: 'credence-draw-terms@1',
  agency: '11999900MB0000001A',
  plan: {
    ...{ card: 'town.random', edition: 'town-2026', editionHash: hash },
    ...{ from: '2026-04-01', until: '2026-04-30' },
  },
  rules: { randomArm: 150, least: 10, most: 300, strata, inspectorsPerVisit: 2 },
  ...{ list: { count: 120, root: hash }, inspectors: { count: 4, root: hash }, vrfKey: hash },
  beacon: {
    chain: { scheme: 'register-test', publicKey: hash, genesisAt: 0, periodMs: 200 },
    round: 9,
  },
  committedAt: 1_000,
};

const draw: DrawView = {
  ...{ draw: fixtureDraw, agency: terms.agency, card: 'town.random', edition: 'town-2026' },
  ...{ from: civilDate('2026-04-01'), until: civilDate('2026-04-30'), step: 'disclosed', strata },
  ...{ plannedOn: civilDate('2026-03-30'), inspectors: 2 },
  classes: { used: false, why: 'too-few' },
  power: { kind: 'too-few', visits: 0, found: 0 },
  committed: {
    ...{ terms, commitment: termsCommitment(terms), on: civilDate('2026-03-31') },
    roundAt: instant(1_600),
  },
  drawnOn: civilDate('2026-04-01'),
  disclosed: {
    on: civilDate('2026-05-02'),
    names: [{ code: '91999999MA3K7T2X0Q', name: '望澜晨光食品有限公司' }],
  },
};

const refused = () => Promise.reject(new Error('Nobody plans in these pages.'));

/** One finished draw, with everything that a page of it shows. */
export const fixtureDraws = (clockAt: () => AnswerClock): DrawCasework => ({
  planInspections: refused,
  commitDraw: refused,
  carryOutDraw: refused,
  discloseDraw: refused,
  handPick: refused,
  deskDraws: (_, agency) =>
    Promise.resolve({
      ...{ kind: 'found', clock: clockAt(), cards: [], handPicked: [] },
      draws: [
        {
          ...draw,
          clock: clockAt(),
          agency,
          visits: [{ code: 'c', name: '甲', inspectors: ['乙'], together: [agency] }],
        },
      ],
    }),
  readWholeDraw: () => Promise.resolve({ kind: 'not-found' }),
  readDrawList: () => Promise.resolve('{}'),
  listOwnDraws: (_, home) =>
    Promise.resolve({
      kind: 'found',
      view: { clock: clockAt(), subject: { id: home }, lines: [{ draw }] },
    }),
  listDraws: () =>
    Promise.resolve({
      ...{ clock: clockAt(), draws: [draw] },
      handPicked: [{ agency: draw.agency, visits: 2 }],
      carriedOut: [
        { ...{ agency: draw.agency, committed: 3 }, neverDrawn: 1, unpublished: 0, longestWait: 4 },
      ],
    }),
  viewDraw: (asked) =>
    Promise.resolve(
      asked === fixtureDraw
        ? { kind: 'found', view: { ...draw, clock: clockAt() } }
        : { kind: 'not-found' },
    ),
  readDrawFile: (asked) => Promise.resolve(asked === fixtureDraw ? '{}' : undefined),
});
