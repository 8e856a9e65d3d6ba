import { base64url } from '@credence/proof';
import { describe, expect, it } from 'vitest';

import type { KnownPrincipal, Role } from '../access/principal.ts';
import type { Casework } from '../casework.ts';
import {
  draft,
  json,
  openBench,
  REPORT,
  second,
  signed,
  type Bench,
} from '../promulgate/draft-bench.test-support.ts';
import { official } from '../town.test-support.ts';

/** The older law is in force until 1 April 2026, so a draft of January can be compared with it. */
const proposedOn = '2026-01-05';
const lastDay = '2026-02-03';
const afterwards = '2026-02-04';
const { hash } = draft;

function officer(name: string, ...roles: readonly Role[]): KnownPrincipal {
  return { kind: 'official', account: `account of ${name}`, name, agency: 'town_office', roles };
}
const drafter = officer('王一', 'legal_officer');
const head = officer('李二', 'head_of_authority');
const auditor = officer('赵三', 'auditor');
const clerk = officer('钱四', 'data_officer');

async function published(): Promise<Bench> {
  const bench = await openBench();
  const casework = bench.at(proposedOn);
  await casework.proposeEdition(json, official);
  await casework.attachReportAtDesk(drafter, { hash, text: JSON.stringify(signed(bench.lab)) });
  const impact = await casework.runImpact(drafter, { hash });
  if (impact.kind === 'refused') throw new Error(JSON.stringify(impact));
  const outcome = await casework.publishAtDesk(drafter, hash);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  return bench;
}

/** Distinct codes, as on a machine with chance. */
function withChance(bench: Bench, day: string): Casework {
  let drawn = 0;
  const salt = () => {
    drawn += 1;
    return base64url(new Uint8Array(16).fill(drawn));
  };
  return bench.at(day, { salt });
}

async function comment(casework: Casework, text: string): Promise<string> {
  const outcome = await casework.commentOnDraft({ hash, text });
  if (outcome.kind !== 'received') throw new Error(JSON.stringify(outcome));
  return outcome.number;
}

async function missing(casework: Casework): Promise<unknown> {
  const outcome = await casework.promulgate(json, [second]);
  return outcome.kind === 'refused' ? outcome.problem.params['missing'] : outcome.kind;
}

const remark = '第八条的“严重”没有标准，应当写明。';

describe('a draft before the public', () => {
  it('is nowhere until it is published, and shows both its reports from then on', async () => {
    const bench = await openBench();
    const casework = bench.at(proposedOn);
    await casework.proposeEdition(json, official);
    expect(await casework.viewPublicDraft(hash)).toEqual({ kind: 'not-found' });
    expect((await casework.listPublicDrafts()).drafts).toEqual([]);

    const later = (await published()).at(proposedOn);
    expect((await later.listPublicDrafts()).drafts).toMatchObject([
      { hash, state: 'commenting', published: { on: proposedOn, commentUntil: afterwards } },
    ]);
    expect(await later.viewPublicDraft(hash)).toMatchObject({
      kind: 'found',
      view: {
        changes: {
          against: { code: 'town-2023' },
          diff: { added: [{ id: 'town.list' }, { id: 'office' }] },
        },
        reports: [{ report: REPORT, signature: 'verified' }],
        impact: { baseline: { code: 'town-2023' } },
      },
    });
  });

  it('can be read card by card from its publication on, in force for nobody', async () => {
    const before = await openBench();
    await before.at(proposedOn).proposeEdition(json, official);
    const read = (bench: Bench) => bench.at(proposedOn).viewCard(draft.code, 'list', 'town.list');
    expect(await read(before)).toEqual({ kind: 'not-found' });
    expect(await read(await published())).toMatchObject({
      kind: 'found',
      view: { clock: { edition: { code: 'town-2023' } }, edition: { hash } },
    });
  });

  it('says so when the key of its Lab report is listed no longer', async () => {
    const bench = await published();
    expect(await bench.at(proposedOn, { labKeys: [] }).viewPublicDraft(hash)).toMatchObject({
      view: { reports: [{ signature: 'key-not-listed' }] },
    });
  });

  it('is not published before its impact was counted, where there is law to compare it with', async () => {
    const bench = await openBench();
    const casework = bench.at(proposedOn);
    await casework.proposeEdition(json, official);
    await casework.attachReportAtDesk(drafter, { hash, text: JSON.stringify(signed(bench.lab)) });
    expect(await casework.publishAtDesk(drafter, hash)).toMatchObject({
      problem: { code: 'edition-step-missing', params: { missing: 'impact' } },
    });
  });
});

describe('a Lab report at the desk', () => {
  it.each([
    [
      'about another draft',
      (bench: Bench) => JSON.stringify(signed(bench.lab, { draft: 'ab'.repeat(32) })),
    ],
    ['that is no JSON', () => '{'],
  ])('%s is refused, and nothing is bound', async (_, write) => {
    const bench = await openBench();
    const casework = bench.at(proposedOn);
    await casework.proposeEdition(json, official);
    const before = bench.store.entries.length;
    expect(await casework.attachReportAtDesk(drafter, { hash, text: write(bench) })).toMatchObject({
      problem: { code: 'lab-report-refused' },
    });
    expect(bench.store.entries).toHaveLength(before);
  });
});

describe('a comment', () => {
  it('is taken until the last day of comment, and not on the day after', async () => {
    const bench = await published();
    expect(await bench.at(lastDay).commentOnDraft({ hash, text: remark })).toMatchObject({
      kind: 'received',
    });
    expect(await bench.at(afterwards).commentOnDraft({ hash, text: remark })).toMatchObject({
      problem: { code: 'comment-closed', params: { until: afterwards } },
    });
  });

  it('is refused once as many stand there as the operator takes, and nothing is stored', async () => {
    const bench = await published();
    const full = bench.at(proposedOn, { commentsPerDraft: 1 });
    await comment(full, remark);
    expect(await full.commentOnDraft({ hash, text: `${remark}二` })).toMatchObject({
      problem: { code: 'comments-full', params: { most: 1 } },
    });
    expect(await full.viewPublicDraft(hash)).toMatchObject({ view: { draft: { unanswered: 1 } } });
  });

  it('keeps the draft from approval until it is answered', async () => {
    const bench = await published();
    const number = await comment(bench.at(proposedOn), remark);
    const late = bench.at(afterwards);
    expect(await missing(late)).toBe('answers');
    await late.answerComments(drafter, {
      hash,
      numbers: [number],
      text: '已采纳。',
      shows: 'whole',
    });
    expect(await missing(late)).toBe('approved');
  });

  it('is public only together with its answer, without numbers of people', async () => {
    const bench = await published();
    const casework = withChance(bench, proposedOn);
    const number = await comment(casework, `${remark}电话 13800138000。`);
    const seen = async () => {
      const found = await casework.viewPublicDraft(hash);
      return found.kind === 'found' ? found.view : undefined;
    };
    expect((await seen())?.comments).toEqual([]);
    expect((await seen())?.draft.unanswered).toBe(1);
    await casework.answerComments(drafter, {
      ...{ hash, numbers: [number], shows: 'whole' },
      text: '请致电 13900139000 查询。',
    });
    expect((await seen())?.comments).toMatchObject([{ number, answer: { agency: 'town_office' } }]);
    expect(JSON.stringify(await seen())).not.toMatch(/13[89]00138000|13900139000/);
    expect(JSON.stringify(bench.store.entries)).not.toContain('13800138000');
  });

  it('that speaks of other people is withheld, and its answer is not', async () => {
    const bench = await published();
    const casework = bench.at(proposedOn);
    const number = await comment(casework, '隔壁的老李才应该上名单。');
    await casework.answerComments(drafter, {
      ...{ hash, numbers: [number], shows: 'withheld' },
      text: '名单只涉及组织。',
    });
    const found = await casework.viewPublicDraft(hash);
    expect(JSON.stringify(found)).not.toContain('老李');
    expect(found).toMatchObject({ view: { comments: [{ number, answer: { text: /组织/u } }] } });
  });

  it('is answered together with others, all of them or none', async () => {
    const bench = await published();
    const casework = withChance(bench, proposedOn);
    const numbers = [await comment(casework, remark), await comment(casework, `${remark}二`)];
    const text = '两条意见合并答复。';
    const unknown = [...numbers, 'AAAAA-AAAAA'];
    expect(
      await casework.answerComments(drafter, { hash, numbers: unknown, text, shows: 'whole' }),
    ).toMatchObject({ problem: { code: 'choice-invalid' } });
    expect(await casework.answerComments(drafter, { hash, numbers, text, shows: 'whole' })).toEqual(
      { kind: 'answered', count: 2 },
    );
    expect(
      await casework.answerComments(drafter, { hash, numbers, text, shows: 'whole' }),
    ).toMatchObject({ problem: { code: 'choice-invalid' } });
  });

  it.each(['太短', '长'.repeat(5_001)])('of an unfit length is refused', async (text) => {
    const bench = await published();
    const before = bench.store.entries.length;
    expect(await bench.at(proposedOn).commentOnDraft({ hash, text })).toMatchObject({
      problem: { code: 'text-length' },
    });
    expect(bench.store.entries).toHaveLength(before);
  });
});

describe('the legal desk', () => {
  it('shows every step that is due, and lets only the legal office prepare', async () => {
    const bench = await published();
    const casework = bench.at(proposedOn);
    expect(await casework.viewRuleDraft(drafter, hash)).toMatchObject({
      view: { stepsDue: ['comment'], may: { prepare: true, approve: true } },
    });
    expect(await casework.viewRuleDraft(auditor, hash)).toMatchObject({
      view: { may: { prepare: false, approve: false } },
    });
    const refused = { kind: 'refused', problem: { code: 'not-permitted' } };
    expect(await casework.viewRuleDraft(clerk, hash)).toMatchObject(refused);
    expect(await casework.publishAtDesk(head, hash)).toMatchObject(refused);
    expect(await casework.attachReportAtDesk(auditor, { hash, text: '{}' })).toMatchObject(refused);
    expect(await casework.approveDraft(auditor, hash)).toMatchObject(refused);
    const files = new Map([['edition.yaml', '']]);
    expect(await casework.checkDraftFiles(head, { files, propose: false })).toMatchObject(refused);
  });

  it('makes law of a draft by two officials in two offices, and tells whoever keeps the tables', async () => {
    const bench = await published();
    let told = 0;
    const onPromulgated = () => {
      told += 1;
      return Promise.resolve();
    };
    const late = bench.at(afterwards, { onPromulgated });
    expect(await late.approveDraft(drafter, hash)).toMatchObject({ kind: 'approved' });
    expect(await late.approveDraft(drafter, hash)).toMatchObject({
      problem: { code: 'approvals-not-two' },
    });
    const colleague = officer('孙五', 'legal_officer');
    expect(await late.approveDraft(colleague, hash)).toMatchObject({
      problem: { code: 'approvals-not-two' },
    });
    expect(told).toBe(0);
    expect(await late.approveDraft(head, hash)).toMatchObject({ kind: 'promulgated' });
    expect(told).toBe(1);
    expect(await late.viewRuleDraft(head, hash)).toMatchObject({
      view: { draft: { state: 'promulgated' }, stepsDue: [] },
    });
  });

  it('checks files and says what is wrong in both languages, and stores nothing', async () => {
    const bench = await openBench();
    const before = bench.store.entries.length;
    const files = new Map([['edition.yaml', 'edition: town-2027\nrealm: live\n']]);
    const found = await bench.at(proposedOn).checkDraftFiles(drafter, { files, propose: true });
    expect(found).toMatchObject({ kind: 'found', view: { proposed: false } });
    if (found.kind !== 'found') return;
    expect(found.view.edition).toBeUndefined();
    expect(found.view.findings[0]?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(bench.store.entries).toHaveLength(before);
  });
});
