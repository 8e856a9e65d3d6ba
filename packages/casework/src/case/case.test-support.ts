import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { civilDate, type PublicCreditRecord } from '@credence/domain';
import {
  checkEdition,
  createRulebook,
  formatFinding,
  type Edition,
  type Rulebook,
} from '@credence/rulebook';

import type { CaseAction, CaseOpened, Hand } from '../entry/case-payload.ts';
import type { CaseFile, CaseRecord, CaseStanding, CaseWorld } from './case.ts';
import { foldCase } from './fold-case.ts';
import { judgeAction, judgeOpening } from './judge/judge-action.ts';
import { caseRules, type CaseRules } from './judge/rules.ts';
import { standing } from './standing/standing.ts';

const root = fileURLToPath(new URL('../../../../rulebooks/', import.meta.url));

let known: Rulebook | undefined;

/** The shipped national law, old and new. */
export function nation(): Rulebook {
  if (known !== undefined) return known;
  const older = load('cn-2023');
  known = createRulebook([older, load('cn-2026', older)]);
  return known;
}

function load(code: string, predecessor?: Edition): Edition {
  const folder = join(root, code);
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [relative(folder, path), readFileSync(path, 'utf8')] as const);
  const options = predecessor === undefined ? {} : { predecessor };
  const outcome = checkEdition(new Map(files), options);
  if (outcome.kind === 'loaded') return outcome.edition;
  throw new Error(outcome.findings.map(formatFinding).join('\n'));
}

/** An official of the market regulator of Wanglan, unless another desk is named. */
export function officialAs(official: string, role: string, agency = 'market'): Hand {
  return { kind: 'official', official, agency, role };
}

export const officer = officialAs('王一', 'case_officer');
export const reviewer = officialAs('李二', 'legal_reviewer');
export const approver = officialAs('陈三', 'head_of_authority');
export const platform = officialAs('周四', 'registrar', 'platform');
export const superior = officialAs('吴五', 'head_of_authority', 'province');
export const review = officialAs('郑六', 'reviewer', 'review_office');
export const body = officialAs('冯七', 'case_officer', 'tender_office');
export const firm: Hand = { kind: 'party', as: 'subject', name: '示例公司' };

export const desks = {
  own: 'market',
  platform: 'platform',
  superior: 'province',
  review: 'review_office',
} as const;

/** A heavy fine in the field of food, served; it meets the criteria of the serious list. */
export function penalty(rest: Partial<PublicCreditRecord> = {}): PublicCreditRecord {
  return {
    recordId: 'p1',
    item: 'administrative_penalty',
    edition: 'cn-2023',
    takenInOn: civilDate('2024-01-08'),
    batchId: 'b1',
    row: 2,
    subject: {
      name: '示例公司',
      kind: 'organisation',
      identifiers: [{ scheme: 'uscc', value: '91999999MA3K7T2X0J' }],
    },
    provider: { code: 'market', name: '望澜市市场监管局' },
    document: { number: '望市监罚〔2024〕1号' },
    decidedOn: civilDate('2024-01-02'),
    service: { kind: 'shown', on: civilDate('2024-01-05'), mode: 'in_person' },
    facts: {
      procedure: 'ordinary',
      kinds: ['suspension_order'],
      domain: 'food',
      conduct_ended: '2023-11-01',
    },
    ...rest,
  };
}

/** What a test says of an act; the day and the case are added. */
export type Said<Kind extends CaseAction['kind'] = CaseAction['kind']> =
  Extract<CaseAction, { readonly kind: Kind }> extends infer One
    ? One extends { readonly kind: string }
      ? Omit<One, 'caseId' | 'on' | 'by'>
      : never
    : never;

/** The cases of one firm, played day by day. */
export class Play {
  readonly rules: CaseRules;
  readonly files = new Map<string, CaseFile>();
  readonly records = new Map<string, CaseRecord>();
  /** Draws that met the firm. */
  arranged: readonly string[] = [];
  /** Evaluations of the firm. */
  evaluations: NonNullable<CaseWorld['evaluations']> = [];
  /** What the last refusal said. */
  refused: readonly string[] = [];

  constructor(records: readonly PublicCreditRecord[] = [penalty()], rules = caseRules) {
    for (const record of records) this.records.set(record.recordId, { record });
    this.rules = rules;
  }

  get world(): CaseWorld {
    const { arranged, evaluations } = this;
    const held = { docket: this.files, records: this.records };
    return { rulebook: nation(), ...held, arranged, evaluations };
  }

  /** Opens a case; true where it was allowed. */
  open(
    caseId: string,
    on: string,
    by: Hand,
    given: Pick<CaseOpened, 'matter'> & Partial<Pick<CaseOpened, 'desks'>>,
  ): boolean {
    const opened: CaseOpened = {
      kind: 'opened',
      caseId,
      on: civilDate(on),
      by,
      desks: given.desks ?? desks,
      matter: given.matter,
    };
    const judged = judgeOpening(opened, this.world, this.rules);
    this.refused = judged.kind === 'allowed' ? [] : judged.problems.map(({ code }) => code);
    if (judged.kind === 'allowed') this.files.set(caseId, foldCase([opened], this.rules.tables));
    return judged.kind === 'allowed';
  }

  /** Takes a step; true where it was allowed. */
  act(caseId: string, on: string, by: Hand, said: Said): boolean {
    const file = this.file(caseId);
    // A test's act is whole once the case, the day and the hand are added.
    const action = { ...said, caseId, on: civilDate(on), by } as CaseAction;
    const judged = judgeAction(file, this.world, action, this.rules);
    this.refused = judged.kind === 'allowed' ? [] : judged.problems.map(({ code }) => code);
    if (judged.kind === 'refused') return false;
    this.files.set(caseId, foldCase([...file.actions, action], this.rules.tables));
    return true;
  }

  /** Whether somebody could take a step. */
  would(caseId: string, on: string, by: Hand, said: Said): boolean {
    // As in `act`.
    const action = { ...said, caseId, on: civilDate(on), by } as CaseAction;
    return judgeAction(this.file(caseId), this.world, action, this.rules).kind === 'allowed';
  }

  /** Takes steps that have to be allowed. */
  must(caseId: string, on: string, by: Hand, said: Said): void {
    if (!this.act(caseId, on, by, said)) {
      throw new Error(`${said.kind} on ${on}: ${this.refused.join(', ')}`);
    }
  }

  file(caseId: string): CaseFile {
    const file = this.files.get(caseId);
    if (file === undefined) throw new Error(`There is no case ${caseId}.`);
    return file;
  }

  at(caseId: string, on: string): CaseStanding {
    const found = standing(this.file(caseId), this.world, civilDate(on), this.rules);
    if (found === undefined) throw new Error(`${caseId} was not open on ${on}.`);
    return found;
  }
}

export const seriousList = {
  case: 'listing',
  list: 'samr.serious-violations',
  recordId: 'p1',
  document: { number: '望市监罚〔2024〕1号' },
  conductOn: civilDate('2023-11-01'),
  basis: ['samr-order-44-2021#art-2'],
  reason: '涉及食品安全，受到较重行政处罚。',
  evidence: ['处罚决定书'],
  measures: ['key_supervision', 'honours_limit'],
} as const satisfies CaseOpened['matter'];

export const told = ['facts', 'evidence', 'article', 'measures', 'term', 'exit', 'remedies'];

export const notice: Said<'noticed'> = {
  kind: 'noticed',
  document: { number: '望市监告〔2024〕1号' },
  told,
  measures: ['key_supervision', 'honours_limit'],
  reason: '拟列入严重违法失信名单。',
};

export function served(paper: 'notice' | 'decision', on: string): Said<'served'> {
  return { kind: 'served', paper, mode: 'in_person', servedOn: civilDate(on), proof: '送达回证' };
}

export const draft: Said<'drafted'> = {
  kind: 'drafted',
  document: { number: '望市监列〔2024〕1号' },
  basis: ['samr-order-44-2021#art-2'],
  reason: '性质恶劣、情节严重。',
  answers: [],
  measures: ['key_supervision'],
  told,
};

/** A listing in effect since 2024-02-05: notice on 01-10, decision on 01-25, both served. */
export function listed(play = new Play(), caseId = 'L'): Play {
  play.open(caseId, '2024-01-09', officer, { matter: seriousList });
  play.must(caseId, '2024-01-10', officer, notice);
  play.must(caseId, '2024-01-12', officer, served('notice', '2024-01-11'));
  play.must(caseId, '2024-01-25', officer, draft);
  play.must(caseId, '2024-01-26', reviewer, { kind: 'reviewed' });
  play.must(caseId, '2024-01-29', approver, { kind: 'approved' });
  play.must(caseId, '2024-02-05', officer, served('decision', '2024-02-05'));
  return play;
}

/** What whoever asks for a food licence on its word signs, as the national law writes it. */
export function foodPledge(): string {
  const card = nation().on(civilDate('2026-05-06'))?.pledges.get('cn.food-business-licence');
  return card?.approval?.form.zh ?? '';
}
