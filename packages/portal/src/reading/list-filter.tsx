import type { ListView } from '@credence/casework';
import { localise } from '@credence/domain';

import { linkTo, pastDay, type PageContext } from '../page/page-context.ts';
import { regionLabel } from '../page/region-label.ts';
import { listPath } from '../request/paths.ts';
import { listingWords } from '../words/listings.ts';
import { readingWords } from '../words/reading.ts';

/** What a list page was asked for, as its form and its links keep it. */
export interface ListChoice {
  readonly order: ListView['order'];
  readonly agency?: string;
  readonly region?: string;
  readonly from?: string;
  readonly until?: string;
}

/** An item is ordered and filtered by decisions, a list under law by entries. */
export function listWords({ language }: PageContext, { listed }: ListView) {
  const common = readingWords(language);
  if (listed === undefined) return common;
  const own = listingWords(language);
  return {
    ...common,
    ...{ orderDecided: own.orderBegins, byDecided: own.byBegins },
    ...{ filterFrom: own.filterFrom, filterUntil: own.filterUntil },
    ...{ listEmpty: own.empty, listEmptyMeaning: own.emptyMeaning },
  };
}

/** The order of a list and what of it is asked for; it works without a script. */
export function FilterForm(props: {
  readonly context: PageContext;
  readonly view: ListView;
  readonly choice: ListChoice;
}) {
  const { context, view, choice } = props;
  const say = listWords(context, view);
  const day = pastDay(context);
  const agencies = view.list.keepers.map(({ code, name }) => ({
    value: code,
    label: localise(name, context.language).text,
  }));
  const regions = view.regions.map((code) => ({ value: code, label: regionLabel(context, code) }));
  const orders = [
    { value: 'decided', label: say.byDecided },
    { value: 'name', label: say.byName },
  ];
  return (
    <form
      class="filter"
      method="get"
      action={linkTo(context, listPath(view.list.id))}
      aria-label={say.filterHeading}
    >
      {day === undefined ? null : <input type="hidden" name="day" value={day} />}
      <Choice id="order" label={say.orderLabel} value={choice.order} options={orders} />
      {agencies.length === 0 ? null : (
        <Choice
          id="agency"
          label={say.filterAgency}
          value={choice.agency ?? ''}
          options={[{ value: '', label: say.filterAll }, ...agencies]}
        />
      )}
      {view.regions.length === 0 ? null : (
        <Choice
          id="region"
          label={say.filterRegion}
          value={choice.region ?? ''}
          options={[{ value: '', label: say.filterAll }, ...regions]}
        />
      )}
      <DayField id="from" label={say.filterFrom} value={choice.from} />
      <DayField id="until" label={say.filterUntil} value={choice.until} />
      <button class="button" type="submit">
        {say.filterSubmit}
      </button>
    </form>
  );
}

function Choice(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  const { id, value } = props;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} name={id}>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function DayField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input id={props.id} name={props.id} type="date" value={props.value} />
    </div>
  );
}
