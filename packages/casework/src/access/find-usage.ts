import type { SubjectReference } from '../view/answer.ts';
import { civilToday } from '../view/answer-clock.ts';
import type { AccessLine, UsageOutcome, UsagePage } from './access-casework.ts';
import type { AccessParts } from './access-parts.ts';
import { caseOfLook, casesKnownTo } from './case-of-look.ts';
import { dayBegins } from './day-begins.ts';
import { findHome, headOf } from './find-home.ts';
import type { KnownPrincipal } from './principal.ts';
import { readClosed } from './read-closed.ts';

/**
 * Who looked at what is held about a subject. An organisation sees the offices; oversight also the
 * accounts, and its own look is kept like any other.
 */
export async function findUsage(
  parts: AccessParts,
  principal: KnownPrincipal,
  reference: SubjectReference,
  page: UsagePage,
): Promise<UsageOutcome> {
  const rulebook = await parts.loader.load(await parts.journal.head());
  const today = civilToday(parts, rulebook);
  const home = await findHome(parts.register, reference, { rulebook, today });
  const own = principal.kind === 'representative';
  const decision = parts.access.decide(
    principal,
    own ? 'access.read-own' : 'access.read-any',
    { kind: 'subject', ...(home === undefined ? {} : { home }) },
    own ? 'own' : 'oversight',
  );
  if (decision.kind === 'refused') return decision;
  if (home === undefined) return { kind: 'not-found' };
  const read = own
    ? { kind: 'read' as const, entries: await parts.journal.entriesOf(home) }
    : await readClosed(parts, principal, { home, purpose: 'oversight', fields: ['access'] });
  if (read.kind === 'refused') return read;
  const subject = headOf(home, read.entries);
  if (subject === undefined) return { kind: 'not-found' };
  const zone = rulebook.editions.at(-1)?.zone ?? 'UTC';
  const found = await parts.journal.findAccesses(home, {
    offset: page.offset,
    limit: page.limit,
    ...(page.from === undefined ? {} : { from: dayBegins(page.from, zone) }),
    ...(page.until === undefined ? {} : { until: dayBegins(page.until, zone) }),
  });
  const names = new Map((await parts.register.agencies()).map(({ code, name }) => [code, name]));
  const looks = found.accesses.map((look) => ({ ...look, ...caseOfLook(look.fields) }));
  const isNamed = own && looks.some(({ caseId }) => caseId !== undefined);
  const { entries } = read;
  const known = isNamed ? casesKnownTo({ home, entries }, { rulebook, today }) : new Set<string>();
  const accesses = looks.map(({ at, reader, purpose, fields, caseId }): AccessLine => {
    const agencyName = names.get(reader.agency);
    const mayKnow = caseId !== undefined && (!own || known.has(caseId));
    return {
      ...{ at, agency: reader.agency, role: reader.role, purpose, fields },
      ...(mayKnow ? { caseId } : {}),
      ...(agencyName === undefined ? {} : { agencyName }),
      ...(own ? {} : { account: reader.official }),
    };
  });
  const { total, first } = found;
  const view = { subject, accesses, total, ...(first === undefined ? {} : { first }) };
  return { kind: 'found', view };
}
