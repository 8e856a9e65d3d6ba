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
  /** The organisation that it is about now: its home, or its code where the page asks for one. */
  readonly shown: string;
  readonly by?: 'subject' | 'code';
}) {
  const { context, principal, path, shown, by = 'subject' } = props;
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
            {shown === (by === 'code' ? code : subject) ? (
              <b aria-current="true">{code}</b>
            ) : (
              <a href={withQuery(linkTo(context, path), by === 'code' ? { code } : { subject })}>
                {code}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
