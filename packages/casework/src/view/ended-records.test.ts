import { addDays, civilDate, instant, type CivilDate } from '@credence/domain';
import { createRulebook } from '@credence/rulebook';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { shippedAccess } from '../access/access.test-support.ts';
import { FakeStore, fakeNameKeys } from '../fake-ports.test-support.ts';
import { importFile } from '../intake/import-file.ts';
import { townLaw } from '../law.test-support.ts';
import { projectHome } from '../project/project-home.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import {
  codeOf,
  fileOf,
  official,
  penaltyHeader,
  penaltyRow,
  registrationHeader,
  registrationRow,
} from '../town.test-support.ts';
import { startAnswer } from './answer-clock.ts';
import { searchSubjects } from './search-subjects.ts';
import { viewSubject } from './view-subject.ts';

const access = shippedAccess();
const rulebook = createRulebook(Object.values(townLaw()));
const loader: RulebookLoader = {
  load: () => Promise.resolve(rulebook),
  current: () => rulebook,
};

/** A register in which files were taken in on some day. */
function worldOn(today: CivilDate) {
  const store = new FakeStore();
  store.project = (entries) => projectHome(entries, rulebook, fakeNameKeys);
  return {
    access,
    journal: store.journal,
    register: store.register,
    staging: store.staging,
    nameKeys: fakeNameKeys,
    loader,
    today,
    clock: () => instant(0),
    uuid: store.uuid,
    salt: store.salt,
  };
}

type World = ReturnType<typeof worldOn>;
type Rows = readonly (readonly string[])[];

async function worldWith(rows: Rows, given: { registered: boolean; today: CivilDate }) {
  const world = worldOn(given.today);
  const command = { source: 'town_office', actor: official };
  if (given.registered) {
    const file = fileOf(registrationHeader, [registrationRow(1)]);
    await importFile(world, { ...command, item: 'registration', file });
  }
  const file = fileOf(penaltyHeader, rows);
  if (rows.length > 0) await importFile(world, { ...command, item: 'penalty', file });
  return world;
}

/** Everything an unauthenticated reader can ask. Ids differ between two worlds and are left out. */
async function answerOf(world: World, query: string, day: CivilDate): Promise<unknown> {
  const answering = await startAnswer(world, { day });
  const search = await searchSubjects(world, answering, { query, page: 1 });
  const subject = await viewSubject(world, answering, { by: 'code', code: query });
  const text = JSON.stringify([search, subject], (key, value: unknown) =>
    key === 'id' ? undefined : value,
  );
  return JSON.parse(text);
}

/** The rows whose records stand today, by the document numbers that the pages show. */
async function standingRows(world: World, rows: Rows): Promise<Rows> {
  const answering = await startAnswer(world);
  const shown = new Set<string>();
  for (const number of [1, 2]) {
    const outcome = await viewSubject(world, answering, { by: 'code', code: codeOf(number) });
    if (outcome.kind === 'not-found') continue;
    for (const { document } of outcome.view.records) shown.add(document?.number ?? '');
  }
  return rows.filter(([, , document]) => shown.has(document ?? ''));
}

const first = civilDate('2023-06-01');
const days = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays(first, count));
const decisions = fc.record({
  decided: days,
  kind: fc.constantFrom('罚款', '罚款', '警告', '行政拘留'),
  name: fc.constantFrom('望澜第1商行', '望澜别名', '望澜又名'),
  subject: fc.constantFrom(1, 2),
  served: fc.boolean(),
});

const queries = [codeOf(1), codeOf(2), '望澜', '别名', '又名'];

describe('a world in which an ended record had never been', () => {
  it('gives everybody the same answers about every day (N8)', { timeout: 60_000 }, async () => {
    let ended = 0;
    const worlds = fc.record({
      made: fc.array(decisions, { minLength: 1, maxLength: 5 }),
      registered: fc.boolean(),
      after: fc.integer({ min: 0, max: 1_200 }),
      before: fc.integer({ min: 0, max: 800 }),
    });
    await fc.assert(
      fc.asyncProperty(worlds, async ({ made, registered, after, before }) => {
        const latest = made.map(({ decided }) => decided).reduce((a, b) => (a > b ? a : b));
        const today = addDays(latest, after);
        const asked = addDays(today, -before);
        const day = asked < first ? first : asked;
        const rows = made.map(({ subject, name, kind, decided, served }, index) =>
          penaltyRow(subject, {
            CF_XDR_MC: name,
            CF_WSH: `望市监罚〔2026〕${index}号`,
            CF_CFLB: kind,
            CF_JDRQ: decided,
            EXT_SDRQ: served ? decided : '',
          }),
        );
        const whole = await worldWith(rows, { registered, today });
        const standing = await standingRows(whole, rows);
        const without = await worldWith(standing, { registered, today });
        ended += rows.length - standing.length;

        for (const query of queries) {
          expect(await answerOf(without, query, day)).toEqual(await answerOf(whole, query, day));
        }
      }),
      { numRuns: 200 },
    );
    // The law would hold in an empty world too; this one has something to hide.
    expect(ended).toBeGreaterThan(100);
  });
});
