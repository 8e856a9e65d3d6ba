import type { CivilDate } from '@credence/domain';
import { worldOf, type Edition, type SectorFacts } from '@credence/rulebook';

import { gatherFacts } from '../../impact/gather-facts.ts';
import type { SubjectState } from '../../state/subject-state.ts';
import { premisesOn } from '../class/premises.ts';
import type { DrawnPremises } from '../plan/drawn-unit.ts';

/**
 * What the profiles of sectors ask of a subject: what it is registered as, and the certificates of
 * its licences in force on a day; of one of its places, of that licence alone.
 */
export function sectorFactsOf(
  state: SubjectState,
  {
    edition,
    on,
    premises,
  }: {
    readonly edition: Edition;
    readonly on: CivilDate;
    readonly premises?: Pick<DrawnPremises, 'record'> | undefined;
  },
): SectorFacts {
  const inputs = gatherFacts(state, { edition, world: worldOf(edition), asOf: on });
  const held = new Set(premisesOn(state, inputs, { edition, on }).map(({ record }) => record));
  const certificates = state.records.flatMap(({ record }) => {
    const { certificate } = record.facts;
    const isAsked = premises === undefined || premises.record === record.recordId;
    return isAsked && held.has(record.recordId) && typeof certificate === 'string'
      ? [certificate]
      : [];
  });
  return {
    codeOf: (fact) => {
      const code = inputs.facts[fact];
      return typeof code === 'string' ? code : undefined;
    },
    certificates: new Set(certificates),
  };
}
