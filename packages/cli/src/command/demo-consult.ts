import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { KnownPrincipal } from '@credence/casework';
import { demoContracts, demoPeople } from '@credence/demo';
import { addDays, describeProblem, type CivilDate } from '@credence/domain';

import type { System } from '../system.ts';
import { line, type Terminal } from '../terminal.ts';

/** The office of the demonstration that decides licences. */
const agency = 'market_regulation';
const officer: KnownPrincipal = { kind: 'operator', name: 'demo', agency, role: 'case_officer' };

const basis = 'go-2020-42#pledge';

/**
 * An application and a tender in which the register was asked, so that the desk of the office and those
 * of the firms have something on them; and reports for those of whom nothing stands. Once for each folder.
 */
export async function fillDemoConsultations(
  { casework, caseworkOn }: Pick<System, 'casework' | 'caseworkOn'>,
  order: { readonly folder: string; readonly terminal: Terminal; readonly today: CivilDate },
): Promise<void> {
  const { folder, terminal, today } = order;
  const done = join(folder, 'consultations');
  if (existsSync(done)) return;
  const firms = [...new Set(demoPeople.flatMap(({ subject }) => subject ?? []))];
  const bidders = [...new Set([...firms, ...demoContracts.map(({ by }) => by)])];
  const year = today.slice(0, 4);
  const orders = [
    {
      ...{ kind: 'approval', number: `望食许〔${year}〕演7号`, basis, codes: firms.slice(0, 1) },
      ...{ pledge: 'cn.food-business-licence', daysAgo: 9 },
    },
    {
      ...{ kind: 'tender', number: `望采〔${year}〕演3号`, basis, codes: bidders, daysAgo: 3 },
      announcedOn: addDays(today, -20),
    },
  ];
  for (const { daysAgo, ...asked } of orders) {
    const on = caseworkOn(addDays(today, -daysAgo));
    const outcome = await on.consultRegister({ principal: officer, order: asked });
    if (outcome.kind === 'refused') {
      const said = outcome.problems.map((each) => describeProblem(each, terminal.language).detail);
      line(terminal, `${asked.number}: ${said.join(' ')}`);
      continue;
    }
    const [firm] = outcome.view.firms;
    if (firm === undefined || asked.kind !== 'approval') continue;
    const { consultationId } = outcome.view.matter;
    const chosen = { principal: officer, consultationId, code: firm.code, route: 'ordinary' };
    await on.chooseRoute(chosen);
  }
  for (const code of firms) {
    const home = await casework.findOwnHome(code);
    // Of whom a record stands, there is no report: the page of the firm says so.
    if (home !== undefined) await casework.issueReport(officer, home);
  }
  writeFileSync(done, '');
}
