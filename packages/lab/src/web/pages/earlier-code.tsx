import { Notice } from '@credence/pages';

import type { LabRun } from '../state/run-shelf.ts';
import type { SiteContext } from '../site.ts';
import { againAddress } from './run-page.tsx';

/** Says of a run that other code made it: what is computed now need not be what it found. */
export function EarlierCode({
  context,
  run,
}: {
  readonly context: SiteContext;
  readonly run: LabRun;
}) {
  const { say, link, site } = context;
  if (site.runs.isOfThisCode(run)) return null;
  return (
    <Notice tone="plain">
      <p>
        {say.earlierCode} <a href={link(againAddress(run))}>{say.again}</a>
      </p>
    </Notice>
  );
}
