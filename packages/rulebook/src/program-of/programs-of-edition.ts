import type { Edition } from '../edition/edition.ts';
import type { AnyProgramCard } from '../world/read-program.ts';
import { worldOf } from '../world/world-of.ts';
import { programOf, type ProgramMaking } from './program-of.ts';

/** A program card of an edition and what it makes. */
export interface EditionProgram {
  readonly kind: 'risk-class' | 'evaluation' | 'scale';
  readonly id: string;
  readonly card: AnyProgramCard;
  readonly making: ProgramMaking;
}

/** All programs of an edition. One that loaded live has no card that is refused. */
export function programsOfEdition(edition: Edition): readonly EditionProgram[] {
  const world = worldOf(edition);
  const { hash, months } = edition;
  const make =
    (kind: EditionProgram['kind']) =>
    ([id, card]: readonly [string, AnyProgramCard]): EditionProgram => {
      const frame = { card: `${kind}:${id}`, edition: hash, world, round: months.round };
      return { kind, id, card, making: programOf(card, frame) };
    };
  return [
    ...[...edition.riskClasses].map(make('risk-class')),
    ...[...edition.evaluations].map(make('evaluation')),
    ...[...edition.scales].map(make('scale')),
  ];
}
