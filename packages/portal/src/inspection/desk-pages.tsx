import type { DrawDesk, DrawDeskView } from '@credence/casework';
import { civilTimeAt, describePower, localise, type Localised } from '@credence/domain';
import {
  ActionButton,
  Actions,
  AsGiven,
  DataTable,
  Day,
  ErrorSummary,
  FactList,
  Field,
  Section,
  TextArea,
  type FieldError,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { FormToken } from '../access/csrf.tsx';
import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskDrawPath, drawPath, paths } from '../request/paths.ts';
import { drawDeskWords } from '../words/inspection/draw-desk.ts';
import { drawWords } from '../words/inspection/draws.ts';
import { StrataTable } from './draw-pages.tsx';

/** What was typed into a form that was refused, by the names of its fields. */
export type Entered = Readonly<Record<string, string>>;

interface Form {
  readonly context: PageContext;
  readonly errors: readonly FieldError[];
  readonly entered: Entered;
}

/** The draws of an office, a form for the next one, and visits picked by hand. */
export function DeskDrawsPage(props: Form & { readonly desk: DrawDesk }) {
  const { context, desk, errors } = props;
  const { words, language } = context;
  const say = drawDeskWords(language);
  const all = drawWords(language);
  return (
    <DeskFrame context={context} title={say.title}>
      {errors.length === 0 ? null : <ErrorSummary {...{ words, errors }} />}
      <p class="summary">{say.lead}</p>
      <Section id="draws" heading={say.draws}>
        {desk.draws.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <DataTable
            caption={say.draws}
            captionHidden
            columns={[
              { key: 'visits', label: all.visits, heads: true },
              { key: 'eligible', label: all.eligible, align: 'end' },
              { key: 'draws', label: all.draws, align: 'end' },
              { key: 'state', label: all.state },
            ]}
            rows={desk.draws.map((view) => ({
              visits: (
                <a href={linkTo(context, deskDrawPath(view.draw))}>
                  {all.from(words.date(view.from), words.date(view.until))}
                </a>
              ),
              eligible: words.number(sumOf(view, 'eligible')),
              draws: words.number(sumOf(view, 'draws')),
              state: all.steps[view.step],
            }))}
          />
        )}
      </Section>
      <PlanForm {...props} />
      <PickForm {...props} />
    </DeskFrame>
  );
}

function PlanForm(props: Form & { readonly desk: DrawDesk }) {
  const { context, desk, entered } = props;
  const { words, language } = context;
  const say = drawDeskWords(language);
  const field = fieldsOf(props);
  if (desk.cards.length === 0) {
    return (
      <Section id="plan" heading={say.planTitle}>
        <p class="prose">{say.noCard}</p>
      </Section>
    );
  }
  return (
    <Section id="plan" heading={say.planTitle}>
      <form class="form-block" method="post" action={linkTo(context, paths.deskInspections)}>
        <FormToken />
        <div class="field">
          <label for="card">{say.card}</label>
          <select id="card" name="card">
            {desk.cards.map(({ id, title }) => (
              <option value={id}>{localise(title, language).text}</option>
            ))}
          </select>
        </div>
        <Field {...field('from')} label={say.from} type="date" required />
        <Field {...field('until')} label={say.until} type="date" required />
        <TextArea
          {...field('inspectors')}
          label={say.inspectors}
          hint={say.inspectorsHint}
          rows={5}
        />
        <Field
          {...{ words, id: 'again', name: 'again', label: say.again, hint: say.againHint }}
          {...errorOf(props, 'again')}
          value={entered['again'] ?? ''}
        />
        <Actions>
          <ActionButton>{say.plan}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}

function PickForm(props: Form & { readonly desk: DrawDesk }) {
  const { context, desk } = props;
  const { words, language } = context;
  const say = drawDeskWords(language);
  const field = fieldsOf(props);
  return (
    <Section id="by-hand" heading={say.pickTitle}>
      <p>{say.pickLead}</p>
      {desk.handPicked.length === 0 ? null : (
        <DataTable
          caption={say.picked}
          columns={[
            { key: 'on', label: say.on, heads: true },
            { key: 'code', label: say.code },
            { key: 'reason', label: say.reason },
          ]}
          rows={desk.handPicked.map(({ on, code, reason }) => ({
            on: <Day words={words} on={on} />,
            code: <code>{code}</code>,
            reason: <AsGiven words={words} text={reason} />,
          }))}
        />
      )}
      <form class="form-block" method="post" action={linkTo(context, paths.deskPicks)}>
        <FormToken />
        <Field {...field('code')} label={say.code} required />
        <TextArea {...field('reason')} label={say.reason} rows={3} />
        <Actions>
          <ActionButton rank="second">{say.pick}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}

function fieldsOf(form: Form) {
  return (name: string) => ({
    ...{ words: form.context.words, id: name, name },
    ...errorOf(form, name),
    value: form.entered[name] ?? '',
  });
}

function errorOf({ errors }: Form, name: string): { readonly error?: string } {
  const error = errors.find(({ fieldId }) => fieldId === name)?.says;
  return error === undefined ? {} : { error };
}

/** One draw of an office: its figures, the step that is due, and whom to visit. */
export function DeskDrawPage(props: {
  readonly context: PageContext;
  readonly view: DrawDeskView;
  readonly errors: readonly FieldError[];
  readonly agencies: readonly { readonly code: string; readonly name: Localised }[];
}) {
  const { context, view, errors } = props;
  const { words, language } = context;
  const say = drawDeskWords(language);
  const all = drawWords(language);
  return (
    <DeskFrame
      context={context}
      title={all.from(words.date(view.from), words.date(view.until))}
      above={[{ label: say.title, path: paths.deskInspections }]}
    >
      {errors.length === 0 ? null : <ErrorSummary {...{ words, errors }} />}
      <Section id="step" heading={say.nextTitle}>
        <NextStep {...{ context, view }} />
      </Section>
      <Section id="figures" heading={say.figures}>
        <FactList
          facts={[
            { label: all.state, value: all.steps[view.step] },
            { label: say.plannedOn, value: <Day words={words} on={view.plannedOn} /> },
            { label: all.eligible, value: words.number(sumOf(view, 'eligible')) },
            { label: all.draws, value: words.number(sumOf(view, 'draws')) },
            { label: all.inspectors, value: words.number(view.inspectors) },
            {
              label: all.classes,
              value: view.classes.used ? all.classesUsed : all.classesNot[view.classes.why],
            },
            { label: say.power, value: describePower(view.power, language) },
            ...(view.again === undefined
              ? []
              : [{ label: say.again, value: <AsGiven words={words} text={view.again} /> }]),
          ]}
        />
        <StrataTable {...{ context, view }} />
      </Section>
      <Visits {...props} />
      {view.committed === undefined ? null : (
        <p>
          <a href={linkTo(context, drawPath(view.draw))}>{say.public}</a>
        </p>
      )}
    </DeskFrame>
  );
}

function NextStep({
  context,
  view,
}: {
  readonly context: PageContext;
  readonly view: DrawDeskView;
}) {
  const { words, language, clock } = context;
  const say = drawDeskWords(language);
  const { committed } = view;
  switch (view.step) {
    case 'planned':
      return (
        <StepForm {...{ context, view }} step="commit" lead={say.commitLead} button={say.commit}>
          <div class="field">
            <label for="beacon">{say.beacon}</label>
            <select id="beacon" name="beacon">
              <option value="drand">{say.drand}</option>
              <option value="trial">{say.trial}</option>
            </select>
          </div>
        </StepForm>
      );
    case 'committed': {
      if (committed === undefined) return null;
      const zone = clock?.zone ?? 'UTC';
      const { date, hour, minute } = civilTimeAt(committed.roundAt, zone);
      const at = `${words.date(date)} ${String(hour)}:${String(minute).padStart(2, '0')}`;
      const isOwn = committed.terms.beacon.chain.scheme === 'register-test';
      return (
        <StepForm {...{ context, view }} step="draw" lead={say.drawLead(at)} button={say.draw}>
          {isOwn ? null : (
            <TextArea
              {...{ words, id: 'round', name: 'round', label: say.round, hint: say.roundHint }}
            />
          )}
        </StepForm>
      );
    }
    case 'drawn': {
      const lead = say.discloseLead(words.date(view.until));
      return <StepForm {...{ context, view, lead }} step="disclose" button={say.disclose} />;
    }
    case 'disclosed':
      return <p>{say.doneLead}</p>;
  }
}

function StepForm(props: {
  readonly context: PageContext;
  readonly view: DrawDeskView;
  readonly step: 'commit' | 'draw' | 'disclose';
  readonly lead: string;
  readonly button: string;
  readonly children?: Child;
}) {
  const { context, view, step, lead, button } = props;
  const action = linkTo(context, `${deskDrawPath(view.draw)}/${step}`);
  return (
    <form class="form-block" method="post" action={action}>
      <FormToken />
      <p>{lead}</p>
      {props.children}
      <Actions>
        <ActionButton>{button}</ActionButton>
      </Actions>
    </form>
  );
}

function Visits(props: Parameters<typeof DeskDrawPage>[0]) {
  const { context, view, agencies } = props;
  const { words, language } = context;
  const say = drawDeskWords(language);
  const all = drawWords(language);
  if (view.visits.length === 0) return null;
  const nameOf = (code: string): string => {
    const name = agencies.find((each) => each.code === code)?.name;
    return name === undefined ? code : localise(name, language).text;
  };
  const whole = `${deskDrawPath(view.draw)}/draw.json`;
  return (
    <Section id="visits" heading={say.visits}>
      <p class="quiet">{say.visitsLead}</p>
      <DataTable
        caption={say.visits}
        captionHidden
        columns={[
          { key: 'name', label: say.name, heads: true },
          { key: 'code', label: say.code },
          { key: 'who', label: say.who },
          { key: 'together', label: say.together },
        ]}
        rows={view.visits.map(({ code, name, licence, inspectors, together }) => ({
          name: (
            <>
              <AsGiven words={words} text={name} />
              {licence === undefined ? null : (
                <span class="quiet">{` · ${all.premises} ${licence}`}</span>
              )}
            </>
          ),
          code: <code>{code}</code>,
          who: <AsGiven words={words} text={inspectors.join(language === 'zh' ? '、' : ', ')} />,
          together: together.length === 0 ? say.alone : together.map(nameOf).join(' '),
        }))}
      />
      <p>
        <a href={whole} download={`whole-draw-${view.draw}.json`}>
          {say.whole}
        </a>
      </p>
    </Section>
  );
}

function sumOf({ strata }: DrawDeskView, what: 'eligible' | 'draws'): number {
  return strata.reduce((sum, stratum) => sum + stratum[what], 0);
}
