import { civilDate, jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  Play,
  firm,
  foodPledge,
  nation,
  officer,
  served,
  type Said,
} from '../case/case.test-support.ts';
import { homeOf, openTownOf, type TownOfFirms } from '../consult/town-of-firms.test-support.ts';
import { createCasework } from '../create-casework.ts';
import { caseEntryKind, type CaseAction } from '../entry/case-payload.ts';
import { newEntry } from '../matter/file-matters.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const document = { number: '望许〔2026〕77号' };

/** A pledge for a food licence that somebody looked at afterwards. */
function acts(outcome: 'seen-kept' | 'seen-unkept'): readonly CaseAction[] {
  const play = new Play();
  const told: Said<'noticed'> = {
    ...{ kind: 'noticed', document, measures: [], reason: '告知' },
    told: ['conditions', 'materials', 'verification', 'liability', 'free_choice'],
  };
  const matter = { case: 'pledge', pledge: 'cn.food-business-licence', number: '1' } as const;
  play.open('P', '2026-05-06', firm, { matter });
  play.must('P', '2026-05-06', officer, told);
  play.must('P', '2026-05-06', officer, served('notice', '2026-05-06'));
  play.must('P', '2026-05-07', firm, { kind: 'pledged', pledge: foodPledge() });
  play.must('P', '2026-05-08', officer, { kind: 'granted-on-pledge', document, reason: '符合' });
  const seen = { seenOn: civilDate('2026-06-01'), seen: '现场查看' };
  if (outcome === 'seen-kept') play.must('P', '2026-06-01', officer, { kind: outcome, ...seen });
  else play.must('P', '2026-06-01', officer, { kind: outcome, ...seen, unmet: ['rules'] });
  return play.file('P').actions;
}

async function publicAnswers(town: TownOfFirms): Promise<string> {
  const parts = town.at('2026-07-01');
  const casework = createCasework(parts, parts.loader);
  const found = await casework.viewSubject({ by: 'id', id: homeOf(1) });
  if (found.kind !== 'found') throw new Error(found.kind);
  const { pledges } = await casework.listPledges();
  return JSON.stringify([{ ...found.view, clock: undefined }, pledges]);
}

describe('a pledge in public', () => {
  it('is nowhere beside the name of whoever gave it, kept or not, as no card orders it shown', async () => {
    const shown = [...(nation().on(civilDate('2026-07-01'))?.pledges.values() ?? [])].flatMap(
      ({ approval }) => (approval === undefined ? [] : [approval.publicity]),
    );
    expect(shown.length).toBeGreaterThan(0);
    // The national catalogue has pledges and their performance as information that is recorded and
    // shared (category 8), and Shenzhen's article 59 that they are recorded; no text that was read
    // orders a kept pledge shown beside a name. To whoever gave it, it is shown as kept at its own desk.
    // Whoever writes a card that orders it shown has to build the line that shows it, with its end.
    expect(new Set(shown)).toEqual(new Set(['none']));
    for (const outcome of ['seen-kept', 'seen-unkept'] as const) {
      const town = await openTownOf(1);
      const before = await publicAnswers(town);
      const entries = acts(outcome).map((action) => {
        const kind = caseEntryKind(action.kind);
        const entry = { home: homeOf(1), stream: 'case/P', kind, payload: jsonOf(action) };
        return newEntry(town.store, entry, undefined);
      });
      const actor = { official: '王一', agency: 'market', role: 'case_officer' };
      await town.store.journal.record({ actor, purpose: 'supervision', basis: [] }, entries);
      const after = await publicAnswers(town);
      expect(after).toBe(before);
      expect(after).not.toContain(document.number);
    }
  });
});
