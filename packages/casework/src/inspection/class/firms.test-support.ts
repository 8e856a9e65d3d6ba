import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import {
  addDays,
  addMonths,
  civilDate,
  createRandom,
  instant,
  type FactValue,
  type Identifier,
  type PublicCreditRecord,
  type SubjectKind,
} from '@credence/domain';
import { checkEdition, type Edition } from '@credence/rulebook';

import type { RecordState, SubjectState } from '../../state/subject-state.ts';
import { codeOf } from '../../town.test-support.ts';

/** Things about a firm that no class may know, written where whoever gathers facts could read them. */
interface Traits {
  readonly ownerAge: number;
  readonly ownerSex: 'female' | 'male';
  readonly name: string;
  readonly affiliates: readonly string[];
  readonly connected: boolean;
  readonly street: string;
}

export const plain: Traits = {
  ownerAge: 52,
  ownerSex: 'male',
  name: '望澜市和顺商贸有限公司',
  affiliates: [],
  connected: false,
  street: '澄波路1号',
};

/** One trait changed at a time. */
export const variants: Readonly<Record<string, Traits>> = {
  plain,
  age: { ...plain, ownerAge: 23 },
  sex: { ...plain, ownerSex: 'female' },
  name: { ...plain, name: '买买提民族餐饮有限公司' },
  affiliates: { ...plain, affiliates: ['91999999MA00000001', '91999999MA00000002'] },
  connected: { ...plain, connected: true },
  street: { ...plain, street: '北庄棚户区17排' },
};

/** Shipped editions, each read as the successor of the one before. */
export function shippedLaw(...codes: readonly string[]): Edition {
  const root = fileURLToPath(new URL('../../../../../rulebooks/', import.meta.url));
  let last: Edition | undefined;
  for (const code of codes) {
    const files = readdirSync(join(root, code), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const texts = files.map((path) => [relative(root, path), readFileSync(path, 'utf8')] as const);
    const outcome = checkEdition(new Map(texts), last === undefined ? {} : { predecessor: last });
    if (outcome.kind !== 'loaded') throw new Error(outcome.findings[0].message);
    last = outcome.edition;
  }
  if (last === undefined) throw new RangeError('No edition was named.');
  return last;
}

export const day = civilDate('2026-11-01');

const sectors = ['i65', 'f52', 'h62', 'c26', 'c14', 'q84'];

/** What one firm was penalised for: the same for every variant of it. */
interface Past {
  readonly sector: string;
  readonly penalties: readonly { readonly ago: number; readonly serious: boolean }[];
  readonly repaired: boolean;
}

/** Pasts drawn from a seed: without penalties, with some, heavier ones, repaired ones. */
export function drawPasts(count: number): readonly Past[] {
  const random = createRandom('firms', 6);
  return Array.from({ length: count }, () => ({
    sector: random.pick(sectors),
    penalties: Array.from({ length: random.below(4) }, () => ({
      ago: 5 + random.below(400),
      serious: random.chance(0.3),
    })),
    repaired: random.chance(0.2),
  }));
}

/** A firm with a past and traits, as the register holds it. */
export function firmOf(
  past: Past,
  traits: Traits,
  { number, kind = 'organisation' }: { readonly number: number; readonly kind?: SubjectKind },
): SubjectState {
  const home = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const identifier: Identifier = { scheme: 'uscc', value: codeOf(number % 900) };
  const common: Common = {
    edition: 'cn-2026',
    takenInOn: day,
    batchId: 'b1',
    row: 2,
    subject: { kind, name: traits.name, identifiers: [identifier] },
    provider: { code: 'market_regulation', name: '望澜市市场监督管理局' },
  };
  const firm: Firm = { number, past, traits, common };
  const states = [registrationOf(firm), ...penaltiesOf(firm)].map((record, index): RecordState => ({
    record,
    recordedAt: instant(0),
    position: index + 1,
    ...(past.repaired && record.item === 'administrative_penalty'
      ? {
          end: {
            recordId: record.recordId,
            on: addMonths(record.decidedOn, 3, 'down'),
            because: 'repaired' as const,
          },
        }
      : {}),
  }));
  return { home, records: states };
}

/** What every record of one firm says alike. */
type Common = Pick<
  PublicCreditRecord,
  'edition' | 'takenInOn' | 'batchId' | 'row' | 'subject' | 'provider'
>;

interface Firm {
  readonly number: number;
  readonly past: Past;
  readonly traits: Traits;
  readonly common: Common;
}

/** Facts beside those of the schema: what a careless reader could take up. */
function hiddenIn(traits: Traits): Readonly<Record<string, FactValue>> {
  return {
    owner_age: traits.ownerAge,
    owner_sex: traits.ownerSex,
    connected: traits.connected,
    affiliates: traits.affiliates,
    awards: traits.connected ? 3 : 0,
  };
}

function registrationOf({ number, past, traits, common }: Firm): PublicCreditRecord {
  return {
    ...common,
    recordId: `reg-${String(number)}`,
    item: 'registration',
    decidedOn: civilDate('2019-01-05'),
    service: { kind: 'not-shown' },
    facts: {
      legal_form: '有限责任公司',
      established: '2019-01-05',
      status: 'active',
      address: traits.street,
      sector: past.sector,
      ...hiddenIn(traits),
    },
  };
}

function penaltiesOf({ number, past, traits, common }: Firm): readonly PublicCreditRecord[] {
  return past.penalties.map(({ ago, serious }, index) => {
    const decidedOn = addDays(day, -ago);
    return {
      ...common,
      recordId: `p-${String(number)}-${String(index)}`,
      item: 'administrative_penalty',
      document: { number: `望市监罚〔2026〕${String(index + 1)}号` },
      decidedOn,
      service: { kind: 'shown', on: addDays(decidedOn, 2), mode: '' },
      facts: {
        kinds: [serious ? 'licence_revocation' : 'fine'],
        stated_publicity_end: addDays(decidedOn, 1_096),
        ...hiddenIn(traits),
      },
    };
  });
}

/** A business with a licence of one year from each of these days. */
export function withLicences(state: SubjectState, from: readonly string[]): SubjectState {
  const [first] = state.records;
  if (first === undefined) throw new RangeError('A business is registered.');
  const licences = from.map((text, index): RecordState => {
    const decidedOn = civilDate(text);
    const record: PublicCreditRecord = {
      ...first.record,
      recordId: `l-${String(index)}`,
      item: 'administrative_licence',
      document: { number: `许可〔${String(index)}〕号` },
      decidedOn,
      validFrom: decidedOn,
      validUntil: addDays(addMonths(decidedOn, 12, 'down'), -1),
      facts: { licence_state: 'valid' },
    };
    return { record, recordedAt: instant(0), position: state.records.length + index + 1 };
  });
  return { ...state, records: [...state.records, ...licences] };
}
