import type { KnownPrincipal } from '@credence/casework';

import { linkTo, type PageContext } from '../page/page-context.ts';
import { withQuery } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';

/** For whoever acts for several organisations: which of them the page is about. */
export function MandateChooser(props: {
  readonly context: PageContext;
  readonly principal: KnownPrincipal;
  /** The page that is to be about another one. */
  readonly path: string;
  /** Home of the organisation that it is about now. */
  readonly shown: string;
}) {
  const { context, principal, path, shown } = props;
  if (principal.kind !== 'representative') return null;
  const held = new Map(
    principal.mandates.map(({ subject, identifier }) => [subject, identifier?.value ?? subject]),
  );
  if (held.size < 2) return null;
  const say = accessWords(context.language);
  return (
    <nav aria-label={say.mandateChoice} class="choices">
      <p>{say.mandateChoice}</p>
      <ul>
        {[...held].map(([subject, code]) => (
          <li>
            {subject === shown ? (
              <b aria-current="true">{code}</b>
            ) : (
              <a href={withQuery(linkTo(context, path), { subject })}>{code}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
