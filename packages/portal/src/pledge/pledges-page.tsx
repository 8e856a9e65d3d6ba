import type { PledgeLine, PledgePart, PledgesView } from '@credence/casework';
import { localise } from '@credence/domain';
import { EmptyState, FactList, PageHeading, Section, TitleText } from '@credence/pages';

import { Article } from '../incentive/incentive-parts.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { cardPath, paths } from '../request/paths.ts';
import { pledgeWords } from '../words/pledge/pledges.ts';
import { readingWords } from '../words/reading.ts';

/** Items open to notification and pledge: what is told, what is signed, and how it came out. */
export function PledgesPage(props: { readonly context: PageContext; readonly view: PledgesView }) {
  const { context, view } = props;
  const say = pledgeWords(context.language);
  return (
    <Frame
      context={context}
      title={say.title}
      area="figures"
      json={`${paths.api}/pledges`}
      breadcrumb={[
        { label: readingWords(context.language).listsTitle, href: linkTo(context, paths.lists) },
        { label: say.title },
      ]}
      heading={<PageHeading title={say.title} />}
    >
      <p class="summary">{say.lead}</p>
      <p class="prose">{say.free}</p>
      <p class="prose">{say.neverRank}</p>
      {view.pledges.length === 0 ? (
        <EmptyState heading={say.none} meaning={say.noneMeaning} />
      ) : (
        view.pledges.map((pledge) => <Pledge context={context} pledge={pledge} />)
      )}
    </Frame>
  );
}

function Pledge(props: {
  readonly context: PageContext;
  readonly pledge: PledgesView['pledges'][number];
}) {
  const { context, pledge } = props;
  const { words, language } = context;
  const say = pledgeWords(language);
  const rule = cardPath(context.clock?.edition.code ?? '', 'pledge', pledge.id);
  return (
    <Section
      id={pledge.id}
      heading={localise(pledge.title, language).text}
      aside={<a href={linkTo(context, rule)}>{say.rule}</a>}
    >
      <FactList
        facts={[
          { label: say.says, value: <TitleText words={words} text={pledge.promises} /> },
          { label: say.decision, value: <TitleText words={words} text={pledge.decision} /> },
          { label: say.provider, value: providerText(context, pledge) },
          { label: say.conditions, value: <Parts context={context} parts={pledge.conditions} /> },
          { label: say.materials, value: <Materials context={context} pledge={pledge} /> },
          { label: say.form, value: <TitleText words={words} text={pledge.form} /> },
          {
            label: say.ordinary,
            value: (
              <>
                <TitleText words={words} text={pledge.ordinaryWay.says} />{' '}
                <Article context={context} basis={pledge.ordinaryWay.by} />
              </>
            ),
          },
          { label: say.exclusions, value: <Parts context={context} parts={pledge.exclusions} /> },
          {
            label: say.look,
            value: say.lookSays(words.period(pledge.look.from), words.period(pledge.look.until)),
          },
          { label: say.cure, value: say.cureSays(words.period(pledge.cure)) },
          { label: say.revocation, value: <Parts context={context} parts={[pledge.revocation]} /> },
          { label: say.repair, value: <Parts context={context} parts={[pledge.repair]} /> },
          { label: say.reuse, value: pledge.reuse ? say.reuseYes : say.reuseNo },
          {
            label: say.basis,
            value: words.richList(
              pledge.basis.map((basis) => <Article context={context} basis={basis} />),
            ),
          },
          { label: say.figures, value: figuresText(context, pledge.figures) },
        ]}
      />
    </Section>
  );
}

/** What is told, each with its article and how sure the edition is of it. */
export function Parts(props: {
  readonly context: PageContext;
  readonly parts: readonly PledgePart[];
}) {
  const { context, parts } = props;
  const { words, language } = context;
  return (
    <ul class="plain-list">
      {parts.map(({ says, basis }) => (
        <li>
          <TitleText words={words} text={says} />
          {language === 'zh' ? '（' : ' ('}
          {words.richList(basis.map((each) => <Article context={context} basis={each} />))}
          {language === 'zh' ? '）' : ')'}
        </li>
      ))}
    </ul>
  );
}

function Materials(props: { readonly context: PageContext; readonly pledge: PledgeLine }) {
  const { context, pledge } = props;
  const { words, language } = context;
  const say = pledgeWords(language);
  return (
    <ul class="plain-list">
      {pledge.materials.map(({ says, within }) => (
        <li>
          <TitleText words={words} text={says} />
          {language === 'zh' ? '：' : ': '}
          {within === undefined ? say.waived : say.postponed(words.period(within))}
        </li>
      ))}
    </ul>
  );
}

function providerText({ language }: PageContext, { provider }: PledgeLine): string {
  const say = pledgeWords(language);
  const { issuerParts } = readingWords(language);
  const named = (code: string): string => say.levels[code] ?? issuerParts[code] ?? code;
  return say.by(named(provider.level), named(provider.body));
}

function figuresText(
  { words, language }: PageContext,
  { on, kept, broken, total }: PledgesView['pledges'][number]['figures'],
): string {
  const say = pledgeWords(language);
  const number = (count: number): string => words.number(count);
  const said =
    total === null
      ? say.figuresWithheld
      : kept === null || broken === null
        ? say.figuresTotal(number(total))
        : say.figuresSays(number(kept), number(broken), number(total));
  return [said, say.on(words.date(on))].join(language === 'zh' ? '' : ' ');
}
