import { describe, expect, it } from 'vitest';

import { openRegime } from '../regime/open-regime.ts';
import { readConducts } from './read-conducts.ts';
import { LEVELS, NO_FORM } from './record-state.ts';
import { runWorld } from './run-world.ts';

describe('an offence that nobody has found', () => {
  it('stays open whatever merit, hardship or lawful act comes after it', async () => {
    const months = 12;
    const regime = await openRegime('wendeng-2020', { months });
    const practice = { inspections: 0, complaints: 0, falseReports: 0 };
    const plan = { agents: 3000, months, seed: 'open', society: 'town' as const, practice };
    const result = await runWorld(regime, plan);
    if (result.kind !== 'done') throw new Error(result.kind);
    const conducts = await readConducts();
    const natureOf = (form: number) => conducts[Math.floor(form / LEVELS)]?.nature;
    const { offences, openForm, slots } = result.columns;
    // Whoever has no record did next to nothing that a register finds by itself.
    const open = Array.from(openForm).filter(
      (_, i) => (offences[i] ?? 0) > 0 && (slots[i] ?? 0) === 0,
    );
    expect(open.length).toBeGreaterThan(100);
    const lesser = open.filter((form) => form !== NO_FORM && natureOf(form) !== 'offence');
    expect(lesser).toEqual([]);
  });
});
