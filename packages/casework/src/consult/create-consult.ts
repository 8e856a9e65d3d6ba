import { jsonOf, problem } from '@credence/domain';

import type { Edition } from '@credence/rulebook';

import { actorOf } from '../access/actor-of.ts';
import { headOf } from '../access/find-home.ts';
import type { KnownPrincipal } from '../access/principal.ts';
import {
  consultationRouteKind,
  consultationStream,
  consultationStreams,
  isConsultation,
  isConsultationRoute,
  isConsulted,
  type ConsultedPayload,
} from '../entry/consult-payload.ts';
import { newEntry } from '../matter/file-matters.ts';
import type { Entry } from '../port/journal.ts';
import { startAnswer } from '../view/answer-clock.ts';
import type { ConsultCasework, ConsultedLine } from './consult.ts';
import { agencyOf, consultRegister } from './consult-register.ts';
import { basisOf } from './judge-order.ts';
import {
  keptIn,
  matterOfConsultation,
  showAgain,
  showConsultation,
  type ConsultParts,
  type KeptConsultation,
} from './show-consultation.ts';

/** The use cases of consulting the register in a matter. */
export function createConsult(parts: ConsultParts): ConsultCasework {
  return {
    consultRegister: (command) => consultRegister(parts, command),
    viewConsultation: (principal, id) => viewConsultation(parts, principal, id),
    listConsultations: (principal) => listConsultations(parts, principal),
    chooseRoute: (command) => chooseRoute(parts, command),
    listOwnConsultations: (principal, home) => listOwn(parts, principal, home),
  };
}

/** A consultation of the asker's own office. */
async function openConsultation(
  parts: ConsultParts,
  principal: KnownPrincipal,
  consultationId: string,
): Promise<{ readonly home: string; readonly kept: KeptConsultation } | undefined> {
  const agency = agencyOf(principal);
  const office = (await parts.register.agencies()).find(({ code }) => code === agency);
  if (office === undefined) return undefined;
  const stream = consultationStream(consultationId);
  const kept = keptIn(await parts.journal.entriesOf(office.home, { stream }));
  return kept === undefined ? undefined : { home: office.home, kept };
}

function decide(parts: ConsultParts, principal: KnownPrincipal, operation: Operation) {
  const resource = { kind: 'agency', agency: agencyOf(principal) } as const;
  return parts.access.decide(principal, operation, resource, 'consultation');
}

type Operation = 'consult.ask' | 'consult.read';

async function viewConsultation(
  parts: ConsultParts,
  ...[principal, id]: Parameters<ConsultCasework['viewConsultation']>
): ReturnType<ConsultCasework['viewConsultation']> {
  const decision = decide(parts, principal, 'consult.read');
  if (decision.kind === 'refused') return decision;
  const opened = await openConsultation(parts, principal, id);
  if (opened === undefined) return { kind: 'not-found' };
  return { kind: 'found', view: await showAgain(parts, principal, opened.kept) };
}

async function listConsultations(
  parts: ConsultParts,
  principal: KnownPrincipal,
): ReturnType<ConsultCasework['listConsultations']> {
  const decision = decide(parts, principal, 'consult.read');
  if (decision.kind === 'refused') return decision;
  const { clock, edition } = await startAnswer(parts);
  const agency = agencyOf(principal);
  const office = (await parts.register.agencies()).find(({ code }) => code === agency);
  // An office's home holds much else: only what was asked is read.
  const entries =
    office === undefined
      ? []
      : await parts.journal.entriesOf(office.home, { streams: consultationStreams });
  const lines = entries.flatMap(({ payload }) =>
    isConsultation(payload)
      ? [
          {
            ...matterOfConsultation(payload),
            firms: payload.firms.length,
            unknown: payload.unknown.length,
          },
        ]
      : [],
  );
  const pledges = [...edition.pledges.values()].flatMap(({ pledge: of, title, approval }) =>
    approval === undefined ? [] : [{ id: of, title }],
  );
  return { kind: 'found', view: { clock, lines: lines.reverse(), pledges } };
}

async function chooseRoute(
  parts: ConsultParts,
  command: Parameters<ConsultCasework['chooseRoute']>[0],
): ReturnType<ConsultCasework['chooseRoute']> {
  const { principal, consultationId, code, route } = command;
  const decision = decide(parts, principal, 'consult.ask');
  if (decision.kind === 'refused') return { kind: 'refused', problems: [decision.problem] };
  const opened = await openConsultation(parts, principal, consultationId);
  const view = opened === undefined ? undefined : await showConsultation(parts, opened.kept);
  const firm = view?.firms.find((each) => each.code === code.trim().toUpperCase());
  if (opened === undefined || view === undefined || firm === undefined) {
    const value = consultationId.slice(0, 40);
    return { kind: 'refused', problems: [problem('consultation-not-found', { value })] };
  }
  const line = firm.routes.find((each) => each.isOpen && each.route === route);
  if (line === undefined) {
    const open = firm.routes.flatMap((each) => (each.isOpen ? [each.route] : []));
    const accepted = open.join(', ') || '—';
    const value = route.slice(0, 40) || '—';
    return { kind: 'refused', problems: [problem('consult-route-closed', { value, accepted })] };
  }
  const { clock } = await startAnswer(parts);
  const [basis] = line.basis;
  const by =
    basis === undefined ? view.matter.basis : `${basis.citation.source}#${basis.citation.at}`;
  const payload = jsonOf({
    consultationId,
    home: firm.home,
    on: clock.today,
    route: line.route,
    by,
  });
  const stream = consultationStream(consultationId);
  const seq = 1 + opened.kept.routes.length;
  const outcome = await parts.journal.record(
    { actor: actorOf(principal), purpose: 'consultation', basis: [by] },
    [opened.home, firm.home].map((home) =>
      newEntry(parts, { home, stream, kind: consultationRouteKind, payload }, undefined),
    ),
    { expect: [{ home: opened.home, stream, seq }] },
  );
  return outcome.kind === 'conflict' ? chooseRoute(parts, command) : { kind: 'chosen' };
}

/** What an organisation is told of those who asked about it, the newest first. */
function consultedIn(
  entries: readonly Entry[],
  edition: Edition,
  agencies: readonly {
    readonly code: string;
    readonly name: ConsultedLine['agencyName'] & object;
  }[],
): readonly ConsultedLine[] {
  const names = new Map(agencies.map(({ code, name }) => [code, name]));
  const routes = new Map(
    entries.flatMap(({ payload }) =>
      isConsultationRoute(payload) ? [[payload.consultationId, payload.route] as const] : [],
    ),
  );
  return entries
    .flatMap(({ payload }): readonly ConsultedPayload[] => (isConsulted(payload) ? [payload] : []))
    .map((matter): ConsultedLine => {
      const agencyName = names.get(matter.agency);
      const route = routes.get(matter.consultationId);
      return {
        ...matter,
        article: basisOf(matter.basis, edition),
        ...(agencyName === undefined ? {} : { agencyName }),
        ...(route === undefined ? {} : { route }),
      };
    })
    .toReversed();
}

async function listOwn(
  parts: ConsultParts,
  ...[principal, home]: Parameters<ConsultCasework['listOwnConsultations']>
): ReturnType<ConsultCasework['listOwnConsultations']> {
  const resource = { kind: 'subject', home } as const;
  const decision = parts.access.decide(principal, 'access.read-own', resource, 'own');
  if (decision.kind === 'refused') return decision;
  const { clock, edition } = await startAnswer(parts);
  // As with the list of who looked, an organisation's look at its own receipts is not written down.
  const entries = await parts.journal.entriesOf(home);
  const subject = headOf(home, entries);
  if (subject === undefined) return { kind: 'not-found' };
  const lines = consultedIn(entries, edition, await parts.register.agencies());
  return { kind: 'found', view: { clock, subject, lines } };
}
