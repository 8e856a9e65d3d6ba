import { DataTable, EmptyState, PageHeading, Section, Summary } from '@credence/pages';
import { parseCivilDate } from '@credence/domain';

import { validatedCode } from '../../validate/validated-code.ts';
import type { SiteContext } from '../site.ts';
import type { StoredValidation } from '../stored-validation.ts';
import { labPage } from './lab-page.tsx';

const command = 'credence-lab validate';

/** The Lab against closed forms and published results, as kept, with when it was run. */
export function validationPage(context: SiteContext): string {
  const { say, site } = context;
  const kept = site.validation;
  return labPage(context, {
    title: say.validationTitle,
    part: 'validation',
    heading: <PageHeading title={say.validationTitle} />,
    children: (
      <>
        {kept === undefined ? (
          <EmptyState heading={say.noValidation} meaning={say.noValidationMeaning} />
        ) : (
          <Kept context={context} kept={kept} />
        )}
        <Section id="command" heading={say.validateCommand}>
          <pre class="lab-commands" tabindex={0}>
            {command}
          </pre>
        </Section>
      </>
    ),
  });
}

interface KeptProps {
  readonly context: SiteContext;
  readonly kept: StoredValidation;
}

function Kept({ context, kept }: KeptProps) {
  const { say, words } = context;
  const { counts, day, size, seed, code } = kept;
  const on = parseCivilDate(day);
  const said = on === undefined ? day : words.date(on);
  return (
    <>
      <Summary
        note={`${say.validatedOn(said, say.sizes[size], String(seed))} ${
          code === validatedCode() ? say.sameCode : say.otherCode
        }`}
      >
        <b>
          {say.counts(
            words.number(counts.passed),
            words.number(counts.failed),
            words.number(counts['not-run']),
          )}
        </b>
      </Summary>
      <p class="prose">{say.validationLead}</p>
      {kept.checks.map((check) => (
        <Check context={context} check={check} />
      ))}
    </>
  );
}

function Check(props: {
  readonly context: SiteContext;
  readonly check: StoredValidation['checks'][number];
}) {
  const { context, check } = props;
  const { say, text, language } = context;
  const { id, title, verdict, figures = [], why, cannotTell } = check;
  const verdictClass = verdict === 'failed' ? { class: 'lab-failed' } : {};
  return (
    <Section id={id} heading={`${id} ${text(title)}`}>
      <p>
        <b {...verdictClass}>{say.checkVerdicts[verdict]}</b> {why === undefined ? null : text(why)}
      </p>
      {figures.length === 0 ? null : (
        <DataTable
          caption={text(title)}
          captionHidden
          columns={[
            { key: 'name', label: say.figure, heads: true },
            { key: 'found', label: say.foundValue, align: 'end' },
            { key: 'reference', label: say.reference, align: 'end' },
            { key: 'within', label: say.tolerance, align: 'end' },
            { key: 'passed', label: say.verdict },
          ]}
          rows={figures.map(({ name, found, reference, within, rule, passed }) => ({
            name: <span lang="en">{name}</span>,
            found: digits(found),
            reference: rule === 'told' ? '—' : digits(reference),
            within: boundOf(rule, within),
            passed: rule === 'told' ? '—' : say.checkVerdicts[passed ? 'passed' : 'failed'],
          }))}
        />
      )}
      <p class="quiet">
        {say.cannotTell}
        {language === 'zh' ? '：' : ': '}
        {text(cannotTell)}
      </p>
    </Section>
  );
}

function boundOf(rule: string, within: number): string {
  switch (rule) {
    case 'near':
      return `± ${digits(within)}`;
    case 'equal':
      return '=';
    case 'above':
      return '>';
    case 'at-least':
      return within === 0 ? '≥' : `≥ − ${digits(within)}`;
    default:
      return '—';
  }
}

function digits(value: number): string {
  return String(Number(value.toPrecision(5)));
}
