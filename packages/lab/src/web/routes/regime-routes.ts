import { Hono, type Context } from 'hono';

import { practices } from '../../regime/practice.ts';
import { editPage, type Edited } from '../pages/edit-page.tsx';
import { regimePage } from '../pages/regime-page.tsx';
import { regimesPage } from '../pages/regimes-page.tsx';
import type { SiteContext } from '../site.ts';
import type { ShelvedRegime } from '../state/regime-shelf.ts';
import { freeId, isOfForm, statedPractice, variantText } from '../state/variant-text.ts';
import { readForm, sendMissing, sendPage } from './answers.ts';

type ContextOf = (c: Context) => SiteContext;

/** Regimes: the list, one of them, and a change that makes a variant. */
export function regimeRoutes(contextOf: ContextOf): Hono {
  const routes = new Hono({ strict: false });
  const withRegime =
    (handle: (c: Context, context: SiteContext, regime: ShelvedRegime) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const context = contextOf(c);
      const id = c.req.param('id') ?? '';
      const regime = context.site.shelf.find(id);
      if (regime !== undefined) return handle(c, context, regime);
      const { say } = context;
      return sendMissing(c, context, {
        title: say.noRegime(id.slice(0, 60)),
        why: say.notFoundWhy(c.req.path),
      });
    };

  routes.get('/regimes', (c) => sendPage(c, regimesPage(contextOf(c))));
  routes.get(
    '/regimes/:id',
    withRegime(async (c, context, regime) => {
      const look = await context.site.shelf.look(regime.id);
      if (look === undefined) throw new Error(`The regime ${regime.id} was not looked at.`);
      return sendPage(c, regimePage(context, regime, look));
    }),
  );
  routes.get(
    '/regimes/:id/edit',
    withRegime(async (c, context, regime) =>
      sendPage(c, editPage(context, regime, await untouched(context, regime))),
    ),
  );
  routes.post('/regimes/:id/edit', withRegime(saveForm));
  routes.post('/regimes/:id/text', withRegime(saveText));
  routes.post(
    '/regimes/:id/remove',
    withRegime((c, context, regime) => {
      context.site.shelf.remove(regime.id);
      return Promise.resolve(c.redirect(context.link('/regimes'), 303));
    }),
  );
  return routes;
}

/** The forms as they are before anybody typed. */
async function untouched(context: SiteContext, regime: ShelvedRegime): Promise<Edited> {
  const { site, text } = context;
  const { id, isShipped, preset } = regime;
  const taken = site.shelf.list().map((each) => each.id);
  const variant = isShipped ? freeId(id, taken) : id;
  const look = await site.shelf.look(id);
  const values = (look?.practice ?? []).map((each) => [each.id, String(each.value)] as const);
  return {
    id: variant,
    name: isShipped ? `${text(preset.title)} (${variant})` : text(preset.title),
    practice: Object.fromEntries(values),
    text: isShipped ? regime.text.replace(/^preset:.*$/m, `preset: ${variant}`) : regime.text,
    ...{ errors: [], faults: [] },
    hasForm: isShipped || isOfForm(regime.text),
  };
}

async function saveForm(
  c: Context,
  context: SiteContext,
  regime: ShelvedRegime,
): Promise<Response> {
  const { site, link } = context;
  const field = await readForm(c);
  const typed = (name: string): string => field(name)[0] ?? '';
  const before = await untouched(context, regime);
  const given = practices.map(({ id }) => [id, typed(`practice-${id}`)] as const);
  const edited = {
    ...before,
    ...{ id: typed('variant').trim(), name: typed('name').trim() },
    practice: Object.fromEntries(given),
  };
  const errors = formErrors(context, edited);
  if (errors.length > 0) return sendPage(c, editPage(context, regime, { ...edited, errors }), 422);
  const over = regime.isShipped ? regime.id : (regime.preset.over ?? regime.id);
  const base = await site.shelf.look(over);
  const own = statedPractice(site.shelf.find(over)?.preset ?? regime.preset);
  const practice = Object.fromEntries(
    given.flatMap(([id, value]) => {
      const old = base?.practice.find((each) => each.id === id)?.value ?? own[id];
      return Number(value) === old ? [] : [[id, Number(value)]];
    }),
  );
  const text = variantText({ id: edited.id, name: edited.name, over, practice });
  const kept = await site.shelf.keep(text);
  if (kept.kind === 'kept') return c.redirect(link(`/regimes/${kept.id}`), 303);
  return sendPage(c, editPage(context, regime, { ...edited, ...refused(context, kept) }), 422);
}

async function saveText(
  c: Context,
  context: SiteContext,
  regime: ShelvedRegime,
): Promise<Response> {
  const field = await readForm(c);
  const text = (field('text')[0] ?? '').replaceAll('\r\n', '\n');
  const kept = await context.site.shelf.keep(text);
  if (kept.kind === 'kept') return c.redirect(context.link(`/regimes/${kept.id}`), 303);
  const edited = { ...(await untouched(context, regime)), text, ...refused(context, kept) };
  return sendPage(c, editPage(context, regime, edited), 422);
}

type NotKept = Exclude<
  Awaited<ReturnType<SiteContext['site']['shelf']['keep']>>,
  { readonly kind: 'kept' }
>;

function refused({ say, words, text }: SiteContext, kept: NotKept): Partial<Edited> {
  if (kept.kind === 'full') return { refusal: say.shelfFull(words.number(kept.most)) };
  return kept.faults.length > 0 ? { faults: kept.faults } : { refusal: text(kept.says) };
}

const idForm = /^[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*$/;

function formErrors(
  { say, text, site }: SiteContext,
  { id, name, practice }: Edited,
): Edited['errors'] {
  const isFree = site.shelf.find(id)?.isShipped !== true;
  return [
    ...(idForm.test(id) && id.length <= 60 && isFree
      ? []
      : [{ fieldId: 'variant', says: say.badId(id.slice(0, 60)) }]),
    ...(name.length >= 1 && name.length <= 80 ? [] : [{ fieldId: 'name', says: say.badName }]),
    ...practices.flatMap(({ id: practiceId, title, least, most }) => {
      const typed = (practice[practiceId] ?? '').trim();
      const value = typed === '' ? Number.NaN : Number(typed);
      if (value >= least && value <= most) return [];
      const says = say.badNumber(text(title), typed.slice(0, 40), String(least), String(most));
      return [{ fieldId: `practice-${practiceId}`, says }];
    }),
  ];
}
