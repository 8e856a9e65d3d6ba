import { civilDate, makeUscc } from '@credence/domain';

import { agencies } from '../city/agencies.ts';
import { districts, region, type District } from '../city/region.ts';
import { registrarOf, type Form, type Organisation } from '../organisation/organisation.ts';
import { cityParts } from './city-parts.ts';
import { lanjiangParts } from './lanjiang-parts.ts';
import type { Part } from './part.ts';
import { procedureParts } from './procedure-parts.ts';

const parts = { ...lanjiangParts, ...cityParts, ...procedureParts };

/** Those whom texts and tours may name: the same code and name under every seed and size. */
export type Role = keyof typeof parts;
/** Those among them about whom procedures run. */
export type ProcedureRole = keyof typeof procedureParts;

const kinds: Readonly<Record<Form, string>> = {
  enterprise: '91',
  branch: '91',
  sole_trader: '92',
  cooperative: '93',
  institution: '12',
  organ: '11',
  association: '51',
  service_unit: '52',
  foundation: '53',
};

function wholeCode({ code, form }: Part): string {
  if (code.length === 18) return code;
  const [department = '', category = ''] = kinds[form];
  return makeUscc({ department, category, region, body8: code });
}

function play(part: Part): Organisation {
  const { form, status = '存续', formerNames = [] } = part;
  const establishedOn = civilDate(part.established);
  return {
    code: wholeCode(part),
    name: part.name,
    form,
    legalForm: part.legalForm,
    sector: part.sector,
    district: getDistrict(part.district),
    address: `望澜市${part.district}${part.street}`,
    establishedOn,
    registeredOn: civilDate(part.registered ?? part.established),
    status,
    formerNames,
    size: part.size,
    registrar: registrarOf(form),
  };
}

function getDistrict(name: District['name']): District {
  const district = districts.find((each) => each.name === name);
  if (!district) throw new RangeError(`No district ${name} in the demo city.`);
  return district;
}

const cast = new Map(Object.entries<Part>(parts).map(([role, part]) => [role, play(part)]));

export function getRole(role: Role): Organisation {
  const organisation = cast.get(role);
  if (!organisation) throw new RangeError(`Nobody plays ${role}.`);
  return organisation;
}

/** The city's own organs stand in the register like everyone else. */
const organs: readonly Organisation[] = agencies.map((agency) => ({
  code: agency.unifiedCode,
  name: agency.name.zh,
  form: 'organ',
  legalForm: '机关',
  sector: 'public_service',
  district: getDistrict('东浦区'),
  address: '望澜市东浦区人民东路2号',
  establishedOn: civilDate(agency.establishedOn),
  registeredOn: civilDate(agency.establishedOn),
  status: '存续',
  formerNames: [],
  size: 2,
  registrar: 'institution_registry',
}));

/** Everyone who is there whatever the seed, the one who never registered included. */
export const settled: readonly Organisation[] = [...cast.values(), ...organs];

/** Those among them whom the registration files list. */
export const settledAndRegistered: readonly Organisation[] = settled.filter(
  ({ code }) => code !== getRole('unregistered').code,
);
