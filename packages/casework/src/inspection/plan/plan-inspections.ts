import {
  addPeriod,
  checkUscc,
  isBefore,
  planDraw,
  problem,
  refuse,
  type CivilDate,
  type PlanLine,
  type Problem,
} from '@credence/domain';
import { sha256Hex, tokenOf } from '@credence/proof';
import { fullyCovered, type Edition } from '@credence/rulebook';

import type { KnownPrincipal } from '../../access/principal.ts';
import type { DrawListPayload, InspectionPlanPayload } from '../../entry/inspection-payload.ts';
import { maskPersonData } from '../../intake/person-scan.ts';
import { newEntry } from '../../matter/file-matters.ts';
import { overtaken } from '../../matter/propose-matter.ts';
import { actorOf, signatoryOf } from '../../matter/signatory.ts';
import { startAnswer } from '../../view/answer-clock.ts';
import { isBody } from '../class/sees-class.ts';
import type { PlanCommand, PlanOutcome } from './draw.ts';
import {
  closedHome,
  drawsHome,
  drawStream,
  isSamePeriod,
  mayInspect,
  periodTaken,
  readDraws,
  reasonLength,
  viewOf,
  type DrawParts,
  type DrawState,
} from './draw-state.ts';
import { licenceOf } from './drawn-unit.ts';
import { listEligible, type Eligible } from './eligible.ts';
import { measuredPower, readToldOutcomes } from './visit-outcomes.ts';

/** Operator setting: a list lies in one entry, and its draw file is read by a browser. */
const linesMost = 20_000;
/** Operator setting: as many as one draw shares its visits among. */
const inspectorsMost = 500;

/**
 * Settles whom a draw will be made among, in what shares and by how many inspectors. Nothing is
 * public yet, and nothing can be drawn before a second official has approved.
 *
 * Legal source: guard G40; the shares are the card's.
 */
export async function planInspections(
  parts: DrawParts,
  principal: KnownPrincipal,
  command: PlanCommand,
): Promise<PlanOutcome> {
  const { agency } = command;
  const may = mayInspect(parts, principal, { operation: 'inspection.plan', agency });
  if (may.kind === 'refused') return may;
  const by = signatoryOf(principal);
  const { clock, edition, rulebook } = await startAnswer(parts);
  const card = edition.inspectionPlans.get(command.card);
  const rules = card?.draw;
  if (card === undefined || rules === undefined || by === undefined) {
    return refuse(noSuchPlan(edition, command.card));
  }
  if (!(await isBody(parts, agency, card.by))) {
    return refuse(problem('draw-office', { card: command.card, by: card.by, agency }));
  }
  const standing = (await readDraws(parts)).draws;
  const { today } = clock;
  const visitors = rules.inspectors;
  const wrong = findUnsound(command, { today, visitors, states: [...standing.values()] });
  if (wrong !== undefined) return refuse(wrong);
  const again = saidAgain(command);
  const fullCoverage = fullyCovered(edition);
  const found = await listEligible(
    parts,
    { rulebook, today, most: linesMost },
    { card, fullCoverage },
  );
  const classes = card.shares.map((share) => share.class);
  // Only what is told already: a figure that moved with a visit before would tell its result.
  const power = measuredPower((await readToldOutcomes(parts)).flat(), classes);
  const planned = planDraw(
    found.map(({ home, stratum, class: risk }): PlanLine => ({
      ...{ home, stratum },
      ...(risk === undefined ? {} : { class: risk }),
    })),
    { ...card, ...rules, fullCoverage },
    power,
  );
  if (planned.kind === 'list-too-small' || found.length > linesMost) {
    // Beyond the limit nobody was counted.
    const eligible = found.length > linesMost ? `> ${String(linesMost)}` : found.length;
    return refuse(problem('draw-list-size', { eligible, most: linesMost }));
  }
  const draw = parts.uuid();
  const payload: InspectionPlanPayload = {
    ...{ draw, agency, card: command.card, edition: edition.code, editionHash: edition.hash },
    ...{ from: command.from, until: command.until, strata: planned.strata, power },
    ...{ classes: planned.classes, inspectors: rules.inspectors, on: clock.today, by },
    ...(again === '' ? {} : { again }),
  };
  const list = closedList(parts, { draw, found, lines: planned.lines, command });
  const stream = drawStream(draw);
  const outcome = await parts.journal.record(
    { actor: actorOf(by), purpose: 'supervision', basis: [] },
    [
      newEntry(parts, { home: drawsHome, stream, kind: 'inspection-plan@1', payload }, undefined),
      newEntry(
        parts,
        { home: closedHome(draw), stream, kind: 'draw-list@2', payload: list },
        addPeriod(command.until, rules.retention, edition.months.round),
      ),
    ],
    { expect: [{ home: drawsHome, stream, seq: 0 }] },
  );
  if (outcome.kind === 'conflict') return refuse(overtaken);
  return { kind: 'planned', view: viewOf({ plan: payload, seq: 1 }) };
}

function noSuchPlan(edition: Edition, card: string): Problem {
  const drawable = [...edition.inspectionPlans].filter(([, { draw }]) => draw !== undefined);
  const accepted = drawable.map(([id]) => id).join(', ') || '—';
  return problem('choice-invalid', { value: card.slice(0, 40), accepted });
}

/**
 * What stands against a plan before its list is made. A second draw of one office, card and time
 * would let it choose between two results, so it needs a reason that anyone reads.
 */
function findUnsound(
  command: PlanCommand,
  given: {
    readonly today: CivilDate;
    /** How many visit together. */
    readonly visitors: number;
    readonly states: readonly DrawState[];
  },
): Problem | undefined {
  const { from, until, inspectors } = command;
  const { today, visitors, states } = given;
  if (isBefore(from, today) || isBefore(until, from)) {
    return problem('draw-days', { from, until, today });
  }
  const names = new Set(inspectors.map(({ name }) => name.trim()).filter((name) => name !== ''));
  const isSound = names.size === inspectors.length && names.size >= visitors;
  if (!isSound || inspectors.length > inspectorsMost) {
    const limits = { fewest: visitors, most: inspectorsMost };
    return problem('draw-inspectors', { inspectors: names.size, ...limits });
  }
  const wrong = inspectors
    .flatMap(({ recused }) => recused)
    .find((code) => checkUscc(code).kind !== 'valid');
  if (wrong !== undefined) return problem('draw-interest', { code: wrong.slice(0, 40) });
  const taken = states.find(({ plan }) => isSamePeriod(command, plan));
  if (taken === undefined) return undefined;
  const { length } = [...saidAgain(command)];
  if (length >= reasonLength.min && length <= reasonLength.max) return undefined;
  return periodTaken(taken.plan);
}

function saidAgain({ again = '' }: PlanCommand): string {
  return maskPersonData(again.trim()).text;
}

/** Tokens that nobody makes without the salt, in their own order, so that a place says nothing. */
function closedList(
  parts: Pick<DrawParts, 'salt'>,
  given: {
    readonly draw: string;
    readonly found: readonly Eligible[];
    readonly lines: readonly { readonly stratum: string; readonly weight: number }[];
    readonly command: PlanCommand;
  },
): DrawListPayload {
  const { draw, found, lines, command } = given;
  const secret = (): string => sha256Hex(`${parts.salt()}/${parts.salt()}`);
  const tokens = secret();
  const named = found.map(({ home, code, name, premises, class: risk }, at) => {
    const place = premises === undefined ? home : `${home}/${premises.record}`;
    const tokenSalt = sha256Hex(`${tokens}/${place}`);
    const { stratum = '', weight = 1 } = lines[at] ?? {};
    const token = tokenOf(tokenSalt, code, licenceOf(premises));
    return {
      ...{ home, code, name, tokenSalt, token, stratum, weight },
      ...(premises === undefined ? {} : { premises }),
      ...(risk === undefined ? {} : { class: risk }),
    };
  });
  // An interest in a business is one in all of its places.
  const tokensOf = (code: string): readonly string[] =>
    named.filter((line) => line.code === code).map(({ token }) => token);
  return {
    ...{ draw, salt: secret() },
    lines: named.sort((one, other) => (one.token < other.token ? -1 : 1)),
    inspectors: command.inspectors.map(({ name, recused }) => ({
      ...{ name, token: sha256Hex(`${tokens}/inspector/${name}`) },
      recused: recused.flatMap((code) => tokensOf(code.trim().toUpperCase())),
    })),
  };
}
