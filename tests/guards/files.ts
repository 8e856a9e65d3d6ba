import { codeOf, nameOf, penaltyFile, registrationFile } from '../support/city-files.ts';
import { numberOf } from './papers.ts';
import type { Files } from './world.ts';

/** How a penalty differs from one that may lead to a listing. */
export interface Penalty {
  readonly of: number;
  readonly number?: string;
  readonly kind?: '罚款' | '警告';
  readonly procedure?: '普通程序' | '简易程序';
  readonly domain?: string;
  readonly conductEnded?: string;
  readonly served?: boolean;
  readonly content?: string;
}

/** The official columns and two more, by which the list of serious violations is judged. */
export function penalties(all: readonly Penalty[]): string {
  const lines = all.map(({ of, number = numberOf(of), kind = '罚款' }) => ({
    ...{ of, number, kind, decided: '2024-01-02' },
  }));
  const [header = '', ...rows] = penaltyFile(lines).split('\n');
  return [
    `${header},监管领域,违法行为终止日期`,
    ...rows.map((row, at) => changed(row, all[at] ?? { of: 0 })),
  ].join('\n');
}

function changed(row: string, penalty: Penalty): string {
  const { procedure = '普通程序', domain = '食品', conductEnded = '2023-11-01' } = penalty;
  const { served = true, content } = penalty;
  const named = row.replace('普通程序', procedure);
  const told = content === undefined ? named : named.replace('宣传内容与事实不符', content);
  const proven = served ? told : told.replace(/,2024-01-02,直接送达$/, ',,');
  return `${proven},${domain},${conductEnded}`;
}

/** The penalties that no list takes, each for one reason. */
export const odd = { summary: 30, warning: 31, unserved: 32, fieldless: 33, older: 34 } as const;
export const lastOrganisation = 60;
/** A second decision against the firm that is listed, in another field. */
export const unsafe = { of: 1, number: '望应急罚〔2024〕1号', domain: '安全生产' };

export function guardFiles(): Files {
  const numbers = Array.from({ length: lastOrganisation }, (_, at) => at + 1);
  const differs: Readonly<Record<number, Omit<Penalty, 'of'>>> = {
    [odd.summary]: { procedure: '简易程序' },
    [odd.warning]: { kind: '警告' },
    [odd.unserved]: { served: false },
    [odd.fieldless]: { domain: '' },
    [odd.older]: { conductEnded: '2021-08-31' },
  };
  return [
    ['registration', registrationFile(numbers)],
    ['penalty', penalties([...numbers.map((of) => ({ of, ...differs[of] })), unsafe])],
  ];
}

/** A row about somebody who is no organisation, with a column that ranks. */
export function personFile(kind: '自然人' | '法人及非法人组织', of: number): string {
  const row = penalties([{ of, number: `望市监罚〔2024〕P${String(of)}号` }]);
  if (kind === '法人及非法人组织') return row;
  return row
    .replace(nameOf(of), '欧阳测试甲')
    .replace('法人及非法人组织', kind)
    .replace(codeOf(of), '');
}
