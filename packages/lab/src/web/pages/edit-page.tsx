import {
  ActionButton,
  Actions,
  ErrorSummary,
  Field,
  FieldFault,
  Notice,
  PageHeading,
  Section,
  Summary,
} from '@credence/pages';

import type { LabFault } from '../../regime/lab-fault.ts';
import { practices } from '../../regime/practice.ts';
import type { ShelvedRegime } from '../state/regime-shelf.ts';
import type { SiteContext } from '../site.ts';
import { labPage } from './lab-page.tsx';

/** What was typed, and what is wrong with it. */
export interface Edited {
  readonly id: string;
  readonly name: string;
  /** By practice, as typed. */
  readonly practice: Readonly<Record<string, string>>;
  readonly text: string;
  /** By the id of the field. */
  readonly errors: readonly { readonly fieldId: string; readonly says: string }[];
  readonly faults: readonly LabFault[];
  readonly refusal?: string;
  /** Whether the form of practices can say all that the regime says. */
  readonly hasForm: boolean;
}

/** Two ways to change a regime: the values of its practice, and its whole text. */
export function editPage(context: SiteContext, regime: ShelvedRegime, edited: Edited): string {
  const { say, link, text, words } = context;
  const { id } = regime;
  const name = text(regime.preset.title);
  const errors = [
    ...edited.errors,
    ...(edited.faults.length === 0
      ? []
      : [{ fieldId: 'text', says: say.faults(edited.faults.length) }]),
    ...(edited.refusal === undefined ? [] : [{ fieldId: 'text', says: edited.refusal }]),
  ];
  return labPage(context, {
    title: say.editTitle(name),
    part: 'regimes',
    breadcrumb: [
      { label: say.nav.regimes, href: link('/regimes') },
      { label: id, href: link(`/regimes/${id}`) },
      { label: say.edit },
    ],
    heading: <PageHeading title={say.editTitle(name)} />,
    children: (
      <>
        {errors.length === 0 ? null : <ErrorSummary words={words} errors={errors} />}
        <Summary>{say.editLead}</Summary>
        <PracticeForm context={context} regime={regime} edited={edited} />
        <TextForm context={context} regime={regime} edited={edited} />
      </>
    ),
  });
}

interface FormProps {
  readonly context: SiteContext;
  readonly regime: ShelvedRegime;
  readonly edited: Edited;
}

function PracticeForm({ context, regime, edited }: FormProps) {
  const { say, link, text, words } = context;
  const errorOf = (fieldId: string) => {
    const found = edited.errors.find((each) => each.fieldId === fieldId);
    return found === undefined ? {} : { error: found.says };
  };
  if (!edited.hasForm) {
    return (
      <Section id="form" heading={say.editForm}>
        <p class="prose">{say.editFormNot}</p>
      </Section>
    );
  }
  return (
    <Section id="form" heading={say.editForm}>
      <p class="prose">{say.editFormLead}</p>
      <form class="form-block" method="post" action={link(`/regimes/${regime.id}/edit`)}>
        <Field
          {...{ words, id: 'variant', name: 'variant', value: edited.id, label: say.variantId }}
          hint={say.variantIdHint}
          {...errorOf('variant')}
        />
        <Field
          {...{ words, id: 'name', name: 'name', value: edited.name, label: say.variantName }}
          {...errorOf('name')}
        />
        <div class="lab-fields">
          {practices.map((practice) => (
            <Field
              words={words}
              id={`practice-${practice.id}`}
              name={`practice-${practice.id}`}
              label={text(practice.title)}
              value={edited.practice[practice.id] ?? ''}
              hint={say.bracketed(
                text(practice.says),
                practice.unit === 'flag'
                  ? say.units.flag
                  : say.unitRange(say.units[practice.unit], practice.least, practice.most),
              )}
              {...errorOf(`practice-${practice.id}`)}
            />
          ))}
        </div>
        <Actions>
          <ActionButton rank="first">{say.saveVariant}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}

function TextForm({ context, regime, edited }: FormProps) {
  const { say, link, words } = context;
  const isWrong = edited.faults.length > 0;
  return (
    <Section id="whole" heading={say.editText}>
      <p class="prose">{say.editTextLead}</p>
      {isWrong ? <Faults context={context} faults={edited.faults} /> : null}
      <form class="form-block" method="post" action={link(`/regimes/${regime.id}/text`)}>
        <div class="lab-text-field">
          <label for="text">{say.text}</label>
          <FieldFault
            words={words}
            id="text"
            error={isWrong ? say.faults(edited.faults.length) : undefined}
          />
          <textarea
            class="lab-text"
            id="text"
            name="text"
            rows={24}
            lang="en"
            spellcheck={false}
            wrap="off"
            required
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? 'text-error' : undefined}
          >
            {edited.text}
          </textarea>
        </div>
        <Actions>
          <ActionButton rank="first">{say.saveVariant}</ActionButton>
        </Actions>
      </form>
    </Section>
  );
}

/** Each fault with its line and column, what stands there, and what is accepted. */
export function Faults(props: {
  readonly context: SiteContext;
  readonly faults: readonly LabFault[];
}) {
  const { context, faults } = props;
  const { say, text, words } = context;
  return (
    <Notice tone="fail">
      <ol class="lab-faults">
        {faults.map(({ line, column, says, found, accepted }) => (
          <li>
            <p>
              <b class="lab-place">{say.faultAt(words.number(line), words.number(column))}</b>{' '}
              {text(says)}
            </p>
            {found === undefined ? null : (
              <p>
                {say.received} <code>{found}</code>
              </p>
            )}
            {accepted === undefined ? null : (
              <p>
                {say.accepted} <code>{accepted}</code>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Notice>
  );
}
