import { parseCivilDate, type CivilDate, type Language } from '@credence/domain';
import { InvalidArgumentError, Option, type Command } from 'commander';

import type { Estimate, JudgedLimit } from '../experiment/comparison.ts';
import type { ComparePlan } from '../experiment/plan.ts';
import { carryOutReport, type ReportMade } from '../report/carry-out-report.ts';
import { openLabKey } from '../report/lab-key.ts';
import { addsNothing } from '../report/verdict.tsx';
import type { Confidence } from '../regime/regime.ts';
import { tellCancelled, withProgress } from './finish.ts';
import { addUntil } from './read-options.ts';
import type { EndWith, LabTerminal } from './terminal.ts';

interface Options {
  readonly preset: string;
  readonly against: readonly string[];
  readonly agents: number;
  readonly months: number;
  readonly seed: number;
  readonly replicates: number;
  readonly threads: number;
  readonly language?: Language;
  readonly out: string;
  readonly key?: string;
  readonly on?: CivilDate;
  readonly until?: NonNullable<ComparePlan['until']>;
  readonly resume?: true;
}

/** `credence-lab report RULE`: an impact statement, and its signed manifest. */
export function addReportCommand(program: Command, terminal: LabTerminal, end: EndWith): void {
  addUntil(program.command('report'))
    .description('run a rule on a synthetic population and write its impact statement')
    .argument('<rule>', 'folder of a draft edition, or the id of a preset')
    .option('--preset <id>', 'whose practice a draft is run with', 'cn-2026')
    .option('--against <ids>', 'presets to hold it against, the baseline first', ids, ['cn-2026'])
    .option('--agents <number>', 'subjects of the society', whole(1, 20_000_000), 10_000)
    .option('--months <number>', 'months of a run', whole(1, 600), 36)
    .option('--seed <number>', 'seed of the runs', whole(0, 4_294_967_295), 20_260_401)
    .option('--replicates <number>', 'paired runs', whole(1, 1_000), 10)
    .option('--resume', 'goes on from what the folder keeps')
    .option('--threads <number>', 'changes nothing but the time', whole(1, 64), 1)
    .addOption(
      new Option('--language <language>', 'of the file that a card names').choices(['zh', 'en']),
    )
    .option('--key <file>', 'Ed25519 key that signs the manifest (CREDENCE_LAB_KEY)')
    .option('--on <day>', 'day that the manifest names, e.g. 2026-11-01', day)
    .requiredOption('--out <folder>', 'where to write the statement')
    .action(async (rule: string, options: Options) => {
      const { key = terminal.labKey, on, language = terminal.language, ...rest } = options;
      const signing = key === undefined ? {} : { key: openLabKey(key) };
      const made = await withProgress(terminal, (watch) =>
        carryOutReport({
          ...{ ...rest, ...watch, ...signing, rule, language },
          ...(on === undefined ? {} : { madeOn: on }),
        }),
      );
      if (made.kind === 'cancelled') {
        tellCancelled(terminal, made, options.out);
        end(1);
        return;
      }
      tell(made, terminal);
      end(made.verdict.promulgable && made.breaches === 0 ? 0 : 1);
    });
}

function tell(made: ReportMade, terminal: LabTerminal): void {
  const say = words[terminal.language];
  const { verdict, breaches } = made;
  const isLawful = breaches === 0 && verdict.beyond.length === 0;
  const { untried = [] } = verdict;
  const open = untried.length > 0 ? 'not-tried' : 'not-decided';
  const adds = verdict.inherited?.every(addsNothing) === true ? 'adds-nothing' : 'adds-little';
  const within = verdict.inherited === undefined ? 'may' : adds;
  const fate = !isLawful ? 'may-not' : verdict.promulgable ? within : open;
  const { beyond, undecided, inherited = [] } = verdict;
  const limits = [...beyond, ...undecided, ...inherited].map((limit) => limitLine(limit, say));
  const lines = [
    say.fates[fate],
    ...(breaches > 0 ? [say.breaches(breaches)] : []),
    ...untried.map((title) => `  ${say.untried(title[terminal.language] ?? title.en ?? '')}`),
    ...limits,
    ...made.paths,
    `${made.bound}  ${made.report}`,
    say.manifests[fate === within || made.manifest === 'no-draft' ? made.manifest : 'refused'],
  ];
  terminal.out(`${lines.join('\n')}\n`);
}

/** What was judged: the rule's own figure against the limit, or what a draft adds against its margin. */
function limitLine(
  { measure, atMost, found, against }: JudgedLimit,
  say: (typeof words)['zh' | 'en'],
): string {
  const range = ({ low, high }: Estimate) => `[${digits(low)}, ${digits(high)}]`;
  if (against === undefined) {
    return `  ${measure}  ${range(found)}  ${say.limit} ${digits(atMost)}`;
  }
  const above = `${against.from} ${range(against.above)}, ${say.limit} ${digits(atMost)}`;
  const judged = against.by === measure ? measure : `${measure} (${against.by})`;
  const { margin } = against;
  const most =
    margin === undefined ? say.nothing : say.margin(digits(margin.value), margin.confidence);
  return `  ${judged}  ${say.adds} ${range(against.difference)}, ${most}  (${above})`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** How sure a number is; nothing is said where its source was read. */
const marks = {
  zh: { verified: '', secondary: '[二手材料]', unverified: '[未核实]' },
  en: { verified: '', secondary: '[secondary]', unverified: '[unverified]' },
} as const;

const words = {
  zh: {
    fates: {
      may: '这项规则在各项损害上限以内。',
      'adds-nothing':
        '上级规则未超过的损害上限，这项规则都没有超过；上级规则本身超过的，没有加重：',
      'adds-little':
        '上级规则未超过的损害上限，这项规则都没有超过；上级规则本身超过的，增加的不超过允许的幅度：',
      'may-not': '这项规则不能公布施行。',
      'not-tried': '尚未判定（因此不得公布施行）：新增的内容没有全部得到推演。',
      'not-decided': '尚未判定（因此不得公布施行）：请增加 --replicates。',
    },
    breaches: (count: number) => `违反底线 ${count} 处，见报告。`,
    limit: '上限',
    adds: '比上级规则增加',
    nothing: '不得增加',
    margin: (most: string, mark: Confidence) => `允许的幅度 ${most} ${marks.zh[mark]}`,
    untried: (title: string) =>
      `“${title}”：没有一次列入，没有得到推演：或者虚拟人口的任何行为都不会导致列入，或者 --agents、--months 太少。`,
    manifests: {
      refused: '这样的结论，登记平台不接受：先按上述结论处理，再写摘要、签名。',
      signed: 'manifest.json 已签名，可附到草案上。',
      'names-another':
        '没有签名：请把上面的摘要写进规则卡的 impact.lab-report，再运行一次；报告不会因此改变。',
      'no-key': '没有签名：请用 --key 或 CREDENCE_LAB_KEY 给出密钥（credence-lab key new）。',
      'no-day': '没有签名：请用 --on 写明完成日期。',
      'no-draft': '没有签名：这不是可以成为法律的草案。',
    },
  },
  en: {
    fates: {
      may: 'This rule keeps every harm limit.',
      'adds-nothing':
        'This rule keeps every harm limit that the rule above keeps, and adds nothing to the others:',
      'adds-little':
        'This rule keeps every harm limit that the rule above keeps, and adds no more to the others than the margin:',
      'may-not': 'This rule cannot be promulgated.',
      'not-tried': 'NOT DECIDED (so not promulgable): not all of what it adds was tried.',
      'not-decided': 'NOT DECIDED (so not promulgable): give more --replicates.',
    },
    breaches: (count: number) => `Breaches of guards: ${count}; the statement lists them first.`,
    limit: 'limit',
    adds: 'adds to the rule above',
    nothing: 'nothing may be added',
    margin: (most: string, mark: Confidence) => `margin ${most} ${marks.en[mark]}`,
    untried: (title: string) =>
      `"${title}": nobody was entered, so it was not tried: nothing that the synthetic society does leads to it, or --agents or --months are too few.`,
    manifests: {
      refused:
        'No register takes a report with this verdict: mend that first, then write the hash and sign.',
      signed: 'manifest.json is signed and can be attached to the draft.',
      'names-another':
        'Not signed: write the hash above into impact.lab-report of the cards and run again; the statement stays the same.',
      'no-key': 'Not signed: give a key with --key or CREDENCE_LAB_KEY (credence-lab key new).',
      'no-day': 'Not signed: give the day with --on.',
      'no-draft': 'Not signed: this is no draft that could become law.',
    },
  },
} as const;

function ids(text: string): readonly string[] {
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,10}$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `"${text}" was given; accepted is a whole number from ${least} to ${most}.`,
    );
  };
}

function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (date !== undefined) return date;
  throw new InvalidArgumentError(`"${text}" was given; accepted is a day such as 2026-11-01.`);
}
