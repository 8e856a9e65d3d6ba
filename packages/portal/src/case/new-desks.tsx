import type { CaseKind, CaseOpeningsView } from '@credence/casework';
import { localise, type Language } from '@credence/domain';
import { AsGiven, FieldFault, type FieldError } from '@credence/pages';

import type { FormValues } from '../desk/form-values.ts';
import type { PageContext } from '../page/page-context.ts';
import { caseDeskWords } from '../words/case-desks.ts';
import { caseWords, type CaseWords } from '../words/case.ts';
import { fieldWord } from '../words/case-codes.ts';

type DeskName = 'review' | 'body' | 'platform' | 'superior';

/** A desk beside the deciding one: told where the register says who it is, else chosen. */
interface Desk {
  readonly name: DeskName;
  readonly required: boolean;
  /** The only unit there is for it. */
  readonly settled?: string;
  /** Units among which may be chosen. */
  readonly units: readonly string[];
  readonly hint?: keyof ReturnType<typeof caseDeskWords>;
}

/** Desks beside the deciding one: they are named before the case opens. */
export function desksOf(
  kind: CaseKind,
  view: Pick<CaseOpeningsView, 'agencies' | 'own' | 'behind'>,
): readonly Desk[] {
  const { agencies, own, behind } = view;
  const all = agencies.map(({ code }) => code);
  const others = all.filter((code) => code !== own);
  const asked = (name: DeskName, required: boolean): Desk => ({ name, required, units: all });
  return [
    reviewDesk(behind, others),
    ...(kind === 'measure' ? [asked('body', true)] : []),
    // An order that names people has no desk but those of who decides and who reviews.
    ...(kind === 'spending' ? [] : [asked('platform', false), superiorDesk(behind, all)]),
  ];
}

/** Whoever decides does not review himself; of several units one is chosen, and no other. */
function reviewDesk(behind: CaseOpeningsView['behind'], others: readonly string[]): Desk {
  const { mayReview, isNamed } = behind;
  const desk = { name: 'review', required: true } as const;
  const [only, second] = mayReview;
  if (only === undefined) return { ...desk, units: others, hint: 'noReviewer' };
  if (second !== undefined) return { ...desk, units: mayReview, hint: 'chooseReviewer' };
  const hint = isNamed ? 'asRegistered' : 'onlyReviewer';
  return { ...desk, units: mayReview, settled: only, hint };
}

function superiorDesk({ superior }: CaseOpeningsView['behind'], all: readonly string[]): Desk {
  const desk = { name: 'superior', required: false } as const;
  if (superior === undefined) return { ...desk, units: all, hint: 'noSuperior' };
  return { ...desk, units: [superior], settled: superior, hint: 'asRegistered' };
}

/** The desks as a form names them; what the register says of them is not the form's to say. */
export function readDesks(
  desks: readonly Desk[],
  { form, language }: { readonly form: FormValues; readonly language: Language },
): {
  readonly content: Readonly<Record<string, string>>;
  readonly faults: readonly { readonly name: string; readonly says: string }[];
} {
  const read = desks.map((desk) => ({ desk, code: desk.settled ?? form.text(desk.name) }));
  return {
    content: Object.fromEntries(
      read.flatMap(({ desk, code }) => (code === '' ? [] : [[desk.name, code]])),
    ),
    faults: read.flatMap(({ desk: { name, required, units }, code }) => {
      if (code !== '') {
        return units.includes(code) ? [] : [{ name, says: caseDeskWords(language).wrongUnit }];
      }
      const says = caseWords(language).missingField(fieldWord(language, name));
      return required ? [{ name, says }] : [];
    }),
  };
}

const labels: Readonly<Record<DeskName, keyof CaseWords>> = {
  review: 'newReview',
  body: 'newBody',
  platform: 'newPlatform',
  superior: 'newSuperior',
};

interface DesksProps {
  readonly context: PageContext;
  readonly view: CaseOpeningsView;
  readonly kind: CaseKind;
  /** Stands before the ids of the form. */
  readonly prefix: string;
  readonly entered?: FormValues | undefined;
  readonly errors: readonly FieldError[];
}

/** Who acts in the case: what the register says as text, a choice where there is one. */
export function Desks(props: DesksProps) {
  const { context, view, kind } = props;
  const say = caseWords(context.language);
  const desks = desksOf(kind, view);
  const settled = desks.filter((desk) => desk.settled !== undefined);
  return (
    <fieldset class="case-choices">
      <legend>{say.newDesks}</legend>
      {settled.length === 0 ? null : (
        <dl class="facts">
          {settled.map((desk) => (
            <Told {...props} desk={desk} />
          ))}
        </dl>
      )}
      {desks
        .filter((desk) => desk.settled === undefined)
        .map((desk) => (
          <Choice {...props} desk={desk} />
        ))}
    </fieldset>
  );
}

function Told({ context, view, prefix, desk }: DesksProps & { readonly desk: Desk }) {
  const { words, language } = context;
  const { name, settled = '', hint } = desk;
  return (
    <div id={`${prefix}-${name}`}>
      <dt>{labelOf(language, name)}</dt>
      <dd>
        <AsGiven words={words} text={unitName(view, settled, language)} />{' '}
        {hint === undefined ? null : (
          <span class="quiet">
            {language === 'zh' ? '（' : '('}
            {caseDeskWords(language)[hint]}
            {language === 'zh' ? '）' : ')'}
          </span>
        )}
      </dd>
    </div>
  );
}

function Choice(props: DesksProps & { readonly desk: Desk }) {
  const { context, view, desk, prefix, entered, errors } = props;
  const { language } = context;
  const { name, required, units, hint } = desk;
  const say = caseWords(language);
  const id = `${prefix}-${name}`;
  const wrong = errors.find(({ fieldId }) => fieldId === id);
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(wrong === undefined ? [] : [`${id}-error`]),
  ];
  const optional = language === 'zh' ? `（${say.optional}）` : ` (${say.optional})`;
  return (
    <div class="field">
      <label for={id}>
        {labelOf(language, name)}
        {required ? '' : optional}
      </label>
      {hint === undefined ? null : (
        <p class="quiet" id={`${id}-hint`}>
          {caseDeskWords(language)[hint]}
        </p>
      )}
      <FieldFault words={context.words} {...{ id, error: wrong?.says }} />
      <select
        id={id}
        name={name}
        required={required}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        aria-invalid={wrong === undefined ? undefined : 'true'}
      >
        <option value="">{say.choose}</option>
        {units.map((code) => (
          <option value={code} selected={entered?.text(name) === code}>
            {unitName(view, code, language)}
          </option>
        ))}
      </select>
    </div>
  );
}

function labelOf(language: Language, name: DeskName): string {
  const said = caseWords(language)[labels[name]];
  return typeof said === 'string' ? said : name;
}

function unitName({ agencies }: CaseOpeningsView, code: string, language: Language): string {
  const named = agencies.find((each) => each.code === code)?.name;
  return named === undefined ? code : localise(named, language).text;
}
