import { join } from 'node:path';

import { partsOf, type CivilDate } from '@credence/domain';

import { agencies, authorityIn, getAgency, type AgencyCode } from '../city/agencies.ts';
import { districts } from '../city/region.ts';
import type { City } from '../grow-city.ts';
import type { Licence, Penalty } from '../record/records.ts';
import { renewLicences } from '../record/renew-licences.ts';
import { dayBefore } from '../storybook/story-days.ts';
import { storyJudgments } from '../storybook/story-judgments.ts';
import { personHeaders, writeRecords, writeSheets, type DemoFile } from './demo-file.ts';
import { inspectionForms } from './inspection-file.ts';
import { judgmentColumns } from './judgment-file.ts';
import { licenceColumns } from './licence-file.ts';
import { penaltyColumns } from './penalty-columns.ts';
import { penaltyForms, workbookEarlier, workbookThisYear } from './penalty-dialects.ts';
import { registrationForms } from './registration-file.ts';

type Unhashed = Omit<DemoFile, 'sha256'>;

const nothingElse = { personRows: 0, duplicates: 0 } as const;

/** Writes the files that an import must take whole, in the order in which it should. */
export async function writeGoodFiles(
  folder: string,
  city: City,
  today: CivilDate,
): Promise<readonly Unhashed[]> {
  return [
    ...(await writeRegistrations(folder, city)),
    ...(await writeLicences(folder, city, today)),
    ...(await writeRenewals(folder, city, today)),
    await writeWorkbookOfPenalties(folder, city, today),
    ...(await writePenalties(folder, city, today)),
    ...(await writeInspections(folder, city)),
    await writeJudgments(folder, today),
  ];
}

async function writeRegistrations(folder: string, { organisations }: City): Promise<Unhashed[]> {
  const files: Unhashed[] = [];
  for (const { registrar, path, form, columns } of registrationForms) {
    const records = organisations.filter((each) => each.registrar === registrar);
    await writeRecords(join(folder, path), form, { columns, records });
    files.push({
      ...origin(path, 'registration', registrar),
      ...form,
      ...nothingElse,
      rows: records.length,
      personColumns: personHeaders(columns),
    });
  }
  return files;
}

async function writeLicences(folder: string, city: City, today: CivilDate): Promise<Unhashed[]> {
  const files: Unhashed[] = [];
  const form = { format: 'csv', encoding: 'gb18030' } as const;
  for (const { code, supplies } of agencies) {
    const licences = city.licences.filter(({ agency }) => agency === code);
    if (!supplies.includes('licence') || licences.length === 0) continue;
    const path = `licences-${fileWord(code)}.csv`;
    const people = code === 'transport' ? licencesOfPeople(licences) : [];
    const columns = licenceColumns(code, today);
    const records = [...licences, ...people];
    await writeRecords(join(folder, path), form, { columns, records });
    files.push({
      ...origin(path, 'licence', code),
      ...form,
      ...nothingElse,
      rows: records.length,
      personRows: people.length,
      personColumns: personHeaders(columns),
    });
  }
  return files;
}

async function writeRenewals(folder: string, city: City, today: CivilDate): Promise<Unhashed[]> {
  const files: Unhashed[] = [];
  const form = { format: 'csv', encoding: 'gb18030' } as const;
  for (const { code } of agencies) {
    const own = city.licences.filter(({ agency }) => agency === code);
    const records = renewLicences(code, own, today);
    if (records.length === 0) continue;
    const path = `licences-${fileWord(code)}-renewed.csv`;
    const columns = licenceColumns(code, today);
    await writeRecords(join(folder, path), form, { columns, records });
    files.push({
      ...origin(path, 'licence', code),
      ...{ ...form, ...nothingElse, isRecent: true, rows: records.length },
      personColumns: personHeaders(columns),
    });
  }
  return files;
}

/** Market regulation sends a workbook: this year, and the years before in an older form. */
async function writeWorkbookOfPenalties(
  folder: string,
  city: City,
  today: CivilDate,
): Promise<Unhashed> {
  const path = 'penalties-market.xlsx';
  const source = 'market_regulation';
  const { year } = partsOf(today);
  const decided = city.penalties.filter(({ agency }) => agency === source);
  const recent = decided.filter(({ decidedOn }) => partsOf(decidedOn).year === year);
  const earlier = decided.filter(({ decidedOn }) => partsOf(decidedOn).year !== year);
  const people = penaltiesOfPeople(source, today, 3);
  const columns = penaltyColumns(workbookThisYear);
  const older = penaltyColumns(workbookEarlier);
  await writeSheets(join(folder, path), [
    {
      name: `${year}年`,
      titles: [`望澜市市场监督管理局行政处罚信息（${year}年）`, `填报日期：${today}`],
      columns,
      records: [...recent, ...people],
    },
    { name: '以前年度', titles: [], columns: older, records: earlier },
  ]);
  return {
    ...origin(path, 'penalty', source),
    format: 'xlsx',
    encoding: 'none',
    rows: decided.length + people.length,
    personRows: people.length,
    duplicates: 0,
    personColumns: [...personHeaders(columns), ...personHeaders(older)],
  };
}

async function writePenalties(folder: string, city: City, today: CivilDate): Promise<Unhashed[]> {
  const files: Unhashed[] = [];
  for (const { agency: source, form, dialect, stated } of penaltyForms) {
    const decided = city.penalties.filter(({ agency }) => agency === source);
    const path = `penalties-${fileWord(source)}.csv`;
    const people = penaltiesOfPeople(source, today, peopleIn.get(source) ?? 0);
    // Offices send the same row twice; the register takes it once.
    const duplicates = source === 'environment' ? decided.slice(0, 1) : [];
    const records = [...decided, ...duplicates, ...people];
    const columns = penaltyColumns(dialect);
    await writeRecords(join(folder, path), form, { columns, records });
    files.push({
      ...origin(path, 'penalty', source),
      ...(stated ? { serviceStatedBy: getAgency(source).witnesses } : {}),
      ...form,
      rows: records.length,
      personRows: people.length,
      duplicates: duplicates.length,
      personColumns: personHeaders(columns),
    });
  }
  return files;
}

async function writeInspections(folder: string, { inspections }: City): Promise<Unhashed[]> {
  const files: Unhashed[] = [];
  for (const { agency, path, form, columns } of inspectionForms) {
    const records = inspections.filter((each) => each.agency === agency);
    if (records.length === 0) continue;
    await writeRecords(join(folder, path), form, { columns, records });
    files.push({
      ...origin(path, 'inspection', agency),
      ...form,
      ...nothingElse,
      rows: records.length,
      personColumns: personHeaders(columns),
    });
  }
  return files;
}

async function writeJudgments(folder: string, today: CivilDate): Promise<Unhashed> {
  const path = 'judgments-court.csv';
  const form = { format: 'csv', encoding: 'utf-8-bom' } as const;
  const records = storyJudgments(today);
  await writeRecords(join(folder, path), form, { columns: judgmentColumns, records });
  return {
    ...origin(path, 'judgment_defaulter', 'district_court'),
    ...{ ...form, ...nothingElse, rows: records.length, personColumns: [] },
  };
}

function origin(path: string, item: DemoFile['item'], source: AgencyCode) {
  return { path, item, source, official: getAgency(source).official };
}

function fileWord(code: AgencyCode): string {
  return code === 'market_regulation' ? 'market' : code.replaceAll('_', '-');
}

const peopleIn: ReadonlyMap<AgencyCode, number> = new Map([
  ['urban_management', 4],
  ['transport', 2],
  ['public_security', 2],
]);

const [anyDistrict] = districts;

/** Rows about natural persons, who are no business of the register: set aside and counted. */
function penaltiesOfPeople(code: AgencyCode, today: CivilDate, count: number): readonly Penalty[] {
  const agency = getAgency(code);
  const detained = code === 'public_security';
  return Array.from({ length: count }, (_, index): Penalty => {
    const decidedOn = dayBefore(today, index + 1, 11);
    return {
      agency: code,
      authority: authorityIn(agency, anyDistrict),
      party: { name: `（虚构）自然人${index + 1}号`, code: '', form: 'sole_trader' },
      documentNumber: `${agency.word}罚〔${partsOf(decidedOn).year}〕${8_801 + index}号`,
      field: '其他领域',
      type: detained ? '扰乱公共秩序' : '擅自占用城市道路经营',
      facts: '经查，当事人（自然人）的行为经现场检查核实。',
      basis: detained
        ? '依据《中华人民共和国治安管理处罚法》的有关规定'
        : '违反《城市道路管理条例》第二十七条，依据《城市道路管理条例》第四十二条',
      kinds: [detained ? '行政拘留' : '罚款'],
      content: detained ? '行政拘留三日' : '罚款人民币100元',
      ...(detained ? {} : { fine: 100 }),
      procedure: detained ? '普通程序' : '简易程序',
      decidedOn,
    };
  });
}

function licencesOfPeople(licences: readonly Licence[]): readonly Licence[] {
  return licences.slice(0, 2).map((licence, index) => ({
    ...licence,
    party: { name: `（虚构）自然人${index + 1}号`, code: '', form: 'sole_trader' },
    certificate: '道路旅客运输驾驶员从业资格证',
    documentNumber: licence.documentNumber.replace(/〕\d+号$/, `〕${8_801 + index}号`),
  }));
}
