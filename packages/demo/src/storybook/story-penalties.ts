import { addDays, partsOf, type CivilDate } from '@credence/domain';

import { cityAuthority, getAgency } from '../city/agencies.ts';
import { tellFacts, withThousands } from '../record/decide-penalty.ts';
import type { Penalty } from '../record/records.ts';
import { getRole } from './cast.ts';
import { dayBefore, tourDay } from './story-days.ts';
import { heavy } from './told-heavy.ts';
import { light } from './told-light.ts';
import { ordinary } from './told-ordinary.ts';
import { forProcedures } from './told-procedures.ts';
import type { Told } from './told.ts';

/** From the visit to the decision; the inspections of the storybook know it too. */
export const FOUND_DAYS_BEFORE = 41;

/** The hand-written decisions, told with the days of today's tour. */
export function storyPenalties(today: CivilDate): readonly Penalty[] {
  return [...heavy, ...ordinary, ...light, ...forProcedures].map((told) => toPenalty(told, today));
}

function toPenalty(told: Told, today: CivilDate): Penalty {
  const agency = getAgency(told.agency);
  const { procedure = '普通程序', servedAfter, fine, gains, licence, conductEnded } = told;
  const word = procedure === '简易程序' ? '简罚' : '罚';
  const decidedOn = told.when === 'tour' ? tourDay(today) : dayBefore(today, ...told.when);
  const foundOn = addDays(decidedOn, -FOUND_DAYS_BEFORE);
  return {
    agency: told.agency,
    authority: cityAuthority(agency),
    party: getRole(told.role),
    documentNumber: `${agency.word}${word}〔${partsOf(decidedOn).year}〕${told.serial}号`,
    field: told.field,
    type: told.type,
    facts: tellFacts(told.facts, foundOn),
    basis: told.basis,
    kinds: told.kinds,
    content: contentOf(told),
    procedure,
    decidedOn,
    ...(fine === undefined ? {} : { fine }),
    ...(gains === undefined ? {} : { gains }),
    ...(licence === undefined ? {} : { licence }),
    ...(conductEnded === undefined ? {} : { conductEndedOn: foundOn }),
    ...(servedAfter === undefined
      ? {}
      : { service: { on: addDays(decidedOn, servedAfter), mode: '直接送达' } }),
  };
}

function contentOf({ kinds, fine, gains, further }: Told): string {
  const parts = [
    kinds.includes('警告') ? '警告' : '',
    fine === undefined ? '' : `罚款人民币${withThousands(fine)}元`,
    gains === undefined ? '' : `没收违法所得人民币${withThousands(gains)}元`,
    further ?? '',
  ];
  return parts.filter((part) => part !== '').join('；');
}
