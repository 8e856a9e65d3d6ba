import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { CaseStanding } from '@credence/casework';
import { addDays, civilDate, daysBetween, describeProblem, problem } from '@credence/domain';
import type { StorePlace } from '@credence/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTown, organisations, penaltyOf, type Town } from '../support/case-town.ts';
import { codeOf, nameOf } from '../support/city-files.ts';
import { environmentFor, runCommand, type CommandResult } from '../support/command.ts';
import type { MovingWorld } from '../support/moving-world.ts';
import { openPost } from '../support/post.ts';
import { openTerminal } from '../support/shared-terminal.ts';
import { testEngines, type TestEngine } from '../support/stores.ts';
import { market } from '../support/world.ts';

const desks = { own: market, platform: 'credit', superior: 'province', review: 'justice' };
const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];
const basis = ['samr-order-44-2021#art-2'];
const listingOf = (recordId: string) => ({
  desks,
  matter: {
    ...{ case: 'listing', list: 'samr.serious-violations', recordId, basis },
    document: { number: penaltyOf(1).number },
    conductOn: '2023-11-01',
    reason: '涉及食品安全，受到较重行政处罚。',
    evidence: ['处罚决定书'],
    measures: ['key_supervision'],
  },
});
const notice = {
  ...{ document: { number: '望市监告〔2024〕1号' }, told, measures: ['key_supervision'] },
  reason: '拟列入严重违法失信名单。',
};
const decision = (answers: readonly object[]) => ({
  ...{ document: { number: '望市监列〔2024〕1号' }, basis, told, answers },
  ...{ reason: '性质恶劣、情节严重。', measures: ['key_supervision'] },
});
const service = (paper: string, servedOn: string) => ({
  ...{ paper, mode: 'in_person', servedOn, proof: '送达回证' },
});
const objection = (recordId: string) => ({
  desks,
  matter: {
    ...{ case: 'objection', clock: 'dispute.credence' },
    target: { kind: 'record', recordId },
    points: [{ text: '金额有误' }],
  },
});

const office = (official: string, role = 'case_officer') =>
  ['--agency', market, '--official', official, '--role', role] as const;
const officer = office('王一');
/** What a refusal says first, from the closed list of problems. */
const titles = {
  'not-served': describeProblem(problem('case-not-served', {}), 'en').title,
  'window-open': describeProblem(problem('case-window-open', { until: '' }), 'en').title,
  unanswered: describeProblem(problem('case-points-unanswered', { missing: '' }), 'en').title,
  'same-role': describeProblem(problem('case-same-role', { official: '' }), 'en').title,
  'step-never': describeProblem(
    problem('case-step-never', { state: '', act: '', accepted: '' }),
    'en',
  ).title,
};

interface PublicRecord {
  readonly id: string;
  readonly url: string;
  readonly disputedSince?: string;
}

interface PublicAnswer {
  readonly records: { readonly items: readonly PublicRecord[] };
  readonly listings: readonly { readonly id: string }[];
}

describe.each(testEngines())('the case commands on %s', { timeout: 240_000 }, (_, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'credence-case-'));
  let engine: TestEngine;
  let place: StorePlace;
  let town: Town;
  const post = openPost();
  let listing = '';
  /** The record of each organisation, as its page names it. */
  const records = new Map<number, string>();

  beforeAll(async () => {
    engine = await start();
    place = await engine.newPlace();
    town = await openTown(place, folder, await post.listen());
    for (const of of organisations) {
      const [record] = await recordsOf(of);
      if (record === undefined) throw new Error(`Organisation ${String(of)} shows no record.`);
      records.set(of, record.id);
    }
  }, 240_000);
  afterAll(async () => {
    await post.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (path: string) => town.portal.fetch(new Request(`http://127.0.0.1${path}`));
  const organisation = async (of: number, on?: string): Promise<PublicAnswer | undefined> => {
    const path = `/api/v1/organisations/by-code/uscc/${codeOf(of)}`;
    const answer = await get(on === undefined ? path : `${path}?day=${on}`);
    if (answer.status === 404) return undefined;
    expect(answer.status).toBe(200);
    return (await answer.json()) as PublicAnswer;
  };
  const recordsOf = async (of: number) => (await organisation(of))?.records.items ?? [];
  const listingsOf = async (of: number, on?: string) => (await organisation(of, on))?.listings;
  const recordOf = (of: number): string => records.get(of) ?? '';
  const content = (said: object) => ['--content', JSON.stringify(said)] as const;
  const counter = ['--behalf', '示例公司'] as const;

  const opened = async (on: string, of: number, said: object, ...more: readonly string[]) => {
    const { exit, out, err } = await town.run(
      on,
      ...['case', 'open', codeOf(of), ...content(said), ...officer, ...more],
    );
    expect([exit, err]).toEqual([0, '']);
    return /^\S+/.exec(out)?.[0] ?? '';
  };
  const act = (on: string, id: string, step: string, said: object, by: readonly string[]) =>
    town.run(on, 'case', 'act', id, step, ...content(said), ...by);
  const done = async (...step: Parameters<typeof act>) => {
    const { exit, err } = await act(...step);
    expect([step[2], exit, err]).toEqual([step[2], 0, '']);
  };
  const refused = async (title: string, ...step: Parameters<typeof act>) => {
    const { exit, out, err } = await act(...step);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain(title);
  };
  const standing = async (on: string, id: string): Promise<CaseStanding> => {
    const shown = await town.run(on, 'case', 'show', id, '--format', 'json', ...officer);
    expect([shown.exit, shown.err]).toEqual([0, '']);
    return JSON.parse(shown.out) as CaseStanding;
  };

  it('brings a listing from its proposal into effect, and refuses each step too early', async () => {
    listing = await opened('2024-01-09', 1, listingOf(recordOf(1)));
    const agreed = await town.world.system.casework.setServiceConsent({
      principal: { kind: 'operator', name: '王一', agency: market, role: 'case_officer' },
      subject: { by: 'code', code: codeOf(1) },
      behalf: { kind: 'party', as: 'subject', name: nameOf(1) },
      consent: { kind: 'given', mail: 'office@firm.example' },
    });
    expect(agreed.kind).toBe('recorded');
    expect(await standing('2024-01-09', listing)).toMatchObject({ phase: 'proposed' });
    const queue = await town.run('2024-01-09', 'case', 'list', ...officer);
    expect(queue.out).toContain(`${listing}  listing  2024-01-09  proposed  officer`);
    const answer = { point: 1, text: '不影响列入。', outcome: 'refused' };
    const draft = [listing, 'drafted', decision([answer]), officer] as const;
    await refused(titles['step-never'], '2024-01-09', ...draft);
    await done('2024-01-10', listing, 'noticed', notice, officer);
    await refused(titles['not-served'], '2024-01-10', ...draft);
    const proof = service('notice', '2024-01-11');
    const receipt = join(folder, '回证.pdf');
    writeFileSync(receipt, '%PDF-1.7 receipt');
    await done('2024-01-11', listing, 'served', proof, [...officer, '--attach', receipt]);
    // A digest that is only stated is no file.
    const stated = { name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1, type: 'application/pdf' };
    const claimed = { ...proof, papers: [stated] };
    expect((await act('2024-01-11', listing, 'served', claimed, officer)).exit).not.toBe(0);
    const missing = [...officer, '--attach', join(folder, 'none.pdf')];
    expect((await act('2024-01-11', listing, 'served', proof, missing)).exit).toBe(2);
    const verified = await town.run(
      '2024-01-11',
      'case',
      'timeline',
      listing,
      '--verify',
      ...officer,
    );
    expect([verified.exit, verified.err]).toEqual([0, '']);
    const digest = /"sha256":"([0-9a-f]{64})"/.exec(verified.out)?.[1] ?? '';
    const copy = join(folder, 'copy.pdf');
    await town.run('2024-01-11', 'case', 'paper', listing, digest, '--to', copy, ...officer);
    expect(readFileSync(copy, 'utf8')).toBe('%PDF-1.7 receipt');
    const points = { points: [{ text: '情节轻微' }] };
    await done('2024-01-12', listing, 'stated', points, [...officer, ...counter]);
    await refused(titles['window-open'], '2024-01-18', ...draft);
    await refused(titles.unanswered, '2024-01-19', listing, 'drafted', decision([]), officer);
    await done('2024-01-19', ...draft);
    const alone = office('王一', 'legal_officer');
    await refused(titles['same-role'], '2024-01-22', listing, 'reviewed', {}, alone);
    await done('2024-01-22', listing, 'reviewed', {}, office('李二', 'legal_officer'));
    await done('2024-01-23', listing, 'approved', {}, office('陈三', 'head_of_authority'));
    await done('2024-01-24', listing, 'served', service('decision', '2024-01-24'), officer);
    expect((await standing('2024-01-24', listing)).effect).toMatchObject({
      ...{ kind: 'in-effect', from: '2024-01-24', until: '2027-01-24' },
    });
    // It waits for nobody now: no look into the file is needed to see that.
    const rows = await town.world.system.store.register.openCases(market, 10);
    expect(rows.map(({ caseId }) => caseId)).not.toContain(listing);
  });

  it('shows a listing with its end and its way out while it stands', async () => {
    const page = await (await get((await organisationPath(1)) ?? '')).text();
    expect(page).toContain(`list-${listing}`);
    expect(await listingsOf(1)).toMatchObject([
      {
        ...{ id: listing, begins: '2024-01-24', ends: '2027-01-24', repairFrom: '2025-01-24' },
        ...{ list: { code: 'samr.serious-violations' }, document: decision([]).document },
        measures: [{ code: 'key_supervision' }],
      },
    ]);
    expect(await listingsOf(2)).toEqual([]);
    expect(await listingsOf(1, '2024-01-23')).toEqual([]);
  });

  it('writes the papers of a case, and only those that exist by then', async () => {
    const to = join(folder, 'decision.pdf');
    const paper = (document: string) =>
      town.run(
        '2024-01-24',
        ...['case', 'letter', listing, '--document', document, '--to', to, '--language', 'both'],
        ...officer,
      );
    const { exit, out, err } = await paper('listing-decision');
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('望市监列〔2024〕1号');
    expect(readFileSync(to).subarray(0, 5).toString()).toBe('%PDF-');
    const early = await paper('removal-decision');
    expect([early.exit, early.out]).toEqual([1, '']);
    expect(early.err).toContain('listing-decision');
  });

  it('sends word of each paper to whoever agreed, once, with nothing of what is in it', async () => {
    const first = await town.run('2024-01-25', 'work', '--once');
    expect([first.exit, first.err]).toEqual([0, '']);
    expect(first.out).toContain('mail: handed over 2,');
    const again = await town.run('2024-01-25', 'work', '--once');
    expect(again.out).toContain('mail: handed over 0,');
    expect(post.taken).toHaveLength(2);
    for (const text of post.taken) {
      expect(text).toMatch(/^To: office@firm\.example\r$/m);
      expect(text).not.toContain(codeOf(1));
    }
  });

  it('stores nothing of what was refused', async () => {
    const timeline = await town.run('2024-01-25', 'case', 'timeline', listing, ...officer);
    const acts = timeline.out.split('\n').filter((row) => /^2024-01-\d\d {2}[a-z]/.test(row));
    expect(acts.map((row) => row.split('  ')[1])).toEqual([
      ...['opened', 'noticed', 'served', 'stated', 'drafted', 'reviewed', 'approved', 'served'],
    ]);
    expect(timeline.out).toContain('示例公司 (subject)');
  });

  it('marks a record as disputed while an objection waits, and no longer', async () => {
    const { world } = town;
    const before = await recordsOf(2);
    const objected = await opened('2024-02-05', 2, objection(recordOf(2)), ...counter);
    expect(await standing('2024-02-05', objected)).toMatchObject({ disputes: recordOf(2) });
    const url = before[0]?.url ?? '';
    expect((await recordsOf(2))[0]?.disputedSince).toBe('2024-02-05');
    for (const path of [url, `/en${url}`, (await organisationPath(2)) ?? '']) {
      expect(await (await get(path)).text(), path).toContain('chip-disputed');
    }
    expect(await rowsAbout(world, 2)).toMatchObject([{ disputed_since: '2024-02-05' }]);
    // Another's record bears no mark.
    expect((await recordsOf(1))[0]).not.toHaveProperty('disputedSince');
    const answers = [{ point: 1, text: '核实无误。', outcome: 'refused' }];
    const { document, reason } = notice;
    const said = { document, basis, reason, answers, effect: 'none' };
    await done('2024-02-08', objected, 'answered', said, officer);
    expect(await recordsOf(2)).toEqual(before);
    expect(await (await get(url)).text()).not.toContain('chip-disputed');
    const [row] = await rowsAbout(world, 2);
    expect(row).not.toHaveProperty('disputed_since');
  });

  it('takes a record off every page and out of the files on the day its repair is granted', async () => {
    const url = (await recordsOf(3))[0]?.url ?? '';
    const target = { kind: 'record', recordId: recordOf(3) };
    const matter = { case: 'repair', target };
    const on = '2024-04-08';
    const repair = await opened(on, 3, { desks, matter }, ...counter);
    const shown = { condition: 'corrected', proof: '检测报告' };
    await done(on, repair, 'condition-shown', shown, [...officer, ...counter]);
    await done(on, repair, 'pledged', { pledge: '承诺守法经营' }, [...officer, ...counter]);
    await done(on, repair, 'condition-shown', shown, officer);
    const search = `/api/v1/organisations?q=${encodeURIComponent(nameOf(3))}`;
    expect(await (await get(search)).text()).toContain(codeOf(3));
    expect(await rowsAbout(town.world, 3)).toHaveLength(1);
    const granted = { document: { number: '望市监修〔2024〕1号' }, reason: '条件已满足。' };
    await done(on, repair, 'granted', granted, officer);
    expect((await get(url)).status).toBe(404);
    expect(await recordsOf(3)).toEqual([]);
    // Nothing else is known of it: it is as if it had never been there.
    expect(await (await get(search)).text()).not.toContain(codeOf(3));
    expect(await rowsAbout(town.world, 3)).toEqual([]);
  });

  it('has a listing stand on its last day and nowhere on the day of its end, by time alone', async () => {
    const { world } = town;
    world.pass(daysBetween(world.today(), civilDate('2027-01-23')));
    expect(await listingsOf(1)).toHaveLength(1);
    world.pass(1);
    expect(await listingsOf(1)).toEqual([]);
    // Nor does a look at an earlier day bring it back.
    expect(await listingsOf(1, '2026-06-01')).toEqual([]);
    const page = await (await get((await organisationPath(1)) ?? '')).text();
    expect(page).not.toContain(`list-${listing}`);
  });

  it('runs from a process of its own: the last day, the day of the end, and the journal', async () => {
    await town.world.close();
    const settings = (on: string) => ({ CREDENCE_CLOCK: on, ...environmentFor(place, folder) });
    const credence = (on: string, ...args: readonly string[]): Promise<CommandResult> =>
      runCommand(args, settings(on));
    // Each opens the register for itself; to start a process for each takes seconds more.
    const alone = (on: string, ...args: readonly string[]): Promise<CommandResult> =>
      openTerminal(undefined, folder, settings(on))(...args);
    const end = civilDate('2027-01-24');
    const shown = await credence(end, 'case', 'show', listing, '--format', 'json', ...officer);
    expect([shown.exit, shown.err]).toEqual([0, '']);
    const { effect } = JSON.parse(shown.out) as CaseStanding;
    expect(effect).toEqual({ kind: 'ended', on: end, because: 'time' });

    const timeline = ['case', 'timeline', listing, '--verify', ...officer] as const;
    const verified = await alone(addDays(end, -1), ...timeline);
    expect([verified.exit, verified.err]).toEqual([0, '']);
    expect(verified.out).toContain(`in-effect  2024-01-24 - ${end}`);
    expect(verified.out).toContain('verified: equal to the journal');

    const file = join(folder, 'objection.json');
    writeFileSync(file, JSON.stringify(objection(recordOf(2))));
    const order = ['case', 'open', codeOf(2), '--content', `@${file}`, ...counter] as const;
    const objected = await alone('2024-05-06', ...order, ...officer);
    expect([objected.exit, objected.err]).toEqual([0, '']);
    const id = /^\S+/.exec(objected.out)?.[0] ?? '-';
    const never = await credence('2024-05-07', 'case', 'act', id, 'approved', ...officer);
    expect([never.exit, never.out]).toEqual([1, '']);
    expect(never.err).toContain(titles['step-never']);
  });

  const organisationPath = async (of: number): Promise<string | undefined> =>
    (await get(`/o/${codeOf(of)}`)).headers.get('location') ?? undefined;

  /** Rows of the published file of penalties about one organisation, as of now. */
  async function rowsAbout(world: MovingWorld, of: number) {
    const { manifests } = await world.system.casework.publishDownloads();
    const rows = await world.rowsOf('administrative_penalty', manifests[0]?.after ?? '');
    return rows.filter(({ code }) => code === codeOf(of));
  }
});
