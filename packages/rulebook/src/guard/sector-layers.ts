import type { CardOf } from '../card/card-kinds.ts';
import type { Edition } from '../edition/edition.ts';
import type { ReportBreach } from './guard.ts';
import { placeOf, type GuardView } from './view.ts';

/**
 * What a local profile of a sector may not do, whether it restates one or adds its own: make a line of
 * business graver than the edition above has it, or visit everybody where that one draws.
 *
 * Legal source: guard N3 (local additions).
 */
export function judgeLocalSectors(view: GuardView, parent: Edition, report: ReportBreach): void {
  const before = linesOf(parent.sectors.values());
  const covered = new Set(
    [...parent.sectors].flatMap(([id, { fullCoverage }]) => (fullCoverage === 'none' ? [] : [id])),
  );
  const scales = [...parent.riskClasses.values()].flatMap(({ weighing }) => weighing ?? []);
  for (const [id, card] of view.cards.sector) {
    if (!view.isOwn('sector', id)) continue;
    if (card.fullCoverage !== 'none' && !covered.has(id)) {
      report(placeOf('sector', id, 'full-coverage'), {
        code: 'layering',
        message:
          'A local edition visits everybody of a sector, which the national one does not (N3).',
        accepted: 'none',
        repair: 'Take over what the edition above says, or say less.',
      });
    }
    if (card.subjects === 'others') continue;
    card.subjects.codes.forEach(({ code, severity }, index) => {
      for (const { severities, others } of scales) {
        const order = severities.map((each) => each.severity);
        const was = before.get(code) ?? others.severity;
        const is = severity ?? others.severity;
        if (order.indexOf(is) <= order.indexOf(was)) continue;
        report(placeOf('sector', id, 'subjects', 'codes', index, 'severity'), {
          code: 'layering',
          message:
            'A local edition makes a line of business graver than the national one does (N3).',
          found: is,
          accepted: was,
          repair: 'Take over what the edition above says, or say less.',
        });
      }
    });
  }
}

function linesOf(cards: Iterable<CardOf<'sector'>>): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const { subjects } of cards) {
    if (subjects === 'others') continue;
    for (const { code, severity } of subjects.codes) {
      if (severity !== undefined) lines.set(code, severity);
    }
  }
  return lines;
}
