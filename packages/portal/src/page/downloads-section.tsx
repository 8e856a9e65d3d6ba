import type { DownloadManifest, DownloadsView } from '@credence/casework';
import { civilTimeAt, localise } from '@credence/domain';
import { DataTable, Section } from '@credence/pages';

import { downloadPath, manifestPath, paths, withQuery } from '../request/paths.ts';
import { bulkWords } from '../words/bulk.ts';
import { linkTo, type PageContext } from './page-context.ts';

/** What can be downloaded today: each data set with its files, its size and how long it may be used. */
export function DownloadsSection(props: {
  readonly context: PageContext;
  readonly view: DownloadsView;
}) {
  const { context, view } = props;
  const say = bulkWords(context.language);
  const { clock, manifests, waiting } = view;
  const [first] = manifests;
  const time = civilTimeAt(clock.timepoint, clock.zone);
  return (
    <Section id="downloads" heading={say.downloadsTitle}>
      <p class="prose">
        {first === undefined
          ? say.notReady
          : say.downloadsLead(first.day, `${two(time.hour)}:${two(time.minute)}`)}
      </p>
      {manifests.length === 0 && waiting.length === 0 ? null : (
        <DataTable
          caption={say.downloadsTitle}
          captionHidden
          columns={[
            { key: 'dataset', label: say.dataset, heads: true },
            { key: 'rows', label: say.rows, align: 'end' },
            { key: 'files', label: say.files },
            { key: 'use', label: say.use },
          ]}
          rows={manifests.map((manifest) => ({
            dataset: (
              <>
                {localise(manifest.title, context.language).text}
                {manifest.about === undefined ? null : (
                  <>
                    <br />
                    <span class="quiet">{localise(manifest.about, context.language).text}</span>
                  </>
                )}
                <br />
                <span class="quiet">{manifest.access === 'open' ? say.open : say.keyed}</span>
              </>
            ),
            rows: manifest.rows.toLocaleString('en-US'),
            files: <Files context={context} manifest={manifest} />,
            use: manifest.validUntil,
          }))}
        />
      )}
      {waiting.length === 0 || manifests.length === 0 ? null : (
        <p class="quiet after-block">{say.waiting}</p>
      )}
      <p class="prose after-block">
        {say.keySays} <a href={linkTo(context, paths.key)}>{say.keyLink}</a>
      </p>
    </Section>
  );
}

function Files(props: { readonly context: PageContext; readonly manifest: DownloadManifest }) {
  const { context, manifest } = props;
  const say = bulkWords(context.language);
  const { dataset, files, access } = manifest;
  const about = <a href={manifestPath(dataset)}>{say.manifest}</a>;
  if (access === 'key') {
    const address = withQuery(linkTo(context, paths.take), { dataset });
    return (
      <span class="link-row">
        <a href={address}>{say.take}</a>
        {about}
      </span>
    );
  }
  return (
    <span class="link-row">
      {files.map(({ name, format, bytes }) => (
        <a
          href={downloadPath(dataset, name)}
        >{`${say.formats[format]}${say.size(sizeOf(bytes))}`}</a>
      ))}
      {about}
    </span>
  );
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** A size in the unit in which it is easiest to read. */
function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`;
  if (bytes < 1_048_576) return `${String(Math.round(bytes / 1024))} KiB`;
  return `${(bytes / 1_048_576).toFixed(1)} MiB`;
}
