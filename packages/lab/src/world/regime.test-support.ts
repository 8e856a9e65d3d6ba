import { LEVELS } from './record-state.ts';
import { civilDate } from '@credence/domain';

import type { Grading } from '../regime/regime-law.ts';
import { NEVER, type Regime, type RegimeList } from '../regime/regime.ts';
import { readConducts, type Conduct } from './read-conducts.ts';

const MONTHS = 24;

const list = (id: string, rest: Partial<RegimeList>): RegimeList => ({
  ...{ id, title: { zh: id, en: id }, termMonths: 12, repairAfterMonths: 3, noticeMonths: 1 },
  ...{ heard: false, renews: false, measures: [], spreads: false },
  ...rest,
});

/**
 * A regime made by hand: offences and inabilities lead to the first list, which hears its subjects
 * and refuses tenders; lawful acts to the second, which nobody leaves, takes travel and reaches the
 * linked. Steps by number of records: no loan from the third on.
 */
export async function madeUpRegime(change: Partial<Regime> = {}): Promise<Regime> {
  const conducts = await readConducts();
  const grading: Grading = {
    ...{ kind: 'steps', codes: ['good', 'fair', 'bad'], fromRecords: [0, 1, 3], windowMonths: 24 },
  };
  return {
    ...{ id: 'made-up', title: { zh: '拟制', en: 'Made up' }, says: { zh: '拟制', en: 'Made up' } },
    ...{ subjects: ['organisation', 'natural_person'], confidence: 'unverified', hash: 'made-up' },
    ...{ findings: [], practice: {} },
    lists: [
      list('breaches', { heard: true, measures: [0] }),
      list('dissent', {
        ...{ termMonths: NEVER, repairAfterMonths: NEVER, measures: [1], spreads: true },
      }),
    ],
    measures: [measure('tenders', 3, 'public_tenders'), measure('travel', 4, 'ordinary_travel')],
    grades: {
      ...{ kind: 'steps', card: 'made-up', codes: ['good', 'fair', 'bad'] },
      ...{ measures: [[], [], [0]], rewards: [1, 0, 0], everyMonths: 1, voluntary: false },
    },
    table: tableOf(conducts, ({ nature }) =>
      nature === 'merit' ? 0 : nature === 'lawful' ? 2 : 1,
    ),
    law: {
      ...{ starts: civilDate('2026-01-01'), rows: [], rowOfForm: new Int16Array(0) },
      ...{ amounts: conducts[0]?.amounts ?? [], grading },
      graded: ['organisation', 'natural_person'],
    },
    ...change,
  };
}

/** A regime that keeps nothing: no records, no lists, no grades. */
export async function noRegime(): Promise<Regime> {
  const made = await madeUpRegime();
  const { starts, rows, rowOfForm, amounts, graded } = made.law;
  const { title, says, subjects, confidence, findings, practice } = made;
  const nothing = tableOf(await readConducts(), () => 0);
  nothing.recorded.fill(0);
  return {
    ...{ id: 'nothing', hash: 'nothing', lists: [], measures: [], table: nothing },
    ...{ title, says, subjects, confidence, findings, practice },
    law: { starts, rows, rowOfForm, amounts, graded },
  };
}

function measure(id: string, burden: number, touches: string): Regime['measures'][number] {
  const title = { zh: id, en: id };
  return { id, title, burden, touches: [touches], essential: touches === 'ordinary_travel' };
}

function tableOf(
  conducts: readonly Conduct[],
  listsOf: (conduct: Conduct) => number,
): Regime['table'] {
  const forms = conducts.length * LEVELS;
  const proposes = new Uint8Array(forms * MONTHS * 3);
  conducts.forEach((conduct, number) => {
    const from = number * LEVELS * MONTHS * 3;
    proposes.fill(listsOf(conduct), from, from + LEVELS * MONTHS * 3);
  });
  return {
    ...{ months: MONTHS, levels: LEVELS, proposes },
    recorded: new Uint8Array(conducts.length).fill(1),
    shown: new Uint16Array(forms * MONTHS).fill(36),
  };
}
