import type { ReaderChange } from '@credence/casework';
import { problem } from '@credence/domain';
import { Day, FactList, LinkRow, Name, Section } from '@credence/pages';
import type { Hono } from 'hono';

import { FormToken } from '../access/csrf.tsx';
import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalEnv } from '../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { paths, subjectPath, withQuery } from '../request/paths.ts';
import { correctionWords } from '../words/corrections.ts';
import { doorWords } from '../words/own-door.ts';
import { OwnFrame } from './own-frame.tsx';

/** A notice to a past reader; opening it is a receipt. */
export function noticePath(id: string): string {
  return withQuery(`${paths.deskCorrections}/notice`, { change: id });
}

function letterPath(id: string, language: 'zh' | 'en'): string {
  return withQuery(`${paths.deskCorrections}/letter`, { change: id, language });
}

const notHere = problem('page-not-found', { path: '' });

/** One notice, and the letter of it. */
export function noticeRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    `${paths.deskCorrections}/notice`,
    guarded('corrections.receive', async (c, principal) => {
      const id = c.req.query('change') ?? '';
      const outcome = await services.openReaderChange(principal, id);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      const { clock, change, letter } = outcome.view;
      const context = contextFor(tools, clock, noticePath(id));
      return sendPage(c, context, <NoticePage {...{ context, change, letter }} />);
    }),
  );

  routes.get(
    `${paths.deskCorrections}/letter`,
    guarded('corrections.receive', async (c, principal) => {
      const asked = c.req.query('language');
      const language = asked === 'zh' || asked === 'en' ? asked : 'both';
      const id = c.req.query('change') ?? '';
      const outcome = await services.writeReaderLetter(principal, { id, language });
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') return refuseWith(c, notHere);
      return c.body(new Uint8Array(outcome.bytes), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${outcome.fileName}"`,
      });
    }),
  );
}

function NoticePage(props: {
  readonly context: PageContext;
  readonly change: ReaderChange;
  readonly letter: boolean;
}) {
  const { context, change, letter } = props;
  const { words, language } = context;
  const door = doorWords(language);
  const say = correctionWords(language);
  const name = change.name ?? change.home;
  const letterIn = (each: 'zh' | 'en') => ({
    href: linkTo(context, letterPath(change.id, each)),
    label: `${say.letter} · ${say.languages[each]}`,
  });
  return (
    <OwnFrame
      context={context}
      title={say.notice}
      facts={[<Name words={words} name={name} />]}
      behind={[{ label: door.correctionsTitle, path: paths.deskCorrections }]}
    >
      <p class="summary">{door.changes[change.kind]}</p>
      <FactList
        facts={[
          { label: door.changedOn, value: <Day words={words} on={change.on} /> },
          { label: door.readOn, value: <Day words={words} on={change.readOn} /> },
          { label: door.receipt, value: <Receipt {...{ context, change }} /> },
        ]}
      />
      <Section id="asks" heading={say.whatToDo}>
        <p>{say.todo}</p>
      </Section>
      <LinkRow
        links={[
          ...(letter ? [letterIn('zh'), letterIn('en')] : []),
          { href: linkTo(context, subjectPath(change.home)), label: say.organisationPage },
        ]}
      />
    </OwnFrame>
  );
}

/** How far a notice has come with its reader, and the step that is left to him. */
export function Receipt({
  context,
  change,
}: {
  readonly context: PageContext;
  readonly change: ReaderChange;
}) {
  const { words, language } = context;
  const say = doorWords(language);
  const { states } = correctionWords(language);
  const { sentOn, openedOn, acknowledgedOn } = change;
  if (acknowledgedOn !== undefined) return <>{say.acknowledgedOn(words.date(acknowledgedOn))}</>;
  const stands =
    openedOn === undefined
      ? sentOn === undefined
        ? states.waits
        : states.sent(words.date(sentOn))
      : states.opened(words.date(openedOn));
  return (
    <form method="post" action={linkTo(context, paths.deskCorrections)}>
      <p class="quiet">{stands}</p>
      <FormToken />
      <input type="hidden" name="change" value={change.id} />
      <button
        class="button"
        type="submit"
        aria-label={`${say.acknowledge}: ${change.name ?? ''} ${say.changes[change.kind]}`}
      >
        {say.acknowledge}
      </button>
    </form>
  );
}
