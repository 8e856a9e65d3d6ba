import type { DraftCheck } from '@credence/casework';
import { localise, type Localised } from '@credence/domain';
import { ActionLink, Actions, FactList, Section, type LabelledFact } from '@credence/pages';

import { DeskFrame } from '../desk/desk-frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { deskDraftPath, paths } from '../request/paths.ts';
import { findingTitles } from '../words/finding-titles.ts';
import { sayOf } from './draft-frame.tsx';

type Finding = DraftCheck['findings'][number];

/** Everything the check found, each with guard, card, field, why and what to do. */
export function FindingsPage(props: { readonly context: PageContext; readonly check: DraftCheck }) {
  const { context, check } = props;
  const say = sayOf(context);
  const { words } = context;
  const { edition, findings, proposed } = check;
  const errors = findings.filter(({ severity }) => severity !== 'warning');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return (
    <DeskFrame
      context={context}
      title={say.foundTitle}
      above={[{ label: say.deskTitle, path: paths.deskRules }]}
    >
      <p class="summary">
        {edition === undefined
          ? say.refusedSummary(words.number(errors.length))
          : proposed
            ? say.proposedSummary
            : say.passedSummary}
      </p>
      {edition === undefined ? null : (
        <FactList
          facts={[
            { label: say.code, value: <code>{edition.code}</code> },
            { label: say.fingerprint, value: <code class="hash">{edition.hash}</code> },
          ]}
        />
      )}
      <Actions>
        {edition !== undefined && proposed ? (
          <ActionLink rank="first" href={linkTo(context, deskDraftPath(edition.hash))}>
            {say.openDraft}
          </ActionLink>
        ) : null}
        <ActionLink href={`${linkTo(context, paths.deskRules)}#check`}>{say.checkAgain}</ActionLink>
      </Actions>
      <Findings context={context} heading={say.findingsTitle} findings={errors} />
      <Findings context={context} heading={say.warningsTitle} findings={warnings} />
    </DeskFrame>
  );
}

function Findings(props: {
  readonly context: PageContext;
  readonly heading: string;
  readonly findings: readonly Finding[];
}) {
  const { context, heading, findings } = props;
  if (findings.length === 0) return null;
  return (
    <Section heading={heading}>
      <ol class="plain-list rule-findings">
        {findings.map((finding) => (
          <li>
            <FindingBlock context={context} finding={finding} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function FindingBlock(props: { readonly context: PageContext; readonly finding: Finding }) {
  const { context, finding } = props;
  const { words } = context;
  const say = sayOf(context);
  const { file, line, column, guard, alias, code, title, card, field, why, source } = finding;
  const said = (text: Localised) => localise(text, context.language).text;
  const english = (text: string) => <span lang="en">{text}</span>;
  const facts: readonly (LabelledFact | undefined)[] = [
    { label: say.says, value: said(finding.message) },
    card === undefined ? undefined : { label: say.card, value: <code class="wraps">{card}</code> },
    field === undefined || field === ''
      ? undefined
      : { label: say.cardField, value: <code class="wraps">{field}</code> },
    {
      label: say.place,
      value: say.placeIn(file, words.number(line), words.number(column)),
    },
    finding.found === undefined
      ? undefined
      : { label: say.found, value: <code class="wraps">{finding.found}</code> },
    finding.accepted === undefined
      ? undefined
      : { label: say.accepted, value: english(finding.accepted) },
    why === undefined
      ? undefined
      : {
          label: say.why,
          value: (
            <>
              {said(why)}
              {source === undefined ? null : <span class="quiet"> {said(source)}</span>}
            </>
          ),
        },
    finding.repair === undefined ? undefined : { label: say.repair, value: said(finding.repair) },
  ];
  return (
    <>
      <h3>
        {guard ?? alias} {said(title ?? findingTitles[code])}
      </h3>
      <FactList facts={facts.filter((fact) => fact !== undefined)} />
    </>
  );
}
