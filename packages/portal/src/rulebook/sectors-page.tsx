import type { BasisView, ChosenLine, SectorsView, SectorView } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  DataTable,
  PageHeading,
  Section,
  TitleText,
  type LabelledFact,
  FactList,
} from '@credence/pages';

import { MixedText } from '../page/mixed-text.tsx';
import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { articlePath, cardPath, paths } from '../request/paths.ts';
import { sectorWords } from '../words/sectors.ts';

interface Of {
  readonly context: PageContext;
  readonly view: SectorsView;
}

/** The profiles of sectors side by side: what each of them chooses, and by which articles. */
export function SectorsPage({ context, view }: Of) {
  const { words, language } = context;
  const say = sectorWords(language);
  return (
    <Frame
      context={context}
      title={say.title}
      area="rules"
      breadcrumb={[
        { label: words.t('page.rules'), href: linkTo(context, paths.rules) },
        { label: say.title },
      ]}
      heading={<PageHeading title={say.title} />}
    >
      <p class="summary">{say.lead}</p>
      {view.sectors.length === 0 ? <p>{say.none}</p> : null}
      {view.sectors.map((sector) => (
        <Profile context={context} view={view} sector={sector} />
      ))}
    </Frame>
  );
}

function Profile({ context, view, sector }: Of & { readonly sector: SectorView }) {
  const { words, language } = context;
  const say = sectorWords(language);
  const edition = view.clock.edition.code;
  return (
    <Section id={sector.sector} heading={localise(sector.title, language).text}>
      <FactList facts={factsOf({ context, view, sector })} />
      {sector.lines.length + sector.licences.length === 0 ? null : (
        <DataTable
          caption={say.whom}
          columns={[
            { key: 'line', label: say.line, heads: true },
            { key: 'severity', label: say.severity },
            { key: 'basis', label: say.basis },
          ]}
          rows={[
            ...sector.lines.map((line) => ({
              line: (
                <>
                  <TitleText words={words} text={line.title} />{' '}
                  <code>{line.code.toUpperCase()}</code>
                </>
              ),
              severity:
                line.severity === undefined ? (
                  <span class="quiet">{say.notSaid}</span>
                ) : (
                  <TitleText words={words} text={line.severity} />
                ),
              basis: <Basis context={context} edition={edition} basis={line.basis} />,
            })),
            ...sector.licences.map(({ code, basis }) => ({
              line: <MixedText words={words} text={say.licence(code)} />,
              severity: '—',
              basis: <Basis context={context} edition={edition} basis={basis} />,
            })),
          ]}
        />
      )}
    </Section>
  );
}

function factsOf({
  context,
  view,
  sector,
}: Parameters<typeof Profile>[0]): readonly LabelledFact[] {
  const { language, words } = context;
  const say = sectorWords(language);
  const edition = view.clock.edition.code;
  const list = (lines: readonly ChosenLine[], kind: 'item' | 'checklist') =>
    lines.length === 0 ? (
      say.nothing
    ) : (
      <ul class="plain-list">
        {lines.map(({ code, title, basis }) => (
          <li>
            <a href={linkTo(context, cardPath(edition, kind, code))}>
              <TitleText words={words} text={title} />
            </a>{' '}
            <Basis context={context} edition={edition} basis={basis} />
          </li>
        ))}
      </ul>
    );
  const { fullCoverage } = sector;
  return [
    ...(sector.forOthers ? [{ label: say.whom, value: say.others }] : []),
    { label: say.items, value: list(sector.items, 'item') },
    { label: say.checklists, value: list(sector.checklists, 'checklist') },
    {
      label: say.coverage,
      value:
        fullCoverage === undefined ? (
          say.drawn
        ) : (
          <>
            {say.everybody} <Basis context={context} edition={edition} basis={fullCoverage} />
          </>
        ),
    },
    {
      label: say.basis,
      value: <Basis context={context} edition={edition} basis={sector.basis} />,
    },
    {
      label: say.card,
      value: (
        <a href={linkTo(context, cardPath(edition, 'sector', sector.sector))}>
          <code>{sector.sector}</code>
        </a>
      ),
    },
    ...(sector.note === undefined
      ? []
      : [{ label: '', value: <TitleText words={words} text={sector.note} /> }]),
  ];
}

/** Articles, each with its own page, and the mark of those that nobody has confirmed. */
function Basis(props: {
  readonly context: PageContext;
  readonly edition: string;
  readonly basis: readonly BasisView[];
}) {
  const { context, edition, basis } = props;
  const marks = new Set(basis.map(({ confidence }) => confidence));
  return (
    <span class="quiet">
      {basis.map(({ citation: { source, at }, sourceTitle }, index) => (
        <>
          {index === 0 ? '' : context.language === 'zh' ? '、' : ', '}
          <a href={linkTo(context, articlePath(edition, source, at))}>
            {localise(sourceTitle, context.language).text} {at}
          </a>
        </>
      ))}
      {[...marks]
        .filter((mark) => mark !== 'verified')
        .map((mark) => (
          <>
            {' '}
            <ConfidenceMark words={context.words} confidence={mark} />
          </>
        ))}
    </span>
  );
}
