import type { SupplyChoices, SupplyItem } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  ActionButton,
  EmptyState,
  ErrorSummary,
  KeyValues,
  LinkRow,
  PageHeading,
  SideBlock,
  TitleText,
} from '@credence/pages';
import type { Child } from 'hono/jsx';

import { linkTo, type PageContext } from '../../page/page-context.ts';
import { paths } from '../../request/paths.ts';
import { IntakePage, sizeText, wordsOf } from './desk-page.tsx';

/** First step: which item, which file. The fields stand before the file, as the reader needs them. */
export function ChoosePage(props: {
  readonly context: PageContext;
  readonly view: SupplyChoices;
  /** The hidden field that shows the form is ours. */
  readonly token: Child;
  readonly chosen?: string;
  readonly error?: string;
}) {
  const { context, view, error } = props;
  const say = wordsOf(context);
  const { words } = context;
  return (
    <IntakePage
      context={context}
      title={say.title}
      heading={<PageHeading title={say.title} second={<AgencyName {...props} />} />}
      side={<ChooseSide {...props} />}
    >
      {error === undefined ? null : (
        <ErrorSummary words={words} errors={[{ fieldId: 'file', says: error }]} />
      )}
      <p class="summary">{say.lead}</p>
      {view.items.length === 0 ? (
        <EmptyState heading={say.noItems} meaning={say.noItemsMeaning} />
      ) : (
        <UploadForm {...props} />
      )}
      <DropScript context={context} />
    </IntakePage>
  );
}

/** Only adds: without it the form posts as it stands. */
function DropScript({ context }: { readonly context: PageContext }) {
  const script = context.site.dropScript;
  if (script === undefined) return null;
  return <script src={script.href} integrity={script.integrity} defer></script>;
}

function AgencyName({ context, view }: { context: PageContext; view: SupplyChoices }) {
  return <TitleText words={context.words} text={view.agency.name} />;
}

function UploadForm(props: {
  readonly context: PageContext;
  readonly view: SupplyChoices;
  readonly token: Child;
  readonly chosen?: string;
}) {
  const { context, view } = props;
  const say = wordsOf(context);
  // A choice that nobody made would send a file to the wrong item.
  const chosen =
    view.items.length === 1
      ? view.items[0]
      : view.items.find(({ importAs }) => importAs === props.chosen);
  return (
    <form
      class="upload"
      method="post"
      enctype="multipart/form-data"
      action={linkTo(context, paths.deskIntake)}
    >
      {props.token}
      <fieldset class="choices">
        <legend>{say.item}</legend>
        {view.items.map((item) => (
          <ItemChoice context={context} item={item} checked={item === chosen} />
        ))}
      </fieldset>
      <MappingChoice context={context} items={view.items} />
      <div class="field drop" data-chosen={say.chosen} data-drop={say.dropHere}>
        <label for="file">{say.file}</label>
        <p class="hint" id="file-hint">
          {say.fileHint(sizeText(view.limitBytes))}
        </p>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".csv,.tsv,.txt,.jsonl,.ndjson,.xlsx"
          aria-describedby="file-hint"
        />
      </div>
      <div class="after-block">
        <ActionButton rank="first">{say.check}</ActionButton>
      </div>
    </form>
  );
}

function ItemChoice(props: {
  readonly context: PageContext;
  readonly item: SupplyItem;
  readonly checked: boolean;
}) {
  const { context, item } = props;
  const { words } = context;
  const say = wordsOf(context);
  const id = `item-${item.importAs}`;
  const within = item.supplyWithinWorkingDays;
  const notes = [
    within === undefined ? undefined : say.dueWithin(words.number(within)),
    item.service === 'required' ? say.serviceNeeded : undefined,
  ].filter((note) => note !== undefined);
  return (
    <div class="choice">
      <input
        id={id}
        type="radio"
        name="item"
        value={item.importAs}
        checked={props.checked}
        required
      />
      <label for={id}>
        <b>
          <TitleText words={words} text={item.title} />
        </b>
        {notes.map((note) => (
          <span class="hint">{note}</span>
        ))}
      </label>
    </div>
  );
}

/** Only where an edition has mappings: most files never need one. */
function MappingChoice(props: {
  readonly context: PageContext;
  readonly items: readonly SupplyItem[];
}) {
  const { context, items } = props;
  const say = wordsOf(context);
  const groups = items.filter(({ mappings }) => mappings.length > 0);
  if (groups.length === 0) return null;
  return (
    <div class="field">
      <label for="mapping">{say.mapping}</label>
      <p class="hint" id="mapping-hint">
        {say.mappingHint}
      </p>
      <select id="mapping" name="mapping" aria-describedby="mapping-hint">
        <option value="">{say.noMapping}</option>
        {groups.map(({ title, mappings }) => (
          <optgroup label={localise(title, context.language).text}>
            {mappings.map(({ id, title: says }) => (
              <option value={id}>
                {says === undefined ? id : localise(says, context.language).text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function ChooseSide(props: { readonly context: PageContext; readonly view: SupplyChoices }) {
  const { context, view } = props;
  const { words } = context;
  const say = wordsOf(context);
  return (
    <>
      <SideBlock heading={say.howTitle}>
        <ol class="steps">
          {say.how.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <p class="quiet">{say.waits(words.number(Math.round(view.keepMs / 60_000)))}</p>
        <p class="quiet">{say.border}</p>
      </SideBlock>
      <SideBlock heading={say.agency}>
        <KeyValues
          facts={[
            {
              label: <TitleText words={words} text={view.agency.name} />,
              value: <code>{view.agency.code}</code>,
            },
          ]}
        />
        <LinkRow links={[{ href: linkTo(context, paths.deskBatches), label: say.batchesLink }]} />
      </SideBlock>
      <SideBlock heading={say.byMachine}>
        <p>{say.byMachineMeaning}</p>
        <LinkRow links={[{ href: linkTo(context, paths.data), label: words.t('page.apiDocs') }]} />
      </SideBlock>
    </>
  );
}
