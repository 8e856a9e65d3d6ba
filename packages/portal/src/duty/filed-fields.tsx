import type { FiledField } from '@credence/casework';
import { AsGiven, KeyValues, TitleText } from '@credence/pages';

import type { PageContext } from '../page/page-context.ts';
import { dutyWords } from '../words/duties.ts';

/** What was filed, field by field, as the card calls it. */
export function FiledFields(props: {
  readonly context: PageContext;
  readonly fields: readonly FiledField[];
}) {
  const { words } = props.context;
  return (
    <KeyValues
      facts={props.fields.map(({ title, value }) => ({
        label: <TitleText words={words} text={title} />,
        value: <FiledValueText {...{ context: props.context, value }} />,
      }))}
    />
  );
}

function FiledValueText(props: {
  readonly context: PageContext;
  readonly value: FiledField['value'];
}) {
  const { context, value } = props;
  const { words, language } = context;
  const say = dutyWords(language);
  switch (typeof value) {
    case 'boolean':
      return <>{value ? say.yes : say.no}</>;
    case 'number':
      return <span class="figure">{words.number(value)}</span>;
    case 'string':
      return <AsGiven words={words} text={value} />;
    default:
      return <span class="figure">{words.money(value)}</span>;
  }
}

/** What a filing is for: its year, or what its first field calls it. */
export function filingName(
  { language }: PageContext,
  filing: { readonly key: string; readonly fields: readonly FiledField[] },
): string {
  if (/^\d{4}$/.test(filing.key)) return dutyWords(language).year(filing.key);
  const first = filing.fields[0]?.value;
  return typeof first === 'string' ? first : '—';
}
