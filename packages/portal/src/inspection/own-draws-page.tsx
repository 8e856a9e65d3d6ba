import type { OwnDrawLine, OwnDrawsView } from '@credence/casework';
import { problem } from '@credence/domain';
import { AsGiven, FactList, Section } from '@credence/pages';
import { writeDraw } from '@credence/proof';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../access/guarded.ts';
import type { PortalContext, PortalEnv } from '../http/environment.ts';
import { OwnFrame } from '../own/own-frame.tsx';
import { ownHome } from '../own/own-home.ts';
import { contextFor, sendPage, type PageTools } from '../page/answer-page.tsx';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { drawListPath, drawPath, paths, withQuery } from '../request/paths.ts';
import { drawWords } from '../words/inspection/draws.ts';
import { ownDrawWords } from '../words/inspection/own-draws.ts';
import { ownWords } from '../words/own.ts';

/** An organisation's own token in each draw, with the proof that it is in the list. */
export function ownDrawRoutes(routes: Hono<PortalEnv>, tools: PageTools): void {
  routes.get(
    paths.ownDraws,
    guarded('subject.read-own', async (c, principal) => {
      const found = await tools.services.listOwnDraws(principal, ownHome(principal, c));
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      if (found.kind === 'not-found') return refuseWith(c, nobody(c));
      const address = withQuery(paths.ownDraws, { subject: found.view.subject.id });
      const context = contextFor(tools, found.view.clock, address);
      return sendPage(c, context, <OwnDrawsPage context={context} view={found.view} />);
    }),
  );
  routes.get(
    `${paths.ownDraws}/:draw`,
    guarded('subject.read-own', async (c, principal) => {
      const found = await tools.services.listOwnDraws(principal, ownHome(principal, c));
      if (found.kind === 'refused') return refuseWith(c, found.problem);
      const lines = found.kind === 'found' ? found.view.lines : [];
      const licence = c.req.query('licence');
      const own = lines.find(
        ({ draw, membership }) =>
          draw.draw === c.req.param('draw') && membership?.licence === licence,
      );
      if (own?.membership === undefined) return refuseWith(c, nobody(c));
      const type = { 'content-type': 'application/json; charset=utf-8' };
      return c.body(writeDraw(own.membership), 200, type);
    }),
  );
}

function nobody(c: PortalContext) {
  return problem('page-not-found', { path: c.req.path.slice(0, 80) });
}

function OwnDrawsPage(props: { readonly context: PageContext; readonly view: OwnDrawsView }) {
  const { context, view } = props;
  const { words, language } = context;
  const say = ownDrawWords(language);
  const { subject, lines } = view;
  return (
    <OwnFrame
      context={context}
      title={say.title}
      facts={[<AsGiven words={words} text={subject.name ?? subject.id} />]}
      behind={[{ label: ownWords(language).title, path: paths.deskOwn }]}
    >
      <p class="summary">{say.lead}</p>
      {lines.length === 0 ? <p>{say.none}</p> : null}
      {lines.map((line, at) => (
        <OwnDraw {...{ context, line, at }} subject={subject.id} />
      ))}
    </OwnFrame>
  );
}

function OwnDraw(props: {
  readonly context: PageContext;
  readonly line: OwnDrawLine;
  /** Place on the page: one draw has a line for each place of a business. */
  readonly at: number;
  readonly subject: string;
}) {
  const { context, subject, at } = props;
  const { draw, membership, drawn } = props.line;
  const { words, language } = context;
  const say = ownDrawWords(language);
  const all = drawWords(language);
  const heading = all.from(words.date(draw.from), words.date(draw.until));
  const licence = membership?.licence;
  const proof = withQuery(`${paths.ownDraws}/${encodeURIComponent(draw.draw)}`, {
    subject,
    ...(licence === undefined ? {} : { licence }),
  });
  return (
    <Section id={`draw-${String(at)}`} heading={heading}>
      <p>
        <a href={linkTo(context, drawPath(draw.draw))}>{all.title}</a> · {all.steps[draw.step]}
      </p>
      {membership === undefined ? (
        <p>{say.outside}</p>
      ) : (
        <>
          <FactList
            facts={[
              ...(licence === undefined
                ? []
                : [{ label: say.licence, value: <AsGiven words={words} text={licence} /> }]),
              { label: say.token, value: <code class="hash">{membership.line.token}</code> },
              {
                label: say.place,
                value: say.placeSays(
                  words.number(membership.at + 1),
                  words.number(membership.terms.list.count),
                ),
              },
              {
                label: say.stratum,
                value:
                  membership.line.stratum === 'together' ? all.together : membership.line.stratum,
              },
              {
                label: say.result,
                value: drawn === undefined ? say.later : drawn ? say.drawn : say.notDrawn,
              },
            ]}
          />
          <p class="quiet">{say.meaning}</p>
          <p>{say.checkLead}</p>
          <p>
            <a href={proof} download="membership.json">
              {say.download}
            </a>{' '}
            <a href={drawListPath(draw.draw)}>{say.list}</a>
          </p>
          <p>
            <code class="hash">{`credence inspect verify membership.json --commitment ${membership.commitment}`}</code>
          </p>
        </>
      )}
    </Section>
  );
}
