import type { ArticleView } from '@credence/casework';
import { localise } from '@credence/domain';
import {
  DataTable,
  Day,
  EmptyState,
  FactList,
  Notice,
  PageHeading,
  Section,
  TitleText,
} from '@credence/pages';

import { ConfidenceMark } from '../page/confidence-mark.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { articlePath, cardPath, editionPath, paths } from '../request/paths.ts';
import { articleEndWords } from '../words/article-end.ts';
import { rulebookWords } from '../words/rulebook.ts';

/** An article, what each edition makes of it, and the rules and subjects that hang on it. */
export function ArticlePage(props: { readonly context: PageContext; readonly view: ArticleView }) {
  const { context, view } = props;
  const { words } = context;
  const say = rulebookWords(context.language);
  const { article, edition } = view;
  const title = `${localise(article.sourceTitle, context.language).text} ${words.article(article.at)}`;
  return (
    <Frame
      context={context}
      title={title}
      area="rules"
      breadcrumb={[
        { label: words.t('page.rules'), href: linkTo(context, paths.rules) },
        { label: edition.code, href: linkTo(context, editionPath(edition.code)) },
        {
          label: <TitleText words={words} text={article.sourceTitle} />,
          href: linkTo(context, cardPath(edition.code, 'source', article.source)),
        },
      ]}
      heading={<PageHeading title={title} above={say.articleTitle} />}
    >
      <p class="summary">
        <TitleText words={words} text={article.says} />
      </p>
      <FactList
        facts={[
          {
            label: context.say.confidenceLabel,
            value: <ConfidenceMark words={words} confidence={article.confidence} />,
          },
          {
            label: say.articleHash,
            value: (
              <>
                <code class="hash">{article.hash}</code>{' '}
                <span class="quiet">{say.hashOf[article.hashOf]}</span>
              </>
            ),
          },
        ]}
      />
      <ArticleEnds context={context} view={view} />
      <Section heading={say.restingTitle}>
        <RestingRules context={context} view={view} />
      </Section>
      <Versions context={context} view={view} />
    </Frame>
  );
}

/** What its end means for whatever rests on it; where another text carries it on, both stand here. */
function ArticleEnds({ context, view }: { context: PageContext; view: ArticleView }) {
  const { words } = context;
  const { end, article, edition } = view;
  if (end === undefined) return null;
  const say = articleEndWords(context.language);
  const on = words.date(end.on);
  return (
    <Notice tone="due" heading={end.state === 'ended' ? say.ended(on) : say.ends(on)}>
      <p>{say.means[end.kind]}</p>
      {end.kind === 'replaced' || end.kind === 'carried' ? (
        <p>
          {say.successor}
          <a href={linkTo(context, cardPath(edition.code, 'source', end.successor.source))}>
            <TitleText words={words} text={end.successor.title} />
          </a>
        </p>
      ) : null}
      {end.kind === 'carried' && end.says !== undefined ? (
        <FactList
          facts={[
            { label: say.oldText, value: <TitleText words={words} text={article.says} /> },
            { label: say.newText, value: <TitleText words={words} text={end.says} /> },
          ]}
        />
      ) : null}
      {end.kind === 'transition' ? (
        <p>
          <a href={linkTo(context, cardPath(edition.code, 'source', end.by.source, end.by.at))}>
            {words.article(end.by.at)}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}

/** What each edition says in its place, and whether it says the same. */
function Versions(props: { readonly context: PageContext; readonly view: ArticleView }) {
  const { context, view } = props;
  const { words } = context;
  const say = rulebookWords(context.language);
  return (
    <Section heading={say.versionsTitle}>
      <DataTable
        caption={say.versionsTitle}
        captionHidden
        columns={[
          { key: 'edition', label: say.place, heads: true },
          { key: 'from', label: context.say.inForceFrom },
          { key: 'says', label: say.articleSays },
          { key: 'hash', label: say.articleHash },
        ]}
        rows={view.versions.map((version) => ({
          edition: (
            <a href={linkTo(context, editionPath(version.edition.code))}>
              <TitleText words={words} text={version.edition.title} />
            </a>
          ),
          from: <Day words={words} on={version.edition.inForceFrom} />,
          says:
            version.says === undefined ? (
              say.versionAbsent
            ) : (
              <TitleText words={words} text={version.says} />
            ),
          hash:
            version.hash === undefined ? (
              context.say.notApplicable
            ) : (
              <>
                <code class="hash">{version.hash.slice(0, 16)}</code>{' '}
                {version.changed ? say.versionChanged : say.versionSame}
              </>
            ),
        }))}
      />
    </Section>
  );
}

function RestingRules(props: { readonly context: PageContext; readonly view: ArticleView }) {
  const { context, view } = props;
  const { words } = context;
  const say = rulebookWords(context.language);
  const ends = articleEndWords(context.language);
  const { code } = view.edition;
  if (view.rules.length === 0) {
    return (
      <EmptyState
        level={3}
        heading={say.restingNone}
        meaning={<code>{articlePath(code, view.article.source, view.article.at)}</code>}
      />
    );
  }
  return (
    <>
      <DataTable
        caption={say.restingTitle}
        captionHidden
        columns={[
          { key: 'rule', label: say.rule, heads: true },
          { key: 'kind', label: say.kindOfRule },
          { key: 'places', label: say.places },
          { key: 'follows', label: ends.ifEnded },
          { key: 'subjects', label: say.subjects, align: 'end' },
        ]}
        rows={view.rules.map(({ card, paths: places, through, ifEnded, subjects }) => ({
          rule: (
            <a href={linkTo(context, cardPath(code, card.kind, card.id))}>
              <TitleText words={words} text={card.title} />
            </a>
          ),
          kind: context.say.cardKind[card.kind],
          places:
            through === undefined ? (
              <code class="wraps">{places.join(', ')}</code>
            ) : (
              ends.through(localise(through.title, context.language).text)
            ),
          follows: ifEnded === undefined ? ends.byItself : ends.follows[ifEnded],
          subjects:
            subjects === undefined
              ? say.subjectsNone
              : subjects === null
                ? say.subjectsWithheld
                : words.number(subjects),
        }))}
      />
      <p class="quiet after-table">{say.subjectsNote}</p>
      <p class="quiet">{ends.carriedOn}</p>
    </>
  );
}
