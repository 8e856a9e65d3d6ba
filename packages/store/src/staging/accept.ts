import type { AcceptedBatch, BatchRow, Command, NewEntry, Receipt } from '@credence/casework';
import { instant, type Instant } from '@credence/domain';

import type { Session } from '../connection/connection.ts';
import { advanceHead, insertPayloads, nilHome } from '../journal/append-entries.ts';
import { findReceipt } from '../journal/record.ts';
import { lockHomes } from '../projection/replace-home-rows.ts';
import { StoreError } from '../store-error.ts';
import { classifyRows, isComparedStill, planForBulk } from './classify.ts';
import { lineColumnNames } from './staged-columns.ts';

export interface AcceptOrder {
  readonly staging: string;
  readonly command: Command;
  readonly batch: { readonly entry: NewEntry; readonly row: BatchRow };
  readonly now: () => Instant;
}

/**
 * Records a staged file in the running transaction, by SQL alone: the rows never travel again. What
 * the rows add to projections adds up with what is there, so it equals what the projector makes.
 */
export async function acceptStaged(session: Session, order: AcceptOrder): Promise<AcceptedBatch> {
  const { staging, batch } = order;
  // The nil home first: one import at a time opens new subjects.
  await lockHomes(session, [nilHome]);
  const known = await findAccepted(session, order);
  if (known !== undefined) return known;

  await planForBulk(session);
  if (!(await isComparedStill(session, staging))) await classifyRows(session, staging);
  const counts = await countRows(session, staging);
  const { recorded, older, further } = counts;
  await lockSubjects(session, order);
  const steps = [
    ...recordSteps,
    ...subjectSteps('new'),
    ...(older > 0 ? subjectSteps('known') : []),
    ...(further > 0 ? furtherSteps : []),
  ];
  for (const sql of steps) await session.query(sql, [staging]);
  await insertBatch(session, batch.row);
  await insertPayloads(session, [batch.entry]);
  const receipt = await append(session, order, counts);
  return { receipt, batchId: batch.row.batchId, recorded };
}

/** Homes new to the register get their row, and all are held until the end, in one order. */
async function lockSubjects(session: Session, { staging, batch }: AcceptOrder): Promise<void> {
  await session.query(
    `insert into projection_home
      select distinct subject as home from staged_place
        where home = $1 and state = 'fresh' and not known_subject order by home`,
    [staging],
  );
  // What this import has just opened nobody else can see; only older homes need to be held.
  const older = `select subject as home from staged_place
      where home = $1 and state = 'fresh' and known_subject
    union select $2::uuid`;
  await session.query(
    `insert into projection_home select home from (${older}) h order by home
      on conflict do nothing`,
    [staging, batch.entry.home],
  );
  await session.query(
    `select count(*) from (
        select home from projection_home where home in (${older}) order by home for update
      ) held`,
    [staging, batch.entry.home],
  );
}

async function findAccepted(
  session: Session,
  { batch, command }: AcceptOrder,
): Promise<AcceptedBatch | undefined> {
  const [row] = await session.query<{ batch_id: string; home: string }>(
    `select batch_id, home from batch
      where home = $1 and source = $2 and item = $3 and file_hash = $4 and mapping = $5`,
    [batch.row.home, batch.row.source, batch.row.item, batch.row.fileHash, batch.row.mapping],
  );
  if (row !== undefined) {
    const { kind } = batch.entry;
    const receipt = await receiptOfBatch(session, { home: row.home, kind, batchId: row.batch_id });
    return { receipt, batchId: row.batch_id, recorded: 0 };
  }
  const receipt = await findReceipt(session, [batch.entry.home], command.idempotencyKey);
  return receipt === undefined ? undefined : { receipt, batchId: batch.row.batchId, recorded: 0 };
}

/** The place of the batch's own entry, which its payload names; found without reading the others. */
async function receiptOfBatch(
  session: Session,
  batch: { readonly home: string; readonly kind: string; readonly batchId: string },
): Promise<Receipt> {
  const [entry] = await session.query<{ position: number; recorded_at: number }>(
    `select e.position, e.recorded_at from journal_entry e
      join journal_payload p on p.home = e.home and p.entry_id = e.id
      where e.home = $1 and e.kind = $2 and strpos(p.payload::text, $3) > 0`,
    // As it is written: to take the text apart would refuse an escaped NUL that JSON may hold.
    [batch.home, batch.kind, `"batchId":${JSON.stringify(batch.batchId)}`],
  );
  if (entry === undefined) {
    throw new StoreError(
      'staging-in-conflict',
      `The batch ${batch.batchId} is in the register without its entry; rebuild the projections.`,
    );
  }
  return { position: entry.position, recordedAt: instant(entry.recorded_at), replayed: true };
}

interface RowCounts {
  /** Rows that become entries. */
  readonly recorded: number;
  /** How many of them belong to subjects that the register knew before. */
  readonly older: number;
  /** How many of them have further identifiers. */
  readonly further: number;
}

/** @throws StoreError where a row contradicts what is recorded, or there is no such staging */
async function countRows(session: Session, staging: string): Promise<RowCounts> {
  const [row] = await session.query<RowCounts & { conflicts: number; staged: number }>(
    `select (select count(*)::integer from staging where home = $1) as staged,
        (count(*) filter (where state in ('register', 'file')))::integer as conflicts,
        (count(*) filter (where state = 'fresh'))::integer as recorded,
        (count(*) filter (where state = 'fresh' and known_subject))::integer as older,
        (count(*) filter (where state = 'fresh' and identifiers is not null))::integer as further
      from staged_place where home = $1`,
    [staging],
  );
  if (row?.staged !== 1) {
    throw new StoreError('staging-unknown', `There is no staging "${staging}"; open one.`);
  }
  if (row.conflicts > 0) {
    throw new StoreError(
      'staging-in-conflict',
      `${row.conflicts} staged rows contradict the register or each other; nothing was recorded. ` +
        'Inspect the staging again and drop them, or read the file again.',
    );
  }
  return row;
}

/** Rows to be recorded, which are most: what the register has already is left out by its number. */
const isFresh = `home = $1 and row_number not in (
    select row_number from staged_place where home = $1 and state <> 'fresh')`;

const recordSteps: readonly string[] = [
  `insert into journal_payload (home, entry_id, payload, salt, erase_on)
    select subject, entry_id, payload, salt, erase_on from staged_row where ${isFresh}`,
  `insert into record_key (home, item, key, content_hash, record_id)
    select subject, item, key, content_hash, record_id from staged_place
    where home = $1 and state = 'fresh'`,
  `insert into record_line (home, ${lineColumnNames})
    select subject, ${lineColumnNames} from staged_line where ${isFresh}`,
];

/**
 * What the rows say of their subjects. A new subject has nothing that could stand in the way, and not
 * to look for it is a good part of the work; what is known already adds up.
 */
function subjectSteps(whose: 'new' | 'known'): readonly string[] {
  const known = whose === 'known';
  const rows = `p.home = $1 and p.state = 'fresh' and p.known_subject = ${known}`;
  return [
    `insert into subject (home, registered, visible_until)
      select p.subject, bool_or(p.registered), max(p.visible_until) from staged_place p
      where ${rows} group by p.subject ${known ? subjectsAddUp : ''}`,
    `insert into subject_identifier (home, scheme, value)
      select c.subject, c.scheme, c.value from staged_code c
      where c.home = $1 and c.known_subject = ${known}
        and c.subject in (select p.subject from staged_place p where ${rows})
      ${known ? 'on conflict do nothing' : 'order by c.subject'}`,
    `insert into subject_name (home, name, folded, grams, canon, core, pinyin, initials, core_pinyin,
        core_initials, visible_until)
      select s.subject, n.name, n.folded, n.grams, n.canon, n.core, n.pinyin, n.initials,
        n.core_pinyin, n.core_initials, s.visible_until
      from (
        select p.subject, u.name,
          case when bool_or(p.registered) then null else max(p.visible_until) end as visible_until
        from staged_place p cross join unnest(p.names) as u(name)
        where ${rows}
        group by p.subject, u.name
      ) s join staged_name n on n.home = $1 and n.name = s.name
      -- Neighbours lie near each other in most of the indices of names.
      order by char_length(n.folded), n.folded ${known ? namesAddUp : ''}`,
  ];
}

const subjectsAddUp = `on conflict (home) do update set
  registered = subject.registered or excluded.registered,
  visible_until = greatest(subject.visible_until, excluded.visible_until)`;

const namesAddUp = `on conflict (home, name) do update set visible_until = case
  when subject_name.visible_until is null or excluded.visible_until is null then null
  else greatest(subject_name.visible_until, excluded.visible_until) end`;

/** What only some files bring. */
const furtherSteps: readonly string[] = [
  `insert into subject_identifier (home, scheme, value)
    select p.subject, i.scheme, i.value from staged_place p,
    json_to_recordset(p.identifiers) as i(scheme text, value text)
    where p.home = $1 and p.state = 'fresh' and p.identifiers is not null
    on conflict do nothing`,
];

async function insertBatch(session: Session, row: BatchRow): Promise<void> {
  await session.query(
    `insert into batch (home, source, item, file_hash, mapping, batch_id)
      values ($1, $2, $3, $4, $5, $6)`,
    [row.home, row.source, row.item, row.fileHash, row.mapping, row.batchId],
  );
}

/** Only of subjects that the register knew before are there entries. */
const lastOfStream = `coalesce((select max(e.seq) from journal_entry e
  where e.home = r.subject and e.stream = r.stream), 0)`;

/** The one statement that makes it so: all rows in the order of the file, then the batch itself. */
async function append(
  session: Session,
  order: AcceptOrder,
  { recorded, older }: RowCounts,
): Promise<Receipt> {
  const { staging, command, batch } = order;
  const [head] = await session.query<{ position: number; recorded_at: number }>(
    `with head as (${advanceHead}), placed as (
      select r.subject as home, r.stream,
        row_number() over (partition by r.subject, r.stream order by r.row_number)
          + ${older > 0 ? lastOfStream : '0'} as seq,
        row_number() over (order by r.row_number) as ordinal, r.entry_id as id, r.kind,
        r.supersedes, r.commitment, null::text as idempotency_key
      from staged_place r where r.home = $3 and r.state = 'fresh'
      union all
      select $9::uuid, $10::text, 1 + coalesce((select max(seq) from journal_entry
          where home = $9::uuid and stream = $10::text), 0), $1::integer, $11::uuid, $12::text,
        $13::uuid, $14::text, $15::text
    ), appended as (
      insert into journal_entry (home, stream, seq, position, recorded_at, id, kind,
        actor_official, actor_agency, actor_role, purpose, basis, supersedes, commitment,
        idempotency_key)
      select p.home, p.stream, p.seq, head.base + p.ordinal, head.recorded_at, p.id, p.kind,
        $4, $5, $6, $7, $8::text[], p.supersedes, p.commitment, p.idempotency_key
      from head, placed p
    ) select base + $1 as position, recorded_at from head`,
    [
      recorded + 1,
      order.now(),
      staging,
      command.actor.official,
      command.actor.agency,
      command.actor.role,
      command.purpose,
      command.basis,
      batch.entry.home,
      batch.entry.stream,
      batch.entry.id,
      batch.entry.kind,
      batch.entry.supersedes ?? null,
      batch.entry.commitment,
      command.idempotencyKey ?? null,
    ],
  );
  if (head === undefined) {
    throw new StoreError('store-unavailable', 'The journal has no head; the schema is incomplete.');
  }
  return { position: head.position, recordedAt: instant(head.recorded_at), replayed: false };
}
