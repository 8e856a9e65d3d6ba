import { LinkRow } from '@credence/pages';
import { useContext } from 'hono/jsx';

import { signedIn } from '../access/guarded.ts';
import { ReaderContext } from '../access/reader-context.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { ownWords } from '../words/own.ts';
import { doorPath } from './own-paths.ts';

/** From a public record to the one door, for whoever acts for the organisation or may sign in as such. */
export function DoorLink(props: {
  readonly context: PageContext;
  readonly subject: string;
  readonly recordId: string;
}) {
  const { context, subject, recordId } = props;
  const c = useContext(ReaderContext);
  if (c === undefined) return null;
  const principal = signedIn(c);
  const isOffered =
    principal === undefined ? c.get('signInOffered') : principal.kind === 'representative';
  if (!isOffered) return null;
  const href = linkTo(context, doorPath({ kind: 'record', recordId }, { subject }));
  return <LinkRow links={[{ href, label: ownWords(context.language).wrongHere }]} />;
}
