import type { KnownPrincipal } from '@credence/casework';
import { localise } from '@credence/domain';
import { PageHeading } from '@credence/pages';
import type { Hono } from 'hono';

import { askToSignIn, signedIn } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { Frame } from '../page/frame.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths } from '../request/paths.ts';
import { accessWords } from '../words/access.ts';
import { personFileWords } from '../words/person-file.ts';
import { deskEntries, type DeskEntry } from './desk-entries.ts';

/** The front page of the desk: what whoever is signed in may do, and nothing else. */
export function deskHomeRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(paths.desk, async (c) => {
    const principal = signedIn(c);
    if (principal === undefined) return askToSignIn(c);
    const context = contextFor(tools, await tools.services.clock({}), paths.desk);
    const entries = deskEntries.filter(({ operation, purpose }) =>
      tools.services.offers(principal, operation, purpose),
    );
    const page = <DeskHomePage context={context} principal={principal} entries={entries} />;
    return sendPage(c, context, page);
  });
}

function DeskHomePage(props: {
  readonly context: PageContext;
  readonly principal: KnownPrincipal;
  readonly entries: readonly DeskEntry[];
}) {
  const { context, principal, entries } = props;
  const say = accessWords(context.language);
  const lead = {
    representative: say.deskLeadRepresentative,
    person: personFileWords(context.language).free,
  };
  return (
    <Frame
      context={context}
      title={say.deskTitle}
      heading={<PageHeading title={say.deskTitle} />}
      robots="noindex"
    >
      <p class="summary">
        {entries.length === 0
          ? say.deskNothing
          : principal.kind === 'representative' || principal.kind === 'person'
            ? lead[principal.kind]
            : say.deskLeadOfficial}
      </p>
      {entries.length === 0 ? null : (
        <ul class="desk-list">
          {entries.map(({ path, title, says }) => (
            <li>
              <a href={linkTo(context, path)}>
                <b>{localise(title, context.language).text}</b>
              </a>
              <p>{localise(says, context.language).text}</p>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}
