import { type Localised, problem, type Refusal } from '@credence/domain';
import type { MeasureCard } from '@credence/rulebook';

import type { AccessLine } from '../access/access-casework.ts';
import { readerOf } from '../access/actor-of.ts';
import { caseOfLook, fieldsOfCase } from '../access/case-of-look.ts';
import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import { openHome } from '../case/desk/open-desk.ts';
import { matterOf } from '../case/fold-case.ts';
import { editionOn, measureCardOf } from '../case/law/law-of-case.ts';
import { standing } from '../case/standing/standing.ts';
import { retentionOf } from '../matter/find-held.ts';
import type { NamedPlace } from '../port/person-keys.ts';
import { startAnswer } from '../view/answer-clock.ts';
import { toBasis } from '../view/record-view.ts';
import type { OwnParts } from './own-parts.ts';
import type { PersonFileOutcome, PersonNaming } from './person-file.ts';

/** Operator settings: looks read of a home, and those shown of them. */
const looksRead = 200;
const looksShown = 20;

/** A case with a key in it that is the person's own. */
interface Hit extends NamedPlace {
  readonly home: string;
}

type Person = Extract<KnownPrincipal, { readonly kind: 'person' }>;

/**
 * What is held about whoever asks. Keys are compared by the process that keeps them; a case is opened
 * only where its key is the person's own, and that is written down there like any other look.
 */
export async function viewPersonFile(
  parts: OwnParts,
  principal: KnownPrincipal,
): Promise<PersonFileOutcome> {
  const pass = principal.kind === 'person' ? principal.pass : undefined;
  const resource = {
    kind: 'file',
    ...(pass === undefined ? {} : { owner: pass }),
  } as const;
  const decision = parts.access.decide(principal, 'person.read-own', resource, 'own');
  if (decision.kind === 'refused') return decision;
  // Whoever runs the command on the machine may do everything, and is no person all the same.
  if (principal.kind !== 'person') {
    const asked = { operation: 'person.read-own', purpose: 'own' };
    return { kind: 'refused', problem: problem('not-permitted', asked) };
  }
  const found = await findOwn(parts, principal);
  if (found.kind === 'refused') return found;
  const names = new Map((await parts.register.agencies()).map(({ code, name }) => [code, name]));
  const namings: PersonNaming[] = [];
  for (const hit of found.hits) {
    const naming = await readNaming(parts, { hit, principal, names });
    if (naming !== undefined) namings.push(naming);
  }
  const { clock } = await startAnswer(parts);
  return { kind: 'found', view: { clock, namings } };
}

async function findOwn(
  parts: OwnParts,
  { pass }: Person,
): Promise<{ readonly kind: 'found'; readonly hits: readonly Hit[] } | Refusal> {
  const rows = await parts.register.casesNamingPeople();
  const places = rows.flatMap(({ home, caseId, agency: [agency = ''], personKeys = [] }) =>
    personKeys.map((key): Hit => ({ home, caseId, agency, key })),
  );
  const asked = places.map(({ agency, caseId, key }) => ({ agency, caseId, key }));
  const answer = await parts.personKeys?.match(pass, asked);
  if (answer === undefined) {
    return { kind: 'refused', problem: problem('person-keys-unavailable', {}) };
  }
  if (answer.kind === 'refused') return answer;
  return { kind: 'found', hits: places.filter((_, index) => answer.own[index] === true) };
}

async function readNaming(
  parts: OwnParts,
  asked: {
    readonly hit: Hit;
    readonly principal: Person;
    readonly names: ReadonlyMap<string, Localised>;
  },
): Promise<PersonNaming | undefined> {
  const { hit, principal, names } = asked;
  const { home, caseId, agency } = hit;
  const access = { reader: readerOf(principal), purpose: 'own', fields: fieldsOfCase(caseId) };
  const { cases, world, today, entries } = await openHome(parts, home, access);
  const file = cases.get(caseId)?.file;
  const unit = headOf(home, entries);
  const matter = file === undefined ? undefined : matterOf(file, 'spending');
  const person = matter?.persons.find(({ key }) => key === hit.key);
  if (file === undefined || unit === undefined || person === undefined) return undefined;
  const stands = standing(file, world, today);
  // Before its notice an order is a draft that binds nobody; from then on the person is a party.
  if (stands?.visibleTo.includes('other-parties') !== true || matter === undefined) {
    return undefined;
  }
  const record = world.records.get(matter.recordId)?.record;
  const heldUntil = record === undefined ? undefined : await retentionOf(parts, record);
  const agencyName = names.get(agency);
  const card = measureCardOf(file, world, today);
  const edition = editionOn(world, today);
  return {
    ...{ caseId, number: matter.document.number, name: person.name, capacity: person.capacity },
    ...{ unit, agency, reason: matter.reason },
    forbids: matter.forbids.map((code) => wordOf(card, code)),
    basis:
      edition === undefined || card === undefined
        ? []
        : card.basis.map((citation) =>
            toBasis({ citation, confidence: card.confidence }, 'decision', edition),
          ),
    ...{ openedOn: file.opened.on, phase: stands.phase, effect: stands.effect },
    ...(agencyName === undefined ? {} : { agencyName }),
    ...(card === undefined ? {} : { measure: card.title }),
    ...(heldUntil === undefined ? {} : { heldUntil }),
    looks: await looksAt(parts, hit, names),
  };
}

function wordOf(card: MeasureCard | undefined, code: string): Localised {
  const known = card?.order?.forbids.find(({ forbids }) => forbids === code)?.says;
  return known ?? { zh: code, en: code };
}

/**
 * Those who looked at the case: the office and why, never the account. Looks at the home's other cases
 * are none of the person's business; older ones do not say at which they were.
 */
async function looksAt(
  { journal }: Pick<OwnParts, 'journal'>,
  { home, caseId }: Hit,
  names: ReadonlyMap<string, Localised>,
): Promise<readonly AccessLine[]> {
  const { accesses } = await journal.findAccesses(home, { offset: 0, limit: looksRead });
  return accesses
    .map((look) => ({ ...look, ...caseOfLook(look.fields) }))
    .filter(({ fields, caseId: seen = caseId }) => fields.includes('case') && seen === caseId)
    .slice(0, looksShown)
    .map(({ at, reader: { agency, role }, purpose, fields }) => {
      const agencyName = names.get(agency);
      const line = { at, agency, role, purpose, fields };
      return agencyName === undefined ? line : { ...line, agencyName };
    });
}
