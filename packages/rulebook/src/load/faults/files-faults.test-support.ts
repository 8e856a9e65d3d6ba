import type { Fault } from './fault.test-support.ts';

const schema = 'schemas/penalty-2018.yaml';
const calendar = 'calendars/demo-days.yaml';
const mapping = 'mappings/foreign-penalties.yaml';

/** Faults of schemas, mappings, schemes, calendars and agencies. */
export const filesFaults: readonly Fault[] = [
  {
    name: 'an alias that another column has',
    file: schema,
    replace: 'aliases: [XDR_MC]',
    by: 'aliases: [WSH]',
    at: 'WSH, says',
    code: 'column-conflict',
  },
  {
    name: 'two columns that become one field',
    file: schema,
    replace: 'field: violation_type',
    by: 'field: ⟦document_number',
    code: 'column-conflict',
  },
  {
    name: 'a column about a person that is kept',
    file: schema,
    replace: 'person: drop',
    by: 'field: identity_number, type: text, person: ⟦drop',
    code: 'column-conflict',
  },
  {
    name: 'an amount without a unit',
    file: schema,
    replace:
      '- {column: FK, says: {zh: 罚款金额, en: Fine}, field: fine, type: money, unit: ten-thousand}',
    by: '- ⟦{column: FK, says: {zh: 罚款金额, en: Fine}, field: fine, type: money}',
    code: 'column-incomplete',
  },
  {
    name: 'a known field of another type',
    file: schema,
    replace: 'field: decided, type: date',
    by: 'field: decided, max-length: 10, type: ⟦text',
    code: 'field-type',
  },
  {
    name: 'a scheme that does not exist',
    file: schema,
    replace: 'scheme: uscc',
    by: 'scheme: ⟦usccc',
    code: 'card-unknown',
  },
  {
    name: 'a mapping to a field that the schema does not have',
    file: mapping,
    replace: 'to: kinds',
    by: 'to: ⟦kind',
    code: 'field-unknown',
  },
  {
    name: 'a mapping to a code that the column does not have',
    file: mapping,
    replace: 'to: kinds, codes: {Warned: warning',
    by: 'to: ⟦kinds, codes: {Warned: warn',
    code: 'code-unknown',
  },
  {
    name: 'a mapping that leaves a required field empty',
    file: mapping,
    replace: '  - {from: day, to: decided}\n',
    by: '',
    at: '- {from: firm',
    code: 'mapping-incomplete',
  },
  {
    name: 'a scheme of digits that says not how many',
    file: 'schemes/register_number.yaml',
    replace: 'validator: digits\ndigits: {min: 1, max: 7}',
    by: 'validator: ⟦digits',
    code: 'key-missing',
  },
  {
    name: 'a day of another year',
    file: calendar,
    replace: '2026-10-02',
    by: '⟦2027-10-02',
    code: 'calendar-insane',
  },
  {
    name: 'a day free and worked',
    file: calendar,
    replace: 'work: [2026-10-10]',
    by: 'work: [⟦2026-10-01]',
    code: 'calendar-insane',
  },
  {
    name: 'an agency that supplies an unknown item',
    file: 'agencies/market_office.yaml',
    replace: 'supplies: [administrative_penalty]',
    by: 'supplies: [⟦penalty]',
    code: 'card-unknown',
  },
  {
    name: 'a step done twice',
    file: 'clocks/dispute.yaml',
    replace: 'step: source_decides',
    by: 'step: ⟦platform_check',
    code: 'column-conflict',
  },
  {
    name: 'working days in an edition without a calendar',
    file: 'edition.yaml',
    replace: 'calendar: demo-days',
    by: 'calendar: none',
    inFile: 'clocks/repair.yaml',
    at: '{working-days: 10}',
    code: 'clock-missing',
  },
];
