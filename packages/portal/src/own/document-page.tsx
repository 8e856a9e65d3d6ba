import type { InboxLine } from '@credence/casework';
import { problem } from '@credence/domain';
import {
  ActionLink,
  Actions,
  AsGiven,
  Day,
  DocumentNumber,
  FactList,
  LinkRow,
  Section,
  StatusChip,
} from '@credence/pages';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { casePath, paths } from '../request/paths.ts';
import { ownWords } from '../words/own.ts';
import { askText, dueText, isAboutIdentity, senderOf, titleOf } from './inbox-list.tsx';
import { OwnFrame } from './own-frame.tsx';
import { ownHome } from './own-home.ts';
import { documentPath, doorPath } from './own-paths.ts';

/** A document of the inbox: what it asks, until when, and what happens otherwise. */
export function documentRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    `${paths.ownDocuments}/:caseId/:place{[0-9]{1,4}}`,
    guarded('case.read', async (c, principal) => {
      const caseId = c.req.param('caseId') ?? '';
      const place = Number.parseInt(c.req.param('place') ?? '', 10);
      const home = ownHome(principal, c);
      const outcome = await tools.services.openDocument(principal, { home, caseId, place });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('page-not-found', { path: '' }));
      }
      const { clock, line } = outcome.view;
      const address = documentPath(caseId, place, c.req.query('subject'));
      const context = contextFor(tools, clock, address);
      return sendPage(c, context, <DocumentPage {...{ context, line, home }} />);
    }),
  );
}

function DocumentPage(props: {
  readonly context: PageContext;
  readonly line: InboxLine;
  readonly home: string;
}) {
  const { context, line, home } = props;
  const { words, language } = context;
  const say = ownWords(language);
  const [asks, otherwise] = isAboutIdentity(line) ? say.identityNotice : say.explains[line.asks];
  const door = doorPath({ kind: 'case', caseId: line.caseId }, { subject: home });
  return (
    <OwnFrame
      context={context}
      title={titleOf(context, line)}
      above={
        line.asks === 'nothing' ? (
          say.asks.nothing
        ) : (
          <StatusChip words={words} state="due">
            {askText(context, line)}
          </StatusChip>
        )
      }
      facts={[
        senderOf(context, line),
        ...(line.number === undefined ? [] : [<DocumentNumber words={words} text={line.number} />]),
      ]}
      behind={[{ label: say.title, path: paths.deskOwn }]}
    >
      {line.due === undefined ? null : (
        <div class="countdown">
          <p class="countdown-left">{dueText(language, line.due)}</p>
          <p>{say.dueOn(words.date(line.due.on))}</p>
          <p class="quiet">{say.countedFrom}</p>
        </div>
      )}
      <Section id="asks" heading={say.whatItAsks}>
        <p>{asks}</p>
      </Section>
      <Section id="otherwise" heading={say.ifNothing}>
        <p>{otherwise}</p>
      </Section>
      {line.reason === undefined ? null : (
        <Section id="reason" heading={say.reasonGiven}>
          <p class="as-written">
            <AsGiven words={words} text={line.reason} />
          </p>
        </Section>
      )}
      <FactList
        facts={[
          { label: say.from, value: senderOf(context, line) },
          { label: say.sentOn, value: <Day words={words} on={line.on} /> },
          ...(line.openedOn === undefined
            ? []
            : [{ label: say.inbox, value: say.opened(words.date(line.openedOn)) }]),
        ]}
      />
      {line.asks === 'nothing' && line.of !== 'identity' ? null : (
        <Actions>
          <ActionLink rank="first" href={linkTo(context, door)}>
            {say.answerIt}
          </ActionLink>
        </Actions>
      )}
      <LinkRow links={[{ href: linkTo(context, casePath(line.caseId)), label: say.openCase }]} />
    </OwnFrame>
  );
}
