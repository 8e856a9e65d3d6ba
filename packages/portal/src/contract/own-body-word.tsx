import type { OwnContractsView } from '@credence/casework';
import { AsGiven, Day, Section } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { ownPromisePath, paths } from '../request/paths.ts';
import { contractWords } from '../words/contract/contracts.ts';
import { disclosureFields, promiseActFields, promiseFields } from './act-fields.ts';
import { Promises } from './public-pages.tsx';
import { SaidForm } from './said-form.tsx';
import type { RefusedForm } from './say-faults.ts';

/** The word of a public body: what it promised, and its yearly disclosure. */
export function OwnBodyWord(props: {
  readonly context: PageContext;
  readonly view: OwnContractsView;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, view, refused } = props;
  const { words } = context;
  const say = contractWords(context.language);
  const { subject, clock } = view;
  return (
    <>
      <Promises {...{ context, promises: view.promises }} today={clock.today} />
      <PromiseSteps {...{ context, view, refused }} />
      <Section id="promise" heading={say.makePromise}>
        <SaidForm
          {...{ context, prefix: 'promise', fields: promiseFields, subject: subject.id, refused }}
          button={say.makePromise}
          action={paths.ownPromises}
        />
      </Section>
      <Section id="disclosure" heading={say.disclosureTitle}>
        {view.disclosures.map(({ year, contracts: count, amount, on }) => (
          <p>
            {year}: {words.number(count)}, {words.money({ amount, currency: view.currency })} (
            <Day words={words} on={on} />)
          </p>
        ))}
        <SaidForm
          {...{
            context,
            prefix: 'disclosure',
            fields: disclosureFields,
            subject: subject.id,
            refused,
          }}
          action={paths.ownDisclosures}
        />
      </Section>
    </>
  );
}

/** What may be said of a promise that is not kept yet; what makes up for it once it was changed. */
function PromiseSteps(props: {
  readonly context: PageContext;
  readonly view: OwnContractsView;
  readonly refused: RefusedForm | undefined;
}) {
  const { context, view, refused } = props;
  const { words, language } = context;
  const say = contractWords(language);
  const open = view.promises.filter(({ kept }) => kept === undefined);
  return (
    <>
      {open.map(({ promise, changes, compensated }) => (
        <details class="case-act" open={refused?.form.startsWith(promise.promiseId) ?? false}>
          <summary>
            <AsGiven words={words} text={`${promise.number} ${promise.text}`} />
          </summary>
          {(['kept', 'changed', 'compensated'] as const)
            .filter(
              (kind) => kind !== 'compensated' || (changes.length > 0 && compensated === undefined),
            )
            .map((kind) => (
              <>
                <h3>{say[`do_${kind}`]}</h3>
                <SaidForm
                  {...{ context, fields: promiseActFields[kind], refused }}
                  subject={view.subject.id}
                  button={say[`do_${kind}`]}
                  prefix={`${promise.promiseId}-${kind}`}
                  action={ownPromisePath(promise.promiseId, kind)}
                />
              </>
            ))}
        </details>
      ))}
    </>
  );
}
