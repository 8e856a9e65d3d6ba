import { toIso, type CivilDate, type Localised } from '@credence/domain';

import { openDossier, actsForParty, type CasePoint } from '../case/desk/dossier.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import type { CaseFile, CaseStanding, CaseWorld } from '../case/case.ts';
import { lastOf, serviceOf, since } from '../case/fold-case.ts';
import { formsFor } from '../case/form/act-form.ts';
import { standing } from '../case/standing/standing.ts';
import type { Hand } from '../entry/case-payload.ts';
import { routeOf, type DoorWorld } from '../own/door-routes.ts';
import type { Entry, Journal } from '../port/journal.ts';
import { findBehind } from '../promulgate/find-behind.ts';
import { findNotice, type NoticeHolder, type OpenedNotice } from './find-notice.ts';
import { caseNumberOf } from './notice-code.ts';
import { noticesIn, seatsToGive, stateOfNotice } from './notice-state.ts';
import {
  noticeChoices,
  type NoticeCasework,
  type NoticeDesk,
  type NoticeLodged,
  type NoticePaper,
} from './notice.ts';

/** @see {@link NoticeCasework.viewByNotice} */
export async function viewByNotice(
  parts: CaseParts,
  ...[key]: Parameters<NoticeCasework['viewByNotice']>
): ReturnType<NoticeCasework['viewByNotice']> {
  const opened = await findNotice(parts, key);
  if (opened.kind === 'refused') return opened;
  const { holder, file, found, world, today, clock, lastOn } = opened;
  const { as } = holder;
  const hand = handOf(holder);
  const nobody = { agencies: [], accounts: new Map() };
  const { title, subject, points } = openDossier(hand, file, {
    ...{ home: holder.home, world, today, offices: nobody },
  });
  const { name, code } = subject;
  const agency = file.opened.desks.own;
  const agencies = await parts.register.agencies();
  const authority: Localised = agencies.find((each) => each.code === agency)?.name ?? {
    zh: agency,
  };
  const doors = await doorsOf(parts, opened);
  return {
    kind: 'found',
    view: {
      ...{ clock, number: caseNumberOf(file.caseId), as, title, authority, lastOn },
      ...{ kind: found.kind, phase: found.phase, acts: file.actions.length },
      subject: {
        ...(name === undefined ? {} : { name }),
        ...(code === undefined ? {} : { code }),
      },
      papers: papersOf(file),
      said: ownPoints(file, points, holder),
      forms: formsFor(hand, file, world, today),
      choices: noticeChoices.filter((choice) => {
        const { leads, refused } = routeOf(doors, choice);
        return leads.kind === 'open' && refused.length === 0;
      }),
      lodged: lodgedBy(holder, world, today),
    },
  };
}

/** As whom a holder acts: the seat, under the name that the case has for it. */
function handOf({ as, name, account }: NoticeHolder): Hand & { readonly kind: 'party' } {
  return { kind: 'party', as, name, account };
}

/** Where what is said against the case leads. */
export async function doorsOf(
  parts: CaseParts,
  { holder, world, today, file }: OpenedNotice,
): Promise<DoorWorld> {
  const agencies = await parts.register.agencies();
  const { registerAgency: platform } = parts;
  const { home, as, name } = holder;
  return {
    ...{ world, today, agencies, behind: await findBehind(parts, agencies, today) },
    target: { kind: 'case', caseId: file.caseId },
    seat: { home, as, name },
    ...(platform === undefined ? {} : { platform }),
  };
}

/** What was served in the case, by number and day: each may be asked for at the counter. */
function papersOf(file: CaseFile): readonly NoticePaper[] {
  const noticed = lastOf(file, 'noticed');
  const read = { ...file, actions: actsForParty(file) };
  const drafted = lastOf(read, 'drafted');
  const decided = serviceOf(since(read, 'approved'), 'decision');
  return [
    ...(noticed === undefined
      ? []
      : [{ kind: 'notice', number: noticed.document.number, on: noticed.on } as const]),
    ...(drafted === undefined || decided === undefined
      ? []
      : [{ kind: 'decision', number: drafted.document.number, on: decided.servedOn } as const]),
  ];
}

/** Of all points those that this holder said, with what was answered. */
function ownPoints(
  file: CaseFile,
  points: readonly CasePoint[],
  { account }: NoticeHolder,
): readonly CasePoint[] {
  const { matter, by } = file.opened;
  const first = 'points' in matter ? matter.points.map(() => by) : [];
  const later = since(file, 'noticed').actions.flatMap((action) =>
    action.kind === 'stated' ? action.points.map(() => action.by) : [],
  );
  const speakers = [...first, ...later];
  return points.filter((_, at) => isOf(speakers[at], account));
}

function isOf(by: Hand | undefined, account: string): boolean {
  return by?.kind === 'party' && by.account === account;
}

function lodgedBy(
  holder: NoticeHolder,
  world: CaseWorld,
  today: CivilDate,
): readonly NoticeLodged[] {
  const hand = handOf(holder);
  const nobody = { agencies: [], accounts: new Map() };
  return [...world.docket.values()].flatMap((file): NoticeLodged[] => {
    const found = isOf(file.opened.by, holder.account) ? standing(file, world, today) : undefined;
    if (found === undefined) return [];
    const { caseId, kind, phase } = found;
    const asked = { home: holder.home, world, today, offices: nobody };
    const { points } = openDossier(hand, file, asked);
    const forms = formsFor(hand, file, world, today);
    return [{ caseId, kind, phase, openedOn: file.opened.on, points, forms }];
  });
}

/** The notices of a case as its own desk sees them; undefined where there is nothing to see or give. */
export function noticeDeskOf(
  file: CaseFile,
  found: CaseStanding,
  seen: {
    readonly entries: readonly Entry[];
    readonly world: CaseWorld;
    readonly today: CivilDate;
    readonly accesses: Awaited<ReturnType<Journal['accessesTo']>>;
  },
): NoticeDesk | undefined {
  const { entries, accesses } = seen;
  const seats = seatsToGive(file, found, seen);
  const lines = noticesIn(file.caseId, entries).map((given) => {
    const { noticeId, as, place, on, by } = given;
    const uses = accesses.filter(({ reader }) => reader.official === noticeId);
    const [last] = uses.map(({ at }) => at).sort((a, b) => b - a);
    return {
      ...{ noticeId, as, place, on, official: by.official, uses: uses.length },
      ...stateOfNotice(given, found, seen),
      ...(last === undefined ? {} : { usedAt: toIso(last) }),
    };
  });
  return seats.length === 0 && lines.length === 0 ? undefined : { seats, lines };
}
