import type { DoorRoute, DoorView } from '@credence/casework';
import { localise } from '@credence/domain';
import { AsGiven, FactList, Section, type LabelledFact } from '@credence/pages';

import { FormToken } from '../access/csrf.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { carryFile, waitingName } from '../paper/waiting-files.ts';
import { paths } from '../request/paths.ts';
import { doorWords, wordOf } from '../words/own-door.ts';
import { paperWords } from '../words/papers.ts';
import { Hidden } from './door-boxes.tsx';
import { RouteState } from './door-choices.tsx';
import { paperOf, pointsOf, type DoorDraft } from './door-form.ts';

/** What is about to be lodged, word for word; nothing has been sent yet. */
export function DoorPreview(props: {
  readonly context: PageContext;
  readonly view: DoorView;
  readonly route: DoorRoute;
  readonly draft: DoorDraft;
}) {
  const { context, view, route, draft } = props;
  const say = doorWords(context.language);
  return (
    <Section
      id="preview"
      heading={`${say.previewTitle}${context.language === 'zh' ? '：' : ': '}${say.choices[draft.choice].name}`}
    >
      <p>{say.previewLead}</p>
      <RouteState context={context} route={route} />
      <FactList facts={factsOf(context, view, draft)} />
      <form method="post" action={linkTo(context, paths.ownDoor)}>
        <FormToken />
        <Hidden view={view} draft={draft} />
        <Carried draft={draft} />
        <div class="actions">
          <button class="button button-first" type="submit" name="step" value="send">
            {say.send}
          </button>
          <button class="button" type="submit" name="step" value="edit">
            {say.edit}
          </button>
        </div>
      </form>
    </Section>
  );
}

function factsOf(
  { language, words }: PageContext,
  view: DoorView,
  draft: DoorDraft,
): readonly LabelledFact[] {
  const say = doorWords(language);
  const titleOf = (field: string): string => {
    const found = view.fields.find((each) => each.field === field);
    return found === undefined ? field : localise(found.title, language).text;
  };
  const files = paperWords(language);
  const isRepair = draft.choice === 'put-right';
  const points = isRepair
    ? []
    : pointsOf(draft).map(({ text, field, evidence }, index) => ({
        label: say.point(index + 1),
        value: (
          <>
            {field === undefined ? null : <p class="quiet">{titleOf(field)}</p>}
            <p>
              <AsGiven words={words} text={text} class="as-written" />
            </p>
            {evidence.length === 0 ? null : (
              <ul>
                {evidence.map((each) => (
                  <li>
                    <AsGiven words={words} text={each} class="as-written" />
                  </li>
                ))}
              </ul>
            )}
          </>
        ),
      }));
  const shown = isRepair
    ? Object.entries(draft.shown).map(([code, proof]) => ({
        label: wordOf(say.conditions, code),
        value: proof === '' ? '—' : <AsGiven words={words} text={proof} />,
      }))
    : [];
  const { counter } = draft;
  const paper = counter === undefined ? undefined : paperOf(counter.paper);
  return [
    ...(counter === undefined
      ? []
      : [
          { label: say.present, value: <AsGiven words={words} text={counter.present} /> },
          { label: say.paper, value: paper === undefined ? '—' : say.papers[paper] },
          { label: say.counterReason, value: <AsGiven words={words} text={counter.reason} /> },
        ]),
    ...points,
    ...shown,
    ...draft.files.map(({ name, point }) => ({
      label: point === undefined || isRepair ? files.attached : files.ofPoint(point),
      value: <AsGiven words={words} text={name} class="as-written" />,
    })),
    ...(isRepair ? [{ label: say.pledge, value: draft.pledged ? say.pledgeText : '—' }] : []),
  ];
}

/** The boxes once more, unseen, so that nothing typed is lost between the steps. */
function Carried({ draft }: { readonly draft: DoorDraft }) {
  const { points, shown, pledged, counter, files } = draft;
  const hidden = (name: string, value: string) => <input type="hidden" name={name} value={value} />;
  return (
    <>
      {points.map(({ text, field, evidence }, index) => (
        <>
          {hidden(`point-${String(index + 1)}`, text)}
          {hidden(`field-${String(index + 1)}`, field)}
          {hidden(`evidence-${String(index + 1)}`, evidence)}
        </>
      ))}
      {Object.entries(shown).map(([code, proof]) => hidden(`show-${code}`, proof))}
      {files.map((file) => hidden(waitingName, carryFile(file)))}
      {pledged ? hidden('pledge', 'yes') : null}
      {counter === undefined ? null : (
        <>
          {hidden('present', counter.present)}
          {hidden('paper', counter.paper)}
          {hidden('reason', counter.reason)}
        </>
      )}
    </>
  );
}
