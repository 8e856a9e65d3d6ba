import type { Context } from 'hono';

import { replayPage } from '../pages/replay-page.tsx';
import type { SiteContext } from '../site.ts';
import type { LabRun } from '../state/run-shelf.ts';
import { sendPage } from './answers.ts';

/** Months of subjects that a page can wait for. */
const MOST_REPLAYED = 3_000_000;

/** The file of one subject of a run under two of its regimes, with the luck of its first replicate. */
export async function showReplay(c: Context, context: SiteContext, run: LabRun): Promise<Response> {
  const { say, words, site, text } = context;
  const { agents, months } = run.order.size;
  const typed = c.req.query('agent') ?? '';
  const regimes = sidesOf(run, c.req.queries('regime') ?? []);
  const asked = { agent: typed.slice(0, 20), regimes };
  const refuse = (error: string): Response =>
    sendPage(c, replayPage(context, run, { asked: { ...asked, error } }), 422);
  if (agents * months > MOST_REPLAYED) {
    return refuse(say.replayTooLarge(words.number(agents * months), words.number(MOST_REPLAYED)));
  }
  const isWhole = /^\d{1,9}$/.test(typed) && Number(typed) < agents;
  if (typed !== '' && !isWhole) {
    return refuse(say.badAgent(typed.slice(0, 20), words.number(agents - 1)));
  }
  const answer = await site.work.perform({
    kind: 'replay',
    regimes: regimes.flatMap((id) => run.order.regimes.filter((each) => each.id === id)),
    size: run.order.size,
    ...(typed === '' ? {} : { agent: Number(typed) }),
  });
  if (answer.kind === 'refused') return refuse(text(answer.says));
  if (answer.kind !== 'replay') throw new Error(`A replay was answered with ${answer.kind}.`);
  const { replay } = answer;
  const shown = { ...asked, agent: String(replay.agent) };
  return sendPage(c, replayPage(context, run, { asked: shown, replay }));
}

/** The two asked for, else the first two of the run. */
function sidesOf({ order }: LabRun, asked: readonly string[]): readonly string[] {
  const ids = order.regimes.map(({ id }) => id);
  const known = asked.filter((id) => ids.includes(id)).slice(0, 2);
  return known.length === 2 || (known.length === 1 && ids.length === 1) ? known : ids.slice(0, 2);
}
