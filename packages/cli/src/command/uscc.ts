import { checkUscc, type IdentifierCheck, type IdentifierFault } from '@credence/domain';
import { readRegionCodes } from '@credence/exchange';
import type { Command } from 'commander';

import { exits, line, type Terminal } from '../terminal.ts';
import type { Exit } from './exit.ts';

const words = {
  zh: {
    valid: '有效',
    invalid: '无效',
    length: (fault: IdentifierFault) => `应为 18 位，现为 ${fault.found ?? ''} 位`,
    alphabet: (fault: IdentifierFault) =>
      `第 ${fault.position ?? ''} 位不能用 ${fault.found ?? ''}：只用数字和 I、O、S、V、Z 以外的大写字母`,
    'outer-check': (fault: IdentifierFault) =>
      `第 18 位校验不符，应为 ${fault.expected ?? ''}，现为 ${fault.found ?? ''}`,
    'inner-check': (fault: IdentifierFault) =>
      `第 17 位（组织机构代码校验位）不符，应为 ${fault.expected ?? ''}，现为 ${fault.found ?? ''}`,
    category: (fault: IdentifierFault) =>
      `第 1、2 位“${fault.found ?? ''}”不是登记管理部门和机构类别的组合`,
    region: (fault: IdentifierFault) =>
      `提示：第 3 至 8 位 ${fault.found ?? ''} 不在区划代码表中（代码仍然有效）`,
    pattern: () => '格式不符',
    check: () => '校验不符',
  },
  en: {
    valid: 'valid',
    invalid: 'invalid',
    length: (fault: IdentifierFault) => `18 characters are needed; there are ${fault.found ?? ''}`,
    alphabet: (fault: IdentifierFault) =>
      `character ${fault.position ?? ''} is ${fault.found ?? ''}: only digits and capitals without I, O, S, V, Z`,
    'outer-check': (fault: IdentifierFault) =>
      `outer check: character 18 should be ${fault.expected ?? ''}; it is ${fault.found ?? ''}`,
    'inner-check': (fault: IdentifierFault) =>
      `inner check (organisation code): character 17 should be ${fault.expected ?? ''}; it is ${fault.found ?? ''}`,
    category: (fault: IdentifierFault) =>
      `category: characters 1 and 2, "${fault.found ?? ''}", are no pair of department and category`,
    region: (fault: IdentifierFault) =>
      `note: region ${fault.found ?? ''} is not in the table of divisions (the code stays valid)`,
    pattern: () => 'the form does not fit',
    check: () => 'the check digits do not fit',
  },
} as const;

/** `credence uscc check CODE...`: says of each code whether it is valid, and if not, all reasons. */
export function addUsccCommand(program: Command, terminal: Terminal, exit: Exit): void {
  const uscc = program.command('uscc').description('unified social credit codes');
  uscc
    .command('check')
    .description('say whether codes are valid and, if not, why')
    .argument('<code...>')
    .action((codes: readonly string[]) => {
      const regions = readRegionCodes();
      const results = codes.map((code) => printCheck(terminal, checkUscc(code, { regions }), code));
      exit.with(results.every(Boolean) ? exits.done : exits.refused);
    });
}

function printCheck(terminal: Terminal, check: IdentifierCheck, code: string): boolean {
  const say = words[terminal.language];
  const faults = check.kind === 'valid' ? check.warnings : check.faults;
  line(terminal, `${code}  ${say[check.kind]}`);
  for (const fault of faults) line(terminal, `  ${say[fault.code](fault)}`);
  return check.kind === 'valid';
}
