import { readerPurposes, type DownloadManifest } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  ActionButton,
  Actions,
  ErrorSummary,
  Field,
  Notice,
  PageHeading,
  Section,
} from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { paths } from '../request/paths.ts';
import { bulkWords } from '../words/bulk.ts';
import { Frame } from './frame.tsx';
import { linkTo, type PageContext } from './page-context.ts';

/** A refused field of a form, in words. */
export interface FormFault {
  readonly field: string;
  readonly says: string;
}

/** The form for a free key: who in general, and what for. */
export function KeyPage(props: {
  readonly context: PageContext;
  readonly given?: { readonly holder: string; readonly purpose: string };
  readonly fault?: FormFault;
}) {
  const { context, given, fault } = props;
  const { words, language } = context;
  const say = bulkWords(language);
  const wrong = (field: string) => (fault?.field === field ? { error: fault.says } : {});
  return (
    <Frame
      context={context}
      title={say.keyTitle}
      area="data"
      heading={<PageHeading title={say.keyTitle} />}
    >
      {fault === undefined ? null : (
        <ErrorSummary words={words} errors={[{ fieldId: fault.field, says: fault.says }]} />
      )}
      <p class="summary">{say.keyLead}</p>
      <Section id="duties" heading={say.duties}>
        <ul class="prose">
          {say.dutyList.map((duty) => (
            <li>{duty}</li>
          ))}
        </ul>
      </Section>
      <form method="post" action={linkTo(context, paths.key)} class="form-block">
        <FormToken />
        <Field
          words={words}
          id="holder"
          name="holder"
          label={say.holder}
          hint={say.holderHint}
          required
          {...(given === undefined ? {} : { value: given.holder })}
          {...wrong('holder')}
        />
        <fieldset class="choices" id="purpose">
          <legend>{say.purpose}</legend>
          {fault?.field === 'purpose' ? <p class="field-error">{fault.says}</p> : null}
          {readerPurposes.map((purpose) => (
            <div class="choice">
              <input
                id={`purpose-${purpose}`}
                type="radio"
                name="purpose"
                value={purpose}
                required
                checked={given?.purpose === purpose}
              />
              <label for={`purpose-${purpose}`}>{say.purposes[purpose]}</label>
            </div>
          ))}
        </fieldset>
        <Actions>
          <ActionButton rank="first">{say.getKey}</ActionButton>
        </Actions>
      </form>
    </Frame>
  );
}

/** The key, shown this once. */
export function KeyMadePage(props: { readonly context: PageContext; readonly secret: string }) {
  const { context, secret } = props;
  const say = bulkWords(context.language);
  return (
    <Frame
      context={context}
      title={say.keyMade}
      area="data"
      heading={<PageHeading title={say.keyMade} />}
      robots="noindex"
    >
      <p>
        <code class="secret">{secret}</code>
      </p>
      <Notice tone="due">
        <p>{say.keyOnce}</p>
      </Notice>
      <p class="prose">{say.keyUse}</p>
      <pre tabindex={0}>
        <code>{`Authorization: Bearer ${secret}`}</code>
      </pre>
      <p>
        <a href={linkTo(context, paths.data)}>{say.toData}</a>
      </p>
    </Frame>
  );
}

/** Takes a file with a key from a browser: the key goes in the form, never in an address. */
export function TakePage(props: {
  readonly context: PageContext;
  readonly manifest: DownloadManifest;
  readonly fault?: FormFault;
}) {
  const { context, manifest, fault } = props;
  const { words, language } = context;
  const say = bulkWords(language);
  const title = say.takeTitle(localise(manifest.title, language).text);
  return (
    <Frame
      context={context}
      title={title}
      area="data"
      breadcrumb={[{ label: context.say.dataTitle, href: linkTo(context, paths.data) }]}
      heading={<PageHeading title={title} />}
    >
      {fault === undefined ? null : (
        <ErrorSummary words={words} errors={[{ fieldId: fault.field, says: fault.says }]} />
      )}
      <p class="summary">{say.takeLead}</p>
      <form method="post" action={linkTo(context, paths.take)} class="form-block">
        <FormToken />
        <input type="hidden" name="dataset" value={manifest.dataset} />
        <Field
          words={words}
          id="key"
          name="key"
          label={say.key}
          required
          {...(fault?.field === 'key' ? { error: fault.says } : {})}
        />
        <fieldset class="choices">
          <legend>{say.format}</legend>
          {manifest.files.map(({ name, format }, index) => (
            <div class="choice">
              <input
                id={`format-${format}`}
                type="radio"
                name="file"
                value={name}
                checked={index === 1}
              />
              <label for={`format-${format}`}>{say.formats[format]}</label>
            </div>
          ))}
        </fieldset>
        <Actions>
          <ActionButton rank="first">{say.download}</ActionButton>
        </Actions>
      </form>
      <p>
        <a href={linkTo(context, paths.key)}>{say.keyLink}</a>
      </p>
    </Frame>
  );
}
