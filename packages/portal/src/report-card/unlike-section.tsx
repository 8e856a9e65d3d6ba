import type { LikeLine, UnlikeView } from '@credence/casework';
import { AsGiven, DataTable, Day, DocumentNumber, MoneyText, Section } from '@credence/pages';

import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, recordPath } from '../request/paths.ts';
import { cardWords } from '../words/report-card/cards.ts';

/** An office's fines that are far from those in like cases, with the rule that says what far is. */
export function UnlikeSection(props: {
  readonly context: PageContext;
  readonly unlike: UnlikeView;
  readonly audience: 'public' | 'desk';
}) {
  const { context, unlike, audience } = props;
  const { words } = context;
  const say = cardWords(context.language);
  const { rule, groups } = unlike;
  if (rule === undefined) return null;
  const { leastShown, leastGroup, deviations, multiple, confidence } = rule;
  const least = audience === 'public' ? leastShown : leastGroup;
  const edition = context.clock?.edition.code ?? '';
  return (
    <Section
      id="unlike"
      heading={say.unlikeTitle}
      aside={<a href={linkTo(context, cardPath(edition, 'statistic', rule.id))}>{say.rule}</a>}
    >
      <p class="prose">
        {say.unlikeHow(words.number(least), words.number(deviations), words.number(multiple))}{' '}
        <ConfidenceMark words={words} confidence={confidence} />
      </p>
      <p class="prose">{say.unlikeNot}</p>
      {unlike.compared === 0 ? null : (
        <p class="quiet">{say.compared(words.number(unlike.compared))}</p>
      )}
      {groups.length === 0 ? (
        <p>{say.unlikeNone}</p>
      ) : (
        groups.map((group) => <Group context={context} group={group} />)
      )}
    </Section>
  );
}

function Group({ context, group }: { readonly context: PageContext; readonly group: LikeLine }) {
  const { words } = context;
  const say = cardWords(context.language);
  const { like, size, median, deviation, unlike } = group;
  const [title = ''] = like;
  return (
    <div class="after-block">
      <h3>
        <AsGiven words={words} text={title} />
      </h3>
      <p class="quiet">
        {say.unlikeGroup(words.number(size), words.money(median))} ·{' '}
        {say.unlikeDeviation(words.money(deviation))}
      </p>
      <DataTable
        caption={say.unlikeTitle}
        captionHidden
        columns={[
          { key: 'document', label: say.document, heads: true },
          { key: 'fine', label: say.fine, align: 'end' },
          { key: 'side', label: say.side },
          { key: 'decidedOn', label: say.decidedOn },
        ]}
        rows={unlike.map(({ id, subject, document, amount, side, decidedOn }) => ({
          document: (
            <a href={linkTo(context, recordPath(subject, id))}>
              {document === undefined ? id : <DocumentNumber words={words} text={document} />}
            </a>
          ),
          fine: <MoneyText words={words} money={{ amount, currency: median.currency }} />,
          side: say[side],
          decidedOn: <Day words={words} on={decidedOn} />,
        }))}
      />
    </div>
  );
}
