import { localise } from '@credence/domain';

import { bodyHomes } from '../contract/contract-entries.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import type { Entry } from '../port/journal.ts';
import { findAgencies } from '../reading/agency-state.ts';
import { foldSubject } from '../state/subject-state.ts';
import type { Answering } from '../view/answer-clock.ts';
import { findPublicSubject, type PublicSubject } from '../view/subject-line.ts';
import type { OfficeLine } from './report-card.ts';

/** An office: as an agency of the register, as a public body that is on it, or both. */
export interface Office {
  readonly line: OfficeLine;
  /** Catalogue items or words by which the agency may supply; empty for a mere body. */
  readonly supplies: readonly string[];
  /** What the register holds of it as an organisation; absent where it is not on it. */
  readonly body?: { readonly home: string; readonly entries: readonly Entry[] } & {
    readonly subject: PublicSubject;
  };
}

/** Operator setting: as many bodies as are looked through for one page. */
const mostBodies = 500;

/** Agencies in the order of their codes, then bodies with contracts or promises that are no agency. */
export async function findOffices(
  parts: CaseParts,
  answering: Answering,
): Promise<readonly Office[]> {
  const agencies = await findAgencies(parts, answering.edition);
  const named = await Promise.all(
    agencies.map(async ({ code, name, supplies }): Promise<Office> => {
      const body = await bodyNamed(parts, answering, localise(name, 'zh').text);
      return officeOf({ code, name, supplies }, body);
    }),
  );
  const known = new Set(named.flatMap(({ body }) => body?.home ?? []));
  const others = (await bodyHomes(parts)).slice(0, mostBodies).filter((home) => !known.has(home));
  const bodies = await readBodies(parts, answering, others);
  return [...named, ...bodies.map((body) => officeOf(undefined, body))];
}

/** One office by the code of its agency or the id of the organisation. */
export async function findOffice(
  parts: CaseParts,
  answering: Answering,
  id: string,
): Promise<Office | undefined> {
  const agencies = await findAgencies(parts, answering.edition);
  const agency = agencies.find(({ code }) => code === id);
  if (agency !== undefined) {
    return officeOf(agency, await bodyNamed(parts, answering, localise(agency.name, 'zh').text));
  }
  if (!uuid.test(id)) return undefined;
  const [body] = await readBodies(parts, answering, [id.toLowerCase()]);
  if (body === undefined) return undefined;
  const { names } = body.subject;
  return officeOf(
    agencies.find(({ name }) => names.includes(localise(name, 'zh').text)),
    body,
  );
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type Body = NonNullable<Office['body']>;

function officeOf(
  agency:
    | {
        readonly code: string;
        readonly name: OfficeLine['name'];
        readonly supplies: readonly string[];
      }
    | undefined,
  body: Body | undefined,
): Office {
  const district = body?.subject.registration?.state.record.facts['district'];
  const name = body?.subject.name ?? body?.home ?? '';
  return {
    line: {
      ...(agency === undefined ? { name: { zh: name } } : { code: agency.code, name: agency.name }),
      ...(body === undefined ? {} : { organisation: body.home }),
      ...(typeof district === 'string' ? { district } : {}),
    },
    supplies: agency?.supplies ?? [],
    ...(body === undefined ? {} : { body }),
  };
}

/**
 * The public body that bears exactly the name of an agency; of two nobody says which it is. Nothing
 * but the name joins them: an agency has no unified code of its own here. A body that was renamed is
 * joined again once its agency is given the new name, and has a card of its own until then.
 */
async function bodyNamed(
  parts: CaseParts,
  answering: Answering,
  name: string,
): Promise<Body | undefined> {
  const page = { today: answering.clock.today, limit: 10, offset: 0 };
  const { hits } = await parts.register.searchNames(parts.nameKeys.foldQuery(name), page);
  const homes = hits.filter((hit) => hit.name === name).map(({ home }) => home);
  const found = await readBodies(parts, answering, homes);
  return found.length === 1 ? found[0] : undefined;
}

async function readBodies(
  parts: CaseParts,
  answering: Answering,
  homes: readonly string[],
): Promise<readonly Body[]> {
  if (homes.length === 0) return [];
  const read = await parts.journal.entriesOfMany(homes);
  return homes.flatMap((home): Body[] => {
    const entries = read.get(home) ?? [];
    const subject = findPublicSubject(foldSubject(home, entries), answering);
    return subject?.kind === 'public_body' ? [{ home, entries, subject }] : [];
  });
}
