import type { DownloadsView } from '@credence/casework';
import { DataTable, PageHeading, Section } from '@credence/pages';
import { localise } from '@credence/domain';

import { paths } from '../request/paths.ts';
import { accessibility } from '../words/accessibility.ts';
import { counted } from '../words/counted.ts';
import { dataProse } from '../words/data.ts';
import type { ProseSection } from '../words/prose.ts';
import { DownloadsSection } from './downloads-section.tsx';
import { Frame } from './frame.tsx';
import type { PageContext } from './page-context.ts';

/** How every figure is counted. */
export function CountedPage({ context }: { readonly context: PageContext }) {
  const { say, language } = context;
  return (
    <Frame
      context={context}
      title={say.countedTitle}
      area="counted"
      heading={<PageHeading title={say.countedTitle} />}
    >
      <p class="summary">{say.countedLead}</p>
      <ProseSections sections={counted[language]} />
    </Frame>
  );
}

export function AccessibilityPage({ context }: { readonly context: PageContext }) {
  const { say, site, language } = context;
  const contact = site.contact === undefined ? undefined : localise(site.contact, language).text;
  return (
    <Frame
      context={context}
      title={say.accessibilityTitle}
      heading={<PageHeading title={say.accessibilityTitle} />}
    >
      <ProseSections sections={accessibility[language]} />
      <Section id="contact" heading={say.contactTitle}>
        <p class="prose">{contact ?? say.noContact}</p>
      </Section>
    </Frame>
  );
}

/** One operation of the API as the document describes it. */
export interface OperationLine {
  readonly path: string;
  readonly method: string;
  readonly summary: string;
}

export function DataPage(props: {
  readonly context: PageContext;
  readonly operations: readonly OperationLine[];
  readonly downloads: DownloadsView;
}) {
  const { context, operations, downloads } = props;
  const { words, say, language } = context;
  return (
    <Frame
      context={context}
      title={say.dataTitle}
      area="data"
      heading={<PageHeading title={say.dataTitle} />}
    >
      <DownloadsSection context={context} view={downloads} />
      <ProseSections sections={dataProse[language]} />
      <Section
        id="operations"
        heading={say.operationsTitle}
        aside={<a href={paths.openapi}>{say.openapiLink}</a>}
      >
        <DataTable
          caption={say.operationsTitle}
          captionHidden
          columns={[
            { key: 'path', label: say.operationPath, heads: true },
            { key: 'what', label: say.operationWhat },
          ]}
          rows={operations.map(({ path, method, summary }) => ({
            path: <code>{`${method} ${paths.api}${path}`}</code>,
            what: say.operations[path] ?? summary,
          }))}
        />
      </Section>
      <p class="link-row after-block">
        <a href={paths.openapi}>{say.openapiLink}</a>
        <a href={`${paths.api}/health`}>{say.healthLink}</a>
        <a href={`${paths.api}/rulebook/editions`}>{words.t('page.rules')} (JSON)</a>
      </p>
    </Frame>
  );
}

function ProseSections({ sections }: { readonly sections: readonly ProseSection[] }) {
  return (
    <>
      {sections.map(({ id, heading, paragraphs }) => (
        <Section id={id} heading={heading}>
          {paragraphs.map((paragraph) => (
            <p class="prose">{paragraph}</p>
          ))}
        </Section>
      ))}
    </>
  );
}
