import type { FactView, RecordView } from '@credence/casework';
import { formatAmount, localise, parseCivilDate, type Language } from '@credence/domain';
import { AsGiven, Day, TitleText, type LabelledFact, type Words } from '@credence/pages';

/** The value of a published field: codes by their titles, texts as the source gave them. */
export function FactValue({ words, fact }: { readonly words: Words; readonly fact: FactView }) {
  const { value, codes } = fact;
  if (codes !== undefined && codes.length > 0) {
    return <>{words.richList(codes.map((code) => <TitleText words={words} text={code} />))}</>;
  }
  if (typeof value === 'boolean') return <>{words.t(value ? 'page.yes' : 'page.no')}</>;
  if (typeof value === 'number') return <>{words.number(value)}</>;
  if (typeof value === 'string') return <TextValue words={words} text={value} />;
  if ('currency' in value) return <span class="figure">{words.money(value)}</span>;
  return <>{words.richList(value.map((text) => <TextValue words={words} text={text} />))}</>;
}

/** Fields of a record as label and value; empty ones are left out. */
export function labelledFacts(words: Words, facts: readonly FactView[]): readonly LabelledFact[] {
  return facts
    .filter(({ value }) => value !== '')
    .map((fact) => ({
      label: <TitleText words={words} text={fact.title} />,
      value: <FactValue words={words} fact={fact} />,
    }));
}

function TextValue({ words, text }: { readonly words: Words; readonly text: string }) {
  const day = parseCivilDate(text);
  return day === undefined ? <AsGiven words={words} text={text} /> : <Day words={words} on={day} />;
}

/** The line that names a record; where its source left it empty, the kind of record does. */
export function RecordHeading(props: {
  readonly words: Words;
  readonly record: Pick<RecordView, 'heading' | 'item'>;
}) {
  const { words, record } = props;
  return isEmpty(record.heading) ? (
    <TitleText words={words} text={record.item.title} />
  ) : (
    <FactValue words={words} fact={record.heading} />
  );
}

function isEmpty({ value, codes }: FactView): boolean {
  if (codes !== undefined && codes.length > 0) return false;
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** The same as plain text, for the title of a page. */
export function headingText(
  { heading, item }: Pick<RecordView, 'heading' | 'item'>,
  language: Language,
): string {
  if (isEmpty(heading)) return localise(item.title, language).text;
  const { value, codes } = heading;
  if (codes !== undefined && codes.length > 0) {
    return codes.map((code) => localise(code, language).text).join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value !== 'object') return String(value);
  return 'currency' in value ? formatAmount(value) : value.join(language === 'zh' ? '、' : ', ');
}
