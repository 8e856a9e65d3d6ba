import type { Browser, Locator, Page } from 'playwright-core';

import { axeViolations, sidewaysScroll } from './browser.ts';

/** What somebody puts into a form, by the names of its parts. */
export interface Said {
  readonly write?: Readonly<Record<string, string>>;
  readonly choose?: Readonly<Record<string, string>>;
  readonly tick?: readonly (readonly [name: string, value: string])[];
  /** A file of text in a box, by the box. */
  readonly attach?: Readonly<Record<string, { readonly name: string; readonly text: string }>>;
}

/** People at browsers of their own, each signed in once. */
export interface People {
  /** The browser of somebody who is signed in. */
  as(person: string): Promise<Page>;
  /** Somebody who is nobody here. */
  anyone(): Promise<Page>;
  visit(page: Page, path: string): Promise<number>;
  /** What a machine without an account gets. */
  fetched(path: string): Promise<{ readonly status: number; readonly text: string }>;
  /** Takes a step in a case at the desk, now in this language, now in the other. */
  step(person: string, caseId: string, act: string, said?: Said): Promise<Page>;
  /** Accessible, and no wider than the window; each kind of page once in a language. */
  readonly look: (page: Page, name: string) => Promise<void>;
  close(): Promise<void>;
}

/** Long for a machine that has other work, short for whoever waits for a fault. */
const patienceMs = 10_000;

export function gather(browser: Browser, address: string): People {
  const pages = new Map<string, Page>();
  const seen = new Set<string>();
  let steps = 0;
  const open = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    // The days go by here within the minute for which a browser may keep a page; routed, it keeps none.
    await context.route('**/*', (route) => route.continue());
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    return page;
  };
  const visit = async (page: Page, path: string): Promise<number> =>
    (await page.goto(`${address}${path}`))?.status() ?? 0;
  const as = async (person: string): Promise<Page> => {
    const known = pages.get(person);
    if (known !== undefined) return known;
    const page = await open();
    pages.set(person, page);
    await visit(page, '/sign-in');
    await page.locator(`form:has(input[value="${person}"]) button`).click();
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
    return page;
  };
  return {
    ...{ as, visit },
    anyone: () => open(),
    fetched: async (path) => {
      const answer = await fetch(`${address}${path}`);
      return { status: answer.status, text: await answer.text() };
    },
    step: async (person, caseId, act, said = {}) => {
      const page = await as(person);
      steps += 1;
      await visit(page, `${steps % 2 === 0 ? '/en' : ''}/desk/cases/${caseId}`);
      const form = page.locator(`#act-${act}`);
      await form.locator('summary').first().click();
      await fill(form, said);
      const status = await send(page, form.locator('button[type=submit]'));
      if (status !== 303) {
        const errors = await page.locator('main').innerText();
        throw new Error(`${person}, ${act}: ${String(status)}\n${errors.slice(0, 1_500)}`);
      }
      return page;
    },
    look: async (page, name) => {
      const kind = `${name} ${new URL(page.url()).pathname.startsWith('/en') ? 'en' : 'zh'}`;
      if (seen.has(kind)) return;
      seen.add(kind);
      const found = await axeViolations(page);
      const wider = await sidewaysScroll(page);
      if (found.length > 0 || wider > 0) {
        throw new Error(`${kind}: ${found.join('\n')} ${String(wider)} px too wide`);
      }
      const words = await page.locator('main').innerText();
      const raw = /undefined|\[object|\b[a-z]+_[a-z]+\b/.exec(words)?.[0];
      if (raw !== undefined) throw new Error(`${kind}: “${raw}” is no word`);
    },
    close: async () => {
      for (const page of pages.values()) await page.context().close();
    },
  };
}

/** Fills a form as somebody with a keyboard would. */
export async function fill(form: Locator, said: Said) {
  const { write = {}, choose = {}, tick = [], attach = {} } = said;
  for (const [name, value] of Object.entries(write)) {
    await form.locator(`[name="${name}"]`).first().fill(value);
  }
  for (const [name, value] of Object.entries(choose)) {
    await form.locator(`select[name="${name}"]`).selectOption(value);
  }
  for (const [name, value] of tick) {
    await form.locator(`[name="${name}"][value="${value}"]`).check();
  }
  for (const [name, { name: file, text }] of Object.entries(attach)) {
    const given = { name: file, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await form.locator(`input[type=file][name="${name}"]`).setInputFiles(given);
  }
}

/** Follows a link, or sends a form that only asks. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('load'), link.click()]);
}

/** Presses the button of a form and gives the status of what was sent. */
export async function send(page: Page, button: Locator): Promise<number> {
  const [sent] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.waitForEvent('load'),
    button.click(),
  ]);
  return sent.status();
}

/** Says something through the one door, checks it and sends it; the case it led to. */
export async function lodge(page: Page, said: Said, look: People['look']): Promise<string> {
  const form = page.locator('form:has(button[value=preview])');
  await fill(form, said);
  await send(page, form.locator('button[value=preview]'));
  await look(page, 'what is about to be sent');
  await send(page, page.locator('button[value=send]'));
  await page.waitForURL(/\/receipts\//);
  await look(page, 'receipt');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
