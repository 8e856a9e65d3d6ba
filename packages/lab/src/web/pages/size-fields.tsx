import { Field } from '@credence/pages';

import {
  MOST_AGENT_MONTHS,
  MOST_REGIMES,
  orderLimits,
  type OrderFault,
  type SizeField,
  type TypedOrder,
} from '../state/run-order.ts';
import type { SiteContext } from '../site.ts';

const fields = ['agents', 'months', 'seed', 'replicates'] as const;

function labelOf({ say }: SiteContext, field: SizeField): string {
  return field === 'months' ? say.monthsField : say[field];
}

/** What is wrong with a field: what was received, what is accepted, what to do. */
export function sayFault(context: SiteContext, fault: OrderFault): string {
  const { say, words } = context;
  const { field, kind, received } = fault;
  switch (kind) {
    case 'none':
      return say.noRegimeChosen;
    case 'too-many':
      return say.tooManyRegimes(received);
    case 'unknown':
      return say.unknownRegime(received);
    case 'twice':
      return say.regimeTwice(received);
    case 'too-much':
      return say.tooMuch(words.number(Number(received)), words.number(MOST_AGENT_MONTHS));
    case 'number': {
      const of = field === 'regime' ? 'agents' : field;
      const { least, most } = orderLimits[of];
      return say.badSize(labelOf(context, of), received, words.number(least), words.number(most));
    }
  }
}

/** How large a run is to be. */
export function SizeFields(props: {
  readonly context: SiteContext;
  readonly typed: TypedOrder;
  readonly faults: readonly OrderFault[];
  /** An experiment names its own population. */
  readonly withSociety?: boolean;
}) {
  const { context, typed, faults } = props;
  const { say, words } = context;
  return (
    <>
      <div class="lab-fields">
        {fields.map((field) => {
          const { least, most } = orderLimits[field];
          const range = say.sizeHint(words.number(least), words.number(most));
          const fault = faults.find((each) => each.field === field);
          const hint = field === 'replicates' ? `${range}. ${say.replicatesHint}` : range;
          return (
            <Field
              words={words}
              id={field}
              name={field}
              label={labelOf(context, field)}
              value={typed[field]}
              hint={context.language === 'zh' ? hint.replace('. ', '。') : hint}
              {...(fault === undefined ? {} : { error: sayFault(context, fault) })}
            />
          );
        })}
      </div>
      {props.withSociety === false ? null : (
        <div class="field">
          <label for="society">{say.society}</label>
          <select id="society" name="society">
            {(['', 'organisations', 'town'] as const).map((society) => (
              <option value={society} selected={typed.society === society}>
                {say.societies[society]}
              </option>
            ))}
          </select>
        </div>
      )}
      <p class="hint">{say.wholeHint(words.number(MOST_AGENT_MONTHS))}</p>
    </>
  );
}

/** Up to four regimes, each by its name; the first is what the others are held against. */
export function RegimeFields(props: {
  readonly context: SiteContext;
  readonly chosen: readonly string[];
}) {
  const { context, chosen } = props;
  const { say, site, text, words } = context;
  const all = site.shelf.list();
  return (
    <div class="lab-fields">
      {Array.from({ length: MOST_REGIMES }, (_, at) => {
        const id = at === 0 ? 'regime' : `regime-${at + 1}`;
        const number = say.regimeNumber(words.number(at + 1));
        return (
          <div class="field">
            <label for={id}>{at === 0 ? say.bracketed(number, say.baseline) : number}</label>
            <select id={id} name="regime">
              <option value="">{say.none}</option>
              {all.map((each) => (
                <option value={each.id} selected={chosen[at] === each.id}>
                  {say.bracketed(text(each.preset.title), each.id)}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </div>
  );
}
