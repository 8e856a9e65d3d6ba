import { hasPassed, type Check, type CheckOutcome, type Said } from './check.ts';

/** A check with what it found. */
export interface Checked {
  readonly check: Check;
  readonly outcome: CheckOutcome;
}

export type Verdict = 'passed' | 'failed' | 'not-run';

export function verdictOf({ outcome }: Checked): Verdict {
  if (outcome.kind === 'not-run') return 'not-run';
  return outcome.figures.length > 0 && outcome.figures.every(hasPassed) ? 'passed' : 'failed';
}

const words: Readonly<Record<Verdict | 'limits', Said>> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '未通过', en: 'FAILED' },
  'not-run': { zh: '未运行', en: 'not run' },
  limits: { zh: '不能说明的', en: 'It cannot tell' },
};

/** Each figure beside its reference. */
export function printCheck(checked: Checked, language: keyof Said): string {
  const { check, outcome } = checked;
  const head = `${check.id}  ${words[verdictOf(checked)][language]}  ${check.title[language]}`;
  const lines =
    outcome.kind === 'not-run'
      ? [`    ${outcome.why[language]}`]
      : outcome.figures.map((figure) => {
          const { name, found, reference, within, rule } = figure;
          const mark = hasPassed(figure) ? ' ' : '!';
          const band = `± ${digits(within)}`;
          const least = within === 0 ? '>=' : `>= less ${digits(within)}`;
          const limit = { near: band, told: band, equal: '=', above: '>', 'at-least': least };
          return `  ${mark} ${digits(found).padStart(12)} | ${digits(reference).padStart(12)} ${limit[rule].padEnd(14)} ${name}`;
        });
  return [head, ...lines, `    ${words.limits[language]}: ${check.cannotTell[language]}`, ''].join(
    '\n',
  );
}

/** The same for scripts. */
export function checkJson(checked: Checked): object {
  const { check, outcome } = checked;
  return {
    ...{ id: check.id, title: check.title, verdict: verdictOf(checked) },
    ...(outcome.kind === 'ran'
      ? { figures: outcome.figures.map((each) => ({ ...each, passed: hasPassed(each) })) }
      : { why: outcome.why }),
    cannotTell: check.cannotTell,
  };
}

function digits(value: number): string {
  return String(Number(value.toPrecision(6)));
}
