import { problem } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { Operation } from '../access/operation.ts';
import type { Principal } from '../access/principal.ts';
import type { Entry } from '../port/journal.ts';
import { startAnswer, type Answering } from '../view/answer-clock.ts';
import { foldSubject } from '../state/subject-state.ts';
import { namesIn } from '../project/record-rows.ts';
import { compareStatements } from './compare-statements.ts';
import { findDueOn } from './due-on.ts';
import { findHeld } from './find-held.ts';
import { foldMatters, type MatterState, type MatterStep } from './fold-matters.ts';
import type {
  IdentitySide,
  MatterCasework,
  MatterLine,
  MatterStepView,
  MatterView,
} from './matter.ts';
import { demands, openMatter, readingPurpose, type MatterParts } from './open-desk.ts';
import { choicesOf } from './propose-matter.ts';
import { actorOf, secondTo, signatoryOf } from './signatory.ts';

const mattersPerPage = 20;

/** The open matters of an agency, the oldest first; each is read with an entry of who looked. */
export async function listMatters(
  parts: MatterParts,
  principal: Principal,
  asked: { readonly agency: string; readonly page: number },
): ReturnType<MatterCasework['listMatters']> {
  const { agency, page } = asked;
  const purpose = readingPurpose(principal, demands.conflict.purpose);
  const resource = { kind: 'matter', agency } as const;
  const allowed = parts.access.decide(principal, 'matter.read', resource, purpose);
  if (allowed.kind === 'refused') return allowed;
  const signatory = signatoryOf(principal);
  if (signatory === undefined) {
    const params = { operation: 'matter.read', purpose };
    return { kind: 'refused', problem: problem('not-permitted', params) };
  }
  const answering = await startAnswer(parts);
  const offset = (page - 1) * mattersPerPage;
  const found = await parts.register.openMatters(agency, { limit: mattersPerPage, offset });
  const access = { reader: actorOf(signatory), purpose, fields: ['matter-line'] };
  const homes = new Map<string, readonly Entry[]>();
  for (const { home } of found.matters) {
    if (!homes.has(home)) homes.set(home, await parts.journal.readWithAccess(access, home));
  }
  const matters = found.matters.flatMap(({ home, matterId }) => {
    const states = foldMatters(home, homes.get(home) ?? []);
    const matter = states.find(({ opened }) => opened.matterId === matterId);
    return matter === undefined ? [] : [toLine(matter, answering.edition)];
  });
  const { total } = found;
  const { clock } = answering;
  return {
    kind: 'found',
    view: { clock, agency, matters, total, page, pageSize: mattersPerPage },
  };
}

/** One matter with both statements or both names, what was said so far, and what may be done. */
export async function viewMatter(
  parts: MatterParts,
  principal: Principal,
  matterId: string,
): ReturnType<MatterCasework['viewMatter']> {
  const found = await openMatter(parts, principal, { matterId, step: 'read' });
  if (found.kind !== 'opened') return found;
  const { matter, entries, signatory } = found;
  const answering = await startAnswer(parts);
  const { opened, proposal } = matter;
  const held = await findHeld(parts, matter.home, entries, matter);
  const ownProposal = proposal !== undefined && secondTo(proposal, signatory) === undefined;
  const may = (operation: Operation) => mayDo(parts, principal, { operation, matter });
  const { propose, decide } = demands[opened.kind];
  const { identity } = opened;
  const view: MatterView = {
    ...toLine(matter, answering.edition),
    clock: answering.clock,
    agency: opened.agency,
    home: matter.home,
    file: { ...opened.file, row: opened.record.row },
    ...(held === undefined ? {} : { recordId: held.state.record.recordId }),
    fields: compareStatements(answering.edition, opened.record, held?.state.record),
    ...(identity === undefined
      ? {}
      : {
          identity: {
            about: identity.about,
            pairs: identity.pairs,
            sides: await sidesOf(parts, principal, { matter, entries, answering }),
          },
        }),
    steps: matter.steps.map(toStepView),
    choices: choicesOf[opened.kind],
    may: {
      propose: matter.state === 'open' && may(propose),
      decide: matter.state === 'proposed' && !ownProposal && may(decide),
    },
    ownProposal: ownProposal && matter.state === 'proposed',
  };
  return { kind: 'found', view };
}

function mayDo(
  parts: MatterParts,
  principal: Principal,
  { operation, matter }: { readonly operation: Operation; readonly matter: MatterState },
): boolean {
  const { kind, agency } = matter.opened;
  const resource = { kind: 'matter', home: matter.home, agency } as const;
  const { purpose } = demands[kind];
  // A page offers what may be done; what it does not offer is no denial.
  return parts.access.allows(principal, operation, resource, purpose);
}

function toLine({ opened, state, proposal }: MatterState, edition: Edition): MatterLine {
  const { matterId, kind, on, record } = opened;
  const dueOn = findDueOn(edition, record.item, on);
  const [{ value: code }] = record.subject.identifiers;
  const { name } = record.subject;
  return {
    ...{ matterId, kind, state },
    openedOn: on,
    ...(dueOn === undefined ? {} : { dueOn }),
    item: edition.items.get(record.item)?.title ?? { en: record.item },
    subject: { ...(name === undefined ? {} : { name }), code },
    ...(record.document === undefined ? {} : { document: record.document.number }),
    ...(proposal === undefined ? {} : { proposedBy: proposal.by.official }),
  };
}

function toStepView(given: MatterStep): MatterStepView {
  const { on, by } = given.step;
  switch (given.kind) {
    case 'proposed': {
      const { choice, reason, basis } = given.step;
      return { on, by, kind: given.kind, choice, reason, basis };
    }
    case 'declined':
      return { on, by, kind: given.kind, reason: given.step.reason };
    case 'closed': {
      const { choice, result } = given.step;
      return { on, by, kind: given.kind, choice, result };
    }
  }
}

/** Both bodies as the register has them; reading the other one is written down as well. */
async function sidesOf(
  parts: MatterParts,
  principal: Principal,
  seen: {
    readonly matter: MatterState;
    readonly entries: readonly Entry[];
    readonly answering: Answering;
  },
): Promise<readonly IdentitySide[]> {
  const { matter, entries } = seen;
  const { identity } = matter.opened;
  const others = [identity?.ownHome, identity?.provisionalHome].flatMap((home) => home ?? []);
  const signatory = signatoryOf(principal);
  const sides = [sideOf(matter.home, entries)];
  if (signatory === undefined) return sides;
  const access = { reader: actorOf(signatory), purpose: 'identity', fields: ['names'] };
  for (const home of others) {
    sides.push(sideOf(home, await parts.journal.readWithAccess(access, home)));
  }
  return sides;
}

function sideOf(home: string, entries: readonly Entry[]): IdentitySide {
  const records = foldSubject(home, entries).records.map(({ record }) => record);
  return {
    home,
    names: [...new Set(records.flatMap(namesIn))],
    codes: [
      ...new Set(records.flatMap(({ subject }) => subject.identifiers.map(({ value }) => value))),
    ],
  };
}
