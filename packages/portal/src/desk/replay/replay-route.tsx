import type { Purpose, ReplayTimes } from '@credence/casework';
import { instantOf, parseCivilDate, problem, type Refusal } from '@credence/domain';
import type { Hono } from 'hono';

import { guarded, refuseWith } from '../../access/guarded.ts';
import type { PortalEnv } from '../../http/environment.ts';
import { contextFor, sendPage, type PageTools } from '../../page/answer-page.tsx';
import { paths } from '../../request/paths.ts';
import { ReplayPage, type ReplayForm } from './replay-page.tsx';

/** Purposes a past answer may be asked for; a policy says by whom. */
const replayPurposes: readonly Purpose[] = ['own', 'supervision', 'review', 'oversight'];

/** The full past of one subject. Without a code the page is its form alone, and nobody looks. */
export function replayRoute(routes: Hono<PortalEnv>, tools: PageTools): void {
  const { services } = tools;
  routes.get(
    paths.deskReplay,
    guarded('subject.replay', async (c, principal) => {
      const purposes = replayPurposes.filter((purpose) =>
        services.offers(principal, 'subject.replay', purpose),
      );
      const form = formOf(c.req.query());
      const asked = purposeIn(form, replayPurposes, purposes);
      if (asked === undefined) {
        // None of its purposes is open: asked for any of them, the refusal is noted.
        services.enter(principal, 'subject.replay', 'own');
        const params = { operation: 'subject.replay', purpose: form.purpose };
        return refuseWith(c, problem('not-permitted', params));
      }
      if (form.code === '') {
        const context = contextFor(tools, await services.clock({}), paths.deskReplay);
        return sendPage(c, context, <ReplayPage {...{ context, form, purposes }} />);
      }
      const times = readTimes(form);
      if (times.kind === 'refused') return refuseWith(c, times.problem);
      const subject = { by: 'code', code: form.code } as const;
      const outcome = await services.replaySubject(principal, subject, times.times, asked);
      if (outcome.kind === 'refused') return refuseWith(c, outcome.problem);
      if (outcome.kind === 'not-found') {
        return refuseWith(c, problem('subject-not-found', { subject: '' }));
      }
      const { view } = outcome;
      const context = contextFor(tools, view.clock, paths.deskReplay);
      return sendPage(c, context, <ReplayPage {...{ context, form, purposes, view }} />);
    }),
  );
}

/** The texts of the form, as the address has them. */
export function formOf(query: Readonly<Record<string, string>>): ReplayForm {
  const text = (name: string) => (query[name] ?? '').trim();
  return {
    code: text('code'),
    asOf: text('asOf'),
    knownAt: text('knownAt'),
    lawAt: text('lawAt'),
    purpose: text('purpose'),
  };
}

/**
 * The purpose that a form names; where it names none, the first that is open to whoever asks. One that
 * nobody knows is never taken for another: what is written down is what was asked for.
 *
 * Legal source: guard G35 (one purpose at a time).
 */
export function purposeIn(
  form: Pick<ReplayForm, 'purpose'>,
  known: readonly Purpose[],
  open: readonly Purpose[],
): Purpose | undefined {
  return form.purpose === '' ? open[0] : known.find((each) => each === form.purpose);
}

export type TimesOutcome = { readonly kind: 'read'; readonly times: ReplayTimes } | Refusal;

/** A time that cannot be read is refused, never taken for today. */
export function readTimes(form: ReplayForm): TimesOutcome {
  const [asOf, lawAt] = [parseCivilDate(form.asOf), parseCivilDate(form.lawAt)];
  const knownAt = instantOf(form.knownAt);
  for (const [text, day] of [
    [form.asOf, asOf],
    [form.lawAt, lawAt],
  ] as const) {
    if (text === '' || day !== undefined) continue;
    return { kind: 'refused', problem: problem('day-invalid', { value: text.slice(0, 40) }) };
  }
  if (form.knownAt !== '' && knownAt === undefined) {
    const value = form.knownAt.slice(0, 40);
    const accepted = '2026-04-01T09:30:00Z';
    const refused = problem('parameter-invalid', { parameter: 'knownAt', value, accepted });
    return { kind: 'refused', problem: refused };
  }
  return {
    kind: 'read',
    times: {
      ...(asOf === undefined ? {} : { asOf }),
      ...(knownAt === undefined ? {} : { knownAt }),
      ...(lawAt === undefined ? {} : { lawAt }),
    },
  };
}
