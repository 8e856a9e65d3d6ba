import type { Check } from './check.ts';
import { harringtonCheck } from './v01-harrington.ts';
import { screeningCheck } from './v02-screening.ts';
import { urnCheck } from './v03-urn.ts';
import { queueCheck } from './v04-queue.ts';
import { moneyCheck } from './v05-money.ts';
import { sobolCheck } from './v06-sobol.ts';
import { schellingCheck } from './v07-schelling.ts';
import { chicagoCheck } from './v08-chicago.ts';
import { neverDrawnCheck } from './v11-never-drawn.ts';
import { relationsCheck } from './v12-relations.ts';

const clearingCheck: Check = {
  id: 'V9',
  title: { zh: '债务清算的最优性', en: 'Debt clearing' },
  cannotTell: { zh: '本项未运行，什么也不能说明。', en: 'Anything: it was not run.' },
  run: () =>
    Promise.resolve({
      kind: 'not-run',
      why: { zh: '债务清算尚未建成。', en: 'Clearing is not built.' },
    }),
};

const liuNeilsonCheck: Check = {
  id: 'V10',
  title: { zh: '刘与尼尔森：检查资源的最佳分配', en: 'Liu and Neilson: best split of inspections' },
  cannotTell: { zh: '本项未运行，什么也不能说明。', en: 'Anything: it was not run.' },
  run: () =>
    Promise.resolve({
      kind: 'not-run',
      why: { zh: '原始资料尚未取得。', en: 'Source not at hand.' },
    }),
};

/** All checks, in their order. */
export const checks: readonly Check[] = [
  harringtonCheck,
  screeningCheck,
  urnCheck,
  queueCheck,
  moneyCheck,
  sobolCheck,
  schellingCheck,
  chicagoCheck,
  clearingCheck,
  liuNeilsonCheck,
  neverDrawnCheck,
  relationsCheck,
];
