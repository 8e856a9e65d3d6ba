import { jsonOf, problem, type Problem } from '@credence/domain';
import { canonicalJson, sha256Hex } from '@credence/proof';

import { actorOf, readerOf } from '../access/actor-of.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { readClosedMany } from '../access/read-closed.ts';
import { readIdentifier } from '../access/find-home.ts';
import {
  consultationKind,
  consultationStream,
  consultedKind,
  isConsultation,
  type ConsultationPayload,
  type ConsultedPayload,
} from '../entry/consult-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Access, Entry } from '../port/journal.ts';
import { derivedHome } from '../supply/derived-home.ts';
import { heldUntil } from '../state/held-until.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import {
  biddersAtMost,
  tendersPerDay,
  type ConsultCasework,
  type ConsultOutcome,
} from './consult.ts';
import { findFirm } from './find-firm.ts';
import { judgeOrder } from './judge-order.ts';
import {
  keptIn,
  lookOf,
  showAgain,
  showConsultation,
  type ConsultParts,
} from './show-consultation.ts';

type Command = Parameters<ConsultCasework['consultRegister']>[0];

const refused = (...problems: readonly Problem[]): ConsultOutcome => ({
  kind: 'refused',
  problems,
});

/** @see {@link ConsultCasework.consultRegister} */
export async function consultRegister(
  parts: ConsultParts,
  command: Command,
): Promise<ConsultOutcome> {
  const { principal, order, idempotencyKey } = command;
  const agency = agencyOf(principal);
  const resource = { kind: 'agency', agency } as const;
  const decision = parts.access.decide(principal, 'consult.ask', resource, 'consultation');
  if (decision.kind === 'refused') return refused(decision.problem);
  const office = (await parts.register.agencies()).find(({ code }) => code === agency);
  if (office === undefined) return refused(problem('agency-unknown', { agency }));
  const account = accountOf(principal);
  const consultationId =
    idempotencyKey === undefined
      ? parts.uuid()
      : derivedHome(canonicalJson(['consultation', agency, account, idempotencyKey]));
  const orderHash = sha256Hex(canonicalJson(jsonOf(order)));
  const stream = consultationStream(consultationId);
  const before = keptIn(await parts.journal.entriesOf(office.home, { stream }));
  if (before !== undefined) {
    return before.payload.order === orderHash
      ? { kind: 'consulted', view: await showAgain(parts, principal, before), repeated: true }
      : refused(problem('idempotency-key-reused', { key: idempotencyKey ?? '' }));
  }
  const answering = await startAnswer(parts);
  const on = answering.clock.today;
  const judged = judgeOrder(order, { consultationId, on, agency }, answering.edition);
  if (judged.matter === undefined) return refused(...judged.problems);
  const asked = { order, matter: judged.matter, answering };
  const rows = await findRows(parts, asked);
  const earlier = await parts.journal.entriesOf(office.home);
  const spent = findSpent(earlier, judged.matter, rows.firms);
  if (spent !== undefined) return refused(spent);
  const read = await readFirms(parts, principal, { ...asked, rows });
  if (read.kind === 'refused') return refused(read.problem);
  const payload: ConsultationPayload = {
    ...{ ...judged.matter, account, order: orderHash },
    firms: read.firms,
    unknown: read.unknown,
  };
  const eraseOn = heldUntil(on, answering.edition);
  const outcome = await parts.journal.record(
    { actor: actorOf(principal), purpose: 'consultation', basis: [judged.matter.basis] },
    [
      newEntry(
        parts,
        { home: office.home, stream, kind: consultationKind, payload: jsonOf(payload) },
        eraseOn,
      ),
      ...read.firms.map(({ home }) => {
        const told = { home, stream, kind: consultedKind, payload: jsonOf(judged.matter ?? {}) };
        return newEntry(parts, told, eraseOn);
      }),
    ],
    { expect: [{ home: office.home, stream, seq: 0 }], access: read.access },
  );
  // The same request came twice at once: the other one's answer is the answer.
  if (outcome.kind === 'conflict') return consultRegister(parts, command);
  const kept = keptIn(await parts.journal.entriesOf(office.home, { stream }));
  if (kept === undefined) throw new RangeError('What was recorded stands in the journal.');
  return { kind: 'consulted', view: await showConsultation(parts, kept), repeated: false };
}

export function agencyOf(principal: KnownPrincipal): string {
  return 'agency' in principal ? principal.agency : '';
}

function accountOf(principal: KnownPrincipal): string {
  return readerOf(principal).official;
}

interface Asked {
  readonly order: Command['order'];
  readonly matter: ConsultedPayload;
  readonly answering: Answering;
}

interface Rows {
  /** Each organisation once, however often it was named. */
  readonly firms: readonly { readonly home: string; readonly code: string; readonly row: number }[];
  readonly unknown: readonly number[];
}

async function findRows(parts: ConsultParts, { order, answering }: Asked): Promise<Rows> {
  const { rulebook, clock } = answering;
  const read = order.codes.map((code) => readIdentifier(code.trim(), rulebook, clock.today));
  const known = await parts.register.findByIdentifiers(read.flatMap((each) => each ?? []));
  const firms = new Map<string, Rows['firms'][number]>();
  const unknown: number[] = [];
  read.forEach((identifier, at) => {
    const home =
      identifier === undefined ? undefined : known.get(`${identifier.scheme}:${identifier.value}`);
    if (identifier === undefined || home === undefined) unknown.push(at + 1);
    else if (!firms.has(home)) firms.set(home, { home, code: identifier.value, row: at + 1 });
  });
  return { firms: [...firms.values()], unknown };
}

/** A tender has a budget of its own: so many bidders in all its acts, so many tenders on a day. */
function findSpent(
  entries: readonly Entry[],
  { kind, number, on }: ConsultedPayload,
  firms: Rows['firms'],
): Problem | undefined {
  const before = entries.flatMap(({ payload }) => (isConsultation(payload) ? [payload] : []));
  const same = before.filter((each) => each.kind === kind && each.number === number);
  const homes = new Set([...same.flatMap((each) => each.firms), ...firms].map(({ home }) => home));
  if (homes.size > biddersAtMost) {
    return problem('consult-too-many', { found: homes.size, limit: biddersAtMost });
  }
  const today = before.filter((each) => each.kind === 'tender' && each.on === on);
  const tenders = new Set(today.map((each) => each.number));
  return kind === 'tender' && !tenders.has(number) && tenders.size >= tendersPerDay
    ? problem('consult-tenders-spent', { limit: tendersPerDay })
    : undefined;
}

type Read =
  | {
      readonly kind: 'read';
      readonly firms: ConsultationPayload['firms'];
      readonly unknown: number[];
      /** Looks that are written down together with the act. */
      readonly access: readonly (Access & { readonly home: string })[];
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** What the register knows of the organisations; one of which nothing is public is not known. */
async function readFirms(
  parts: ConsultParts,
  principal: KnownPrincipal,
  { matter, answering, rows }: Asked & { readonly rows: Rows },
): Promise<Read> {
  const homes = rows.firms.map(({ home }) => home);
  const isTender = matter.kind === 'tender';
  const fields = lookOf(matter);
  const purpose = 'consultation';
  const read = isTender
    ? { kind: 'read' as const, homes: await parts.journal.entriesOfMany(homes) }
    : await readClosedMany(parts, principal, { homes, purpose, fields });
  if (read.kind === 'refused') return read;
  const firms: { home: string; code: string }[] = [];
  const unknown = [...rows.unknown];
  for (const { home, code, row } of rows.firms) {
    const entries = read.homes.get(home) ?? [];
    const firm = await findFirm(parts, { home, code, entries, answering, matter });
    if (firm === undefined) unknown.push(row);
    else firms.push({ home, code });
  }
  const reader = readerOf(principal);
  return {
    kind: 'read',
    firms,
    unknown: unknown.sort((a, b) => a - b),
    access: isTender ? firms.map(({ home }) => ({ home, reader, purpose, fields })) : [],
  };
}
