import { jsonOf } from '@credence/domain';
import { beforeAll, describe, expect, it } from 'vitest';

import type { KnownPrincipal } from '../access/principal.ts';
import { draft, nation } from '../case/case.test-support.ts';
import type { CaseDocument } from '../case/letter/letter.ts';
import {
  firmWith,
  listFirm,
  officer,
  official,
  openOffice,
  type OwnOffice,
} from './own-office.test-support.ts';

// The national law takes its time to open on a busy machine.
beforeAll(() => void nation(), 60_000);

const day = '2024-01-23';

async function inboxKinds(office: OwnOffice, on = day): Promise<readonly string[]> {
  const found = await office.at(on).viewOwnDesk(office.firm, office.home);
  return found.kind === 'found' ? found.view.inbox.map(({ kind }) => kind) : [found.kind];
}

async function letter(
  office: OwnOffice,
  principal: KnownPrincipal,
  given: { readonly caseId: string; readonly document: CaseDocument; readonly on?: string },
): Promise<string> {
  const { caseId, document, on = day } = given;
  return (await office.at(on).writeLetter(principal, { caseId, document, language: 'zh' })).kind;
}

describe('a decision that has been approved and not served', () => {
  it('is in no inbox until it is served, unless the organisation agreed to be served there', async () => {
    const office = await openOffice();
    await listFirm(office, 'approved');
    expect(await inboxKinds(office)).toEqual(['notice']);
    const subject = { by: 'id', id: office.home } as const;
    const agreed = { principal: office.firm, subject, consent: { kind: 'given' } } as const;
    expect((await office.at(day).setServiceConsent(agreed)).kind).toBe('recorded');
    expect(await inboxKinds(office)).toEqual(['decision', 'notice']);
    const desk = await office.at(day).viewOwnDesk(office.firm, office.home);
    expect(desk).toMatchObject({ view: { consent: { until: '2026-01-23' } } });
    expect(await inboxKinds(office, '2026-01-23')).toEqual(['notice']);
  });

  it('is served by being opened there, and its clocks run from that day; never without consent', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'approved');
    const subject = { by: 'id', id: office.home } as const;
    const agreed = { principal: office.firm, subject, consent: { kind: 'given' } } as const;
    const place = 5;
    const opens = async (on: string, who = office.firm) => {
      await office.at(on).openDocument(who, { home: office.home, caseId, place });
      const found = await office.at(on).viewCase(officer, caseId);
      if (found.kind !== 'found') throw new Error(found.kind);
      return found.view.standing;
    };
    expect((await opens('2024-01-24')).phase).toBe('awaiting-service-of-decision');
    await office.at('2024-01-25').setServiceConsent(agreed);
    // Neither the consent itself nor a look at the counter is a receipt.
    expect((await opens('2024-01-25', officer)).phase).toBe('awaiting-service-of-decision');
    const { effect, clocks } = await opens('2024-01-26');
    expect(effect).toMatchObject({ kind: 'in-effect', from: '2024-01-26' });
    const review = clocks.find(({ clock }) => clock === 'review');
    expect(review).toMatchObject({ startedOn: '2024-01-26' });
    expect((await opens('2024-01-29')).effect).toMatchObject({ from: '2024-01-26' });
  });

  it('is printed for the office alone, and then for the organisation as well', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'approved');
    const decision = { caseId, document: 'listing-decision' } as const;
    expect(await letter(office, officer, decision)).toBe('written');
    expect(await letter(office, office.firm, decision)).toBe('not-found');
    expect(await letter(office, office.firm, { caseId, document: 'advance-notice' })).toBe(
      'written',
    );
    const other = await openOffice();
    const served = { ...decision, caseId: await listFirm(other, 'served'), on: '2024-01-24' };
    expect(await letter(other, other.firm, served)).toBe('written');
  });

  it('shows the organisation neither what it answers nor what it orders', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'noticed');
    const { firm } = office;
    const stated = { points: [{ text: '已封存。' }] };
    const said = { principal: firm, caseId, act: 'stated', content: jsonOf(stated) };
    expect((await office.at('2024-01-12').actInCase(said)).kind).toBe('recorded');
    const { kind: act, ...rest } = draft;
    const answers = [{ point: 1, text: '不影响列入。', outcome: 'refused' }];
    const content = jsonOf({ ...rest, answers });
    const drafted = await office.at('2024-01-19').actInCase({
      ...{ principal: officer, caseId, act, content },
    });
    expect(drafted.kind).toBe('recorded');
    const read = async (principal: KnownPrincipal): Promise<string> => {
      const found = await office.at('2024-01-19').viewCase(principal, caseId);
      return found.kind === 'found' ? JSON.stringify(found.view) : found.kind;
    };
    expect(await read(officer)).toContain('不影响列入');
    expect(await read(firm)).toContain('已封存');
    expect(await read(firm)).not.toMatch(/不影响列入|望市监列/);
  });
});

describe('a paper of a case', () => {
  it('is printed for nobody who may not read the case', async () => {
    const office = await openOffice();
    const caseId = await listFirm(office, 'served');
    const notice = { caseId, document: 'advance-notice', on: '2024-01-24' } as const;
    const elsewhere = firmWith(undefined, '00000000-0000-7000-8000-0000000000bb');
    expect(await letter(office, elsewhere, notice)).toBe('refused');
    expect(await letter(office, official('钱七', 'case_officer', 'tax'), notice)).toBe('refused');
    // The unit that reviews has a desk in the case, and no turn while nothing was appealed.
    const reviewer = official('郑六', 'reviewer', 'review_office');
    expect(await letter(office, reviewer, notice)).toBe('not-found');
    expect((await office.at('2024-01-24').viewCase(reviewer, caseId)).kind).toBe('not-found');
  });
});

describe('who opens a case', () => {
  it('sees of other desks’ cases what anyone may, and nothing they are only thinking of', async () => {
    const office = await openOffice();
    const elsewhere = official('孙八', 'case_officer', 'review_office');
    const casesSeen = async (of: OwnOffice, who: KnownPrincipal, on: string) => {
      const found = await of.at(on).listOpenings(who, of.home);
      if (found.kind !== 'found') throw new Error(found.kind);
      return found.view.about.filter(({ kind }) => kind === 'case').length;
    };
    await listFirm(office, 'approved');
    expect(await casesSeen(office, officer, day)).toBe(1);
    expect(await casesSeen(office, elsewhere, day)).toBe(0);
    const listed = await openOffice();
    await listFirm(listed, 'served');
    expect(await casesSeen(listed, elsewhere, '2024-03-01')).toBe(1);
  });
});
