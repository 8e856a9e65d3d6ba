import { DataTable, Section } from '@credence/pages';

import type { ModelDescription } from './describe-model.ts';
import { methodWords } from './method-words.ts';
import type { StatementContext } from './statement.ts';

/**
 * The method after ODD+D (overview, design concepts, details and human decisions): columns, processes,
 * draws and observers are the model's own declaration, the fit is the population's own.
 */
export function MethodSection({ context }: { readonly context: StatementContext }) {
  const { say, words, parts } = context;
  const { model, comparison } = parts;
  const { plan } = comparison;
  const method = methodWords[words.language];
  return (
    <Section id="method" heading={say.method}>
      <h3>{method.purpose}</h3>
      <p class="prose">{method.purposeText}</p>
      <h3>{method.entities}</h3>
      <p class="prose">
        {method.entitiesText(words.number(plan.agents), words.number(plan.months))}
      </p>
      {model === undefined ? (
        <p class="quiet">{method.noModel}</p>
      ) : (
        <details class="lab-numbers">
          <summary>{words.list([method.entities, method.parameters, method.observers])}</summary>
          <States {...{ context, model }} />
        </details>
      )}
      {model === undefined ? null : <Schedule {...{ context, model }} />}
      <h3>{method.concepts}</h3>
      <ul class="prose">
        {method.conceptsList.map((concept) => (
          <li>{concept}</li>
        ))}
      </ul>
      <h3>{method.initial}</h3>
      <p class="prose">{method.initialText(plan.society)}</p>
      <Fit context={context} />
      <h3>{method.inputs}</h3>
      <p class="prose">{method.inputsText}</p>
    </Section>
  );
}

interface Described {
  readonly context: Pick<StatementContext, 'words'>;
  readonly model: ModelDescription;
}

/** What a model keeps of each subject, its parameters, and what it observes. */
export function States({ context, model }: Described) {
  const { words } = context;
  const method = methodWords[words.language];
  const named = (name: string, value: string) => ({ name: <code>{name}</code>, value });
  const columns = (label: string) => [
    { key: 'name', label: method.name, heads: true as const },
    { key: 'value', label },
  ];
  return (
    <>
      <div class="lab-columns">
        <DataTable
          narrow
          caption={method.entities}
          captionHidden
          columns={columns(method.type)}
          rows={[...model.columns, ...model.fields].map(({ name, type }) => named(name, type))}
        />
      </div>
      <div class="lab-columns">
        <DataTable
          narrow
          caption={method.parameters}
          columns={columns(method.value)}
          rows={Object.entries(model.parameters).map(([name, value]) =>
            named(name, words.number(value)),
          )}
        />
      </div>
      <div class="lab-columns">
        <DataTable
          narrow
          caption={method.observers}
          columns={columns(method.type)}
          rows={Object.entries(model.observers).map(([name, kind]) => named(name, kind))}
        />
      </div>
    </>
  );
}

/** What a model does in a month, in order, and the draws it takes. */
export function Schedule({ context, model }: Described) {
  const { words } = context;
  const method = methodWords[words.language];
  return (
    <>
      <h3>{method.overview}</h3>
      <p class="prose">{method.overviewText}</p>
      <DataTable
        caption={method.overview}
        captionHidden
        columns={[
          { key: 'step', label: method.step, align: 'end' },
          { key: 'name', label: method.name, heads: true },
          { key: 'when', label: method.when },
          { key: 'over', label: method.over },
          { key: 'draws', label: method.draws },
        ]}
        rows={model.processes.map(({ name, when, over, draws }, at) => ({
          step: words.number(at + 1),
          name: <code>{name}</code>,
          ...{ when: method[when], over: method[over] },
          draws: draws.map((draw) => `${draw} (${model.draws[draw] ?? '?'})`).join(', ') || '—',
        }))}
      />
    </>
  );
}

/** How near the population is to the tables it was made from. */
export function Fit({ context }: { readonly context: StatementContext }) {
  const { say, words, parts, text } = context;
  const method = methodWords[words.language];
  return (
    <DataTable
      caption={method.initial}
      captionHidden
      columns={[
        { key: 'table', label: method.table, heads: true },
        { key: 'source', label: method.source },
        { key: 'mark', label: method.mark },
        { key: 'gap', label: method.gap, align: 'end' },
      ]}
      rows={parts.comparison.fit.map(({ table, source, confidence, largestGap }) => ({
        ...{ table: text(table), source, mark: say.marks[confidence] },
        gap: words.percent(largestGap, 3),
      }))}
    />
  );
}
