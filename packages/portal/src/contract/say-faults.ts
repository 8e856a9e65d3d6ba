import type { ContractOutcome } from '@credence/casework';
import { paymentClauses, type Problem } from '@credence/domain';
import type { FieldError } from '@credence/pages';

import { refusalText } from '../case/say.ts';
import type { FormValues } from '../desk/form-values.ts';
import { contextFor, type PageTools } from '../page/answer-page.tsx';
import { paths } from '../request/paths.ts';
import { clauseWord, contractActWord, contractWords } from '../words/contract/contracts.ts';
import { fieldsOfForm, isActKind, type FormField } from './act-fields.ts';

/** What a form said that could not be taken: which form, what was entered, and why not. */
export interface RefusedForm {
  readonly form: string;
  readonly entered: FormValues;
  readonly errors: readonly FieldError[];
}

/** Each problem in words, beside the field that it is about. */
export function faultsOf(
  tools: PageTools,
  entered: FormValues,
  outcome: Extract<ContractOutcome, { readonly kind: 'refused' }>,
): RefusedForm {
  const { language } = tools;
  const form = entered.text('form');
  const fields = fieldsOfForm(form);
  const errors = outcome.problems.map((each): FieldError => {
    const field = fields.find(({ name }) => name === fieldAbout(each, form));
    const said = { problem: inWords(tools, each), field };
    const { title, detail } = refusalText(withLabel(tools, said), language);
    const asked = each.code === 'contract-form' ? howAsked(tools, entered, field) : [];
    const parts = [`${title}${language === 'zh' ? '。' : '. '}${detail}`, ...asked];
    const says = parts.join(language === 'zh' ? '' : ' ');
    return { fieldId: `${form}-${field?.name ?? 'form'}`, says };
  });
  return { form, entered, errors };
}

/** What was entered there, and what the field accepts. */
function howAsked(
  { language }: PageTools,
  entered: FormValues,
  field: FormField | undefined,
): readonly string[] {
  if (field === undefined) return [];
  const say = contractWords(language);
  const given = entered.text(field.name).trim();
  const received = given === '' ? say.receivedNothing : say.received(given.slice(0, mostShown));
  return [received, say.acceptedForms[field.kind]];
}

/** Operator setting: as much of what was entered as an error says again. */
const mostShown = 40;

/** The field of a form that a problem is about, where it is about one. */
function fieldAbout({ code, params }: Problem, form: string): string | undefined {
  const { field, clause } = params;
  switch (code) {
    case 'contract-form':
    case 'case-person-number':
      return String(field).replace(
        /^milestones\.(\d+)\./,
        (_, place: string) => `milestone-${Number(place) + 1}.`,
      );
    case 'contract-party-unknown':
    case 'contract-party-same':
      return form === 'bought' ? 'supplierCode' : 'buyerCode';
    case 'contract-days-unsaid':
      return 'terms.days';
    case 'contract-sum':
      return 'amount';
    case 'contract-day':
      return { delivered: 'deliveredOn', met: 'metOn' }[form] ?? 'paidOn';
    case 'contract-day-ahead':
      // A form about one promise has its id before the step.
      if (form.endsWith('-kept')) return 'keptOn';
      if (form.endsWith('-compensated')) return 'paidOn';
      return form === 'retaliation' ? 'since' : 'signedOn';
    case 'contract-year':
      return 'year';
    case 'contract-clause':
      return clause === 'interest_too_low'
        ? 'terms.yearlyRate'
        : clause === 'term_too_long'
          ? form === 'proposed'
            ? 'days'
            : 'terms.days'
          : fieldOfClause(String(clause));
    default:
      return undefined;
  }
}

/** The box of a form for a clause has the name of the clause. */
function fieldOfClause(clause: string): string {
  return `clause.${clause}`;
}

function withLabel(
  { language }: PageTools,
  { problem, field }: { readonly problem: Problem; readonly field: FormField | undefined },
): Problem {
  if (field === undefined || !('field' in problem.params)) return problem;
  const say = contractWords(language);
  const label = say[field.label];
  const says = field.of === undefined ? label : say.numbered(label, field.of);
  return { ...problem, params: { ...problem.params, field: says } };
}

/** Codes, days and rates of a problem as a reader writes them. */
function inWords(tools: PageTools, refused: Problem): Problem {
  const { language } = tools;
  const say = contractWords(language);
  const { words } = contextFor(tools, undefined, paths.ownContracts);
  const { params } = refused;
  if (refused.code === 'contract-step-closed') {
    const { act, seat } = params;
    const done = isActKind(act) ? contractActWord(act, language) : (say.acts[String(act)] ?? act);
    const side = seat === 'buyer' || seat === 'supplier' ? say[`by_${seat}`] : seat;
    return { ...refused, params: { ...params, act: done ?? '', seat: side ?? '' } };
  }
  if (refused.code !== 'contract-clause') return refused;
  const { clause, article, received, accepted } = params;
  const at = String(article).split('#').at(-1) ?? '';
  const known = paymentClauses.find((each) => each === clause);
  const said = (value: typeof received): number | undefined =>
    typeof value === 'number' ? value : undefined;
  const told = says(say, known, { received: said(received), accepted: said(accepted) });
  return {
    ...refused,
    params: {
      clause: known === undefined ? String(clause) : clauseWord(known, language),
      article: words.article(at),
      ...told,
    },
  };
}

function says(
  say: ReturnType<typeof contractWords>,
  clause: string | undefined,
  {
    received,
    accepted,
  }: { readonly received?: number | undefined; readonly accepted?: number | undefined },
) {
  if (received === undefined || accepted === undefined) {
    return { received: say.clauseThere, accepted: say.clauseAway };
  }
  // Parts of a million are hundredths of a hundredth of a per cent.
  return clause === 'interest_too_low'
    ? {
        received: say.perYear(String(received / 10_000)),
        accepted: say.atLeastYear(String(accepted / 10_000)),
      }
    : { received: say.daysCount(received), accepted: say.atMostDays(accepted) };
}
