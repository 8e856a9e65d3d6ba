import { jsonOf } from '@credence/domain';
import { commitmentOf } from '@credence/proof';

import { newSalt, newUuid } from './stores.ts';
import { market, type World } from './world.ts';

const desks = { own: market, platform: market, superior: market, review: market };
/** A name that was entered and undone, a dormancy that waits, and a visit whose time to be shown is over. */
const undoneName = '望澜市拂晓糕点有限公司';
const visit = { case: 'inspection', checklist: 'cn.food', inspectors: ['甲', '乙'] };
const lifeBy = { official: '沈知远', agency: market, role: 'data_officer' };
const change = { on: '2026-09-02', effectiveOn: '2026-09-01', by: lifeBy };
const past: readonly (readonly [stream: string, kind: string, payload: object])[] = [
  [
    'life/e1',
    'life-event@1',
    { ...change, eventId: 'e1', event: 'name', after: undoneName, parties: [] },
  ],
  ['life/e1', 'life-act@1', { eventId: 'e1', on: '2026-10-02', act: 'undone', caseId: 'c1' }],
  [
    'life/e2',
    'life-event@1',
    { ...change, eventId: 'e2', event: 'dormancy', confirmedBy: market, parties: [] },
  ],
  [
    'case/V',
    'case-opened@1',
    {
      ...{ kind: 'opened', desks, on: '2025-05-06' },
      matter: { ...visit, from: '2025-05-06', until: '2025-06-30' },
    },
  ],
  [
    'case/V',
    'case-visited-clear@1',
    {
      ...{ kind: 'visited-clear', on: '2025-05-20', visitedOn: '2025-05-20' },
      ...{ inspectors: visit.inspectors, skipped: [] },
    },
  ],
];

/** Writes what the desks would have written about the organisation of a code. */
export async function addPast(world: World, code: string): Promise<void> {
  const { journal, register } = world.system.store;
  const home = (await register.findByIdentifier({ scheme: 'uscc', value: code })) ?? '';
  const by = { kind: 'official', official: '王一', agency: market, role: 'case_officer' };
  const caseId = newUuid();
  const entries = past.map(([stream, kind, said]) => {
    const isCase = stream === 'case/V';
    const payload = jsonOf(isCase ? { ...said, caseId, by } : said);
    const salt = newSalt();
    return {
      ...{ id: newUuid(), home, stream: isCase ? `case/${caseId}` : stream, kind, payload, salt },
      commitment: commitmentOf(salt, payload),
    };
  });
  const actor = { official: '王一', agency: market, role: 'case_officer' };
  const outcome = await journal.record({ actor, purpose: 'casework', basis: [] }, entries);
  if (outcome.kind !== 'recorded') throw new Error(outcome.kind);
}
