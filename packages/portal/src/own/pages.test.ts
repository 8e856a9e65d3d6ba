import type {
  ConsentCommand,
  KnownPrincipal,
  LodgeCommand,
  LodgeOutcome,
  OwnDeskView,
} from '@credence/casework';
import { civilDate, problem, type JsonValue } from '@credence/domain';
import { beforeEach, describe, expect, it } from 'vitest';

import { createPortal } from '../create-portal.tsx';
import { incentiveAnswers } from '../fixture-incentives.test-support.ts';
import { timepoint } from '../fixture-rulebook.test-support.ts';
import { fixtureServices } from '../fixture-services.test-support.ts';
import { readPage } from '../html-check.test-support.ts';
import {
  clock,
  day,
  door,
  firm,
  home,
  listingFields,
  mandate,
  naming,
  notice,
  objection,
  ofAnother,
  officer,
  routes,
  sessions,
  subject,
} from './own-desk.test-support.ts';

let applied: JsonValue[] = [];
let lodged: LodgeCommand[] = [];
let agreed: ConsentCommand[] = [];
let consent: OwnDeskView['consent'];
let answer: LodgeOutcome = { kind: 'not-found' };
beforeEach(() => {
  lodged = [];
  applied = [];
  agreed = [];
  consent = undefined;
  answer = { kind: 'lodged', caseId: 'O', receipt: { ...objection.receipt, replayed: false } };
});

/** A portal in which everyone who brings a cookie is this person. */
function portalFor(principal: KnownPrincipal) {
  const found = <View>(view: View) => Promise.resolve({ kind: 'found' as const, view });
  return createPortal({
    services: {
      ...fixtureServices(),
      offers: () => true,
      enter: () => ({ kind: 'granted' }),
      principalOf: () => Promise.resolve({ kind: 'known', principal }),
      viewOwnDesk: () =>
        found({
          ...{
            clock,
            subject,
            inbox: [notice],
            records: [],
            cases: [objection],
            parties: [ofAnother],
          },
          incentives: incentiveAnswers(),
          ...(consent === undefined ? {} : { consent }),
        }),
      findOwnHome: () => Promise.resolve(home),
      viewPersonFile: () => found({ clock, namings: [naming] }),
      viewDoor: (_principal, { target }) =>
        found(target.kind === 'case' ? { ...door, case: objection, routes } : { ...door, routes }),
      setServiceConsent: (command) => {
        agreed.push(command);
        const receipt = { ...objection.receipt, replayed: false };
        return Promise.resolve({ kind: 'recorded', receipt });
      },
      openDocument: () => found({ clock, line: { ...notice, openedOn: day } }),
      viewListingForm: () => found({ clock, subject, fields: listingFields }),
      applyForListing: ({ said }) => {
        applied.push(said);
        return Promise.resolve(answer);
      },
      lodge: (command) => {
        lodged.push(command);
        return Promise.resolve(answer);
      },
    },
    registerName: { zh: '望澜市公共信用登记', en: 'Wanglan Public Credit Register' },
    clock: () => timepoint,
    signIn: {
      ...{ sessions, secure: false, newId: () => 'x'.repeat(43) },
      demo: { issuer: 'urn:test', people: [] },
    },
  });
}

const cookie = `credence=${'x'.repeat(43)}`;

async function page(principal: KnownPrincipal, path: string) {
  const got = await portalFor(principal).request(`http://localhost${path}`, {
    headers: { cookie },
  });
  const html = await got.text();
  return { status: got.status, html, ...readPage(html) };
}

/** Sends the form of the door, with the token that its page carries. */
function send(principal: KnownPrincipal, fields: Readonly<Record<string, string>>) {
  const from = '/en/own/door?record=p1&choice=wrong';
  return post(principal, { from, to: '/en/own/door', fields: { record: 'p1', ...fields } });
}

async function post(
  principal: KnownPrincipal,
  form: {
    readonly from: string;
    readonly to: string;
    readonly fields: Readonly<Record<string, string>>;
  },
) {
  const { html } = await page(principal, form.from);
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const body = new URLSearchParams({ csrf, subject: home, ...form.fields });
  const got = await portalFor(principal).request(`http://localhost${form.to}`, {
    ...{ method: 'POST', body },
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  const text = await got.text();
  return { status: got.status, location: got.headers.get('location') ?? '', html: text };
}

describe.each(['', '/en'])("the organisation's desk (%s)", (language) => {
  it.each([
    '/desk/own',
    '/own/documents/L/1',
    '/own/door?record=p1',
    '/own/door?record=p1&choice=wrong',
    '/own/door?record=p1&choice=put-right',
    '/own/door?record=p1&choice=someone-else',
    '/own/receipts/O',
    '/own/apply',
  ])('%s is a page that a strict reader takes', async (path) => {
    const got = await page(firm, `${language}${path}`);
    expect(got.status).toBe(200);
    expect(got.faults).toEqual([]);
  });

  it.each(['/desk/counter?code=', '/own/door?record=p1&choice=wrong&counter=1'])(
    '%s at the counter is one as well',
    async (path) => {
      const got = await page(officer, `${language}${path}`);
      expect(got.status).toBe(200);
      expect(got.faults).toEqual([]);
    },
  );

  it('/desk/my-file, for whoever asks for herself, is one too', async () => {
    const got = await page({ kind: 'person', name: '', pass: 'p' }, `${language}/desk/my-file`);
    expect([got.status, got.faults]).toEqual([200, []]);
    expect(got.text).toContain('钟离砚');
  });
});

describe('what the pages say', () => {
  it('names what a document asks, until when, and what happens otherwise', async () => {
    const { text } = await page(firm, '/en/own/documents/L/1');
    expect(text).toContain('3 working days left');
    expect(text).toContain('until 25 Nov 2026');
    expect(text).toContain('What happens if nothing is done');
    expect(text).toContain('opened here on 20 Nov 2026');
  });

  it('shows at the counter nothing of an organisation before a reason and a paper are given', async () => {
    const bare = await page(officer, '/en/desk/counter?code=91999999MA0000010X');
    expect(bare.html).not.toContain('id="held"');
    const at = { from: '/en/desk/counter', to: '/en/desk/counter' };
    const said = { code: '91999999MA0000010X', paper: 'id_card', reason: '' };
    const without = await post(officer, { ...at, fields: said });
    expect([without.status, without.html.includes('id="held"')]).toEqual([422, false]);
    const shown = await post(officer, { ...at, fields: { ...said, reason: '没有账号' } });
    expect([shown.status, shown.html.includes('id="held"')]).toEqual([200, true]);
  });

  it('gives a closed choice its reason and no link, and a later one its day', async () => {
    const { html, text } = await page(firm, '/en/own/door?record=p1');
    expect(html).not.toContain('choice=someone-else');
    expect(text).toContain('Not open now');
    expect(text).toContain('lodged by itself on 10 Jan 2027');
    expect(text).toContain('answered by 27 Nov 2026');
  });

  it('prints a receipt with its number, and says that it was at a counter', async () => {
    const { text } = await page(firm, '/en/own/receipts/O');
    expect(text).toContain('197');
    expect(text).toContain('at the counter of market by 王一');
    expect(text).toContain('27 Nov 2026');
  });
});

describe('the door', () => {
  const said = { choice: 'wrong', points: '1', 'point-1': 'Not so.', 'evidence-1': 'a\n\n b ' };

  it('shows everything once more before it takes anything', async () => {
    const preview = await send(firm, { ...said, step: 'preview' });
    expect(preview.status).toBe(200);
    expect(preview.html).toContain('Not so.');
    expect(lodged).toEqual([]);
    const sent = await send(firm, { ...said, step: 'send' });
    expect([sent.status, sent.location]).toEqual([303, `/en/own/receipts/O?subject=${home}`]);
    expect(lodged).toMatchObject([
      { home, choice: 'wrong', points: [{ text: 'Not so.', evidence: ['a', 'b'] }] },
    ]);
  });

  it('keeps what was typed when something is missing, and names the box', async () => {
    const answered = await send(firm, {
      ...{ choice: 'wrong', points: '2', 'point-1': 'One.', step: 'send' },
      'evidence-2': 'paper without words',
    });
    expect(answered.html).toContain('href="#point-2"');
    expect(answered.html).toContain('paper without words');
    expect(answered.html).toContain('One.');
    expect(lodged).toEqual([]);
  });

  it('keeps what was typed when the register refuses it, with the reason at its box', async () => {
    const field = 'point-1';
    answer = { kind: 'refused', problems: [problem('case-person-number', { field })] };
    const answered = await send(firm, { ...said, step: 'send' });
    expect(answered.status).toBe(200);
    expect(answered.html).toContain('href="#point-1"');
    expect(answered.html).toContain('Not so.');
  });

  it('says the reason at the box that it came from, whatever was left empty before it', async () => {
    answer = { kind: 'refused', problems: [problem('case-person-number', { field: 'point-1' })] };
    const after = { choice: 'wrong', points: '2', 'point-1': '', 'point-2': 'Not so.' };
    const second = await send(firm, { ...after, step: 'send' });
    expect(second.html).toContain('href="#point-2"');
    expect(second.html).not.toContain('href="#point-1"');
    // A repair has no boxes of points: what is about all of it is said at its first one.
    answer = { kind: 'refused', problems: [problem('case-nothing-to-lift', {})] };
    const repair = await send(firm, { choice: 'put-right', step: 'send', 'show-paid': '8812' });
    const [, box = ''] = /href="#(show-[a-z_]+)"/.exec(repair.html) ?? [];
    expect(repair.html).toContain(`id="${box}"`);
    expect(repair.html).not.toContain('href="#point-1"');
  });

  it('adds a box and loses nothing', async () => {
    const more = await send(firm, { ...said, step: 'more' });
    expect(more.html).toContain('id="point-2"');
    expect(more.html).toContain('Not so.');
  });

  it('asks an official for the person present, the paper and the reason, even unasked', async () => {
    const bare = await send(officer, { ...said, step: 'send' });
    for (const box of ['present', 'paper', 'reason']) expect(bare.html).toContain(`href="#${box}"`);
    expect(lodged).toEqual([]);
    await send(officer, {
      ...{ ...said, step: 'send', counter: '1' },
      ...{ present: '赵某', paper: 'id_card', reason: '没有账号' },
    });
    expect(lodged).toMatchObject([
      {
        behalf: { as: 'subject', name: '赵某', counter: { paper: 'id_card', reason: '没有账号' } },
      },
    ]);
  });

  it('takes a repair with what shows its conditions, and the pledge in words', async () => {
    await send(firm, { choice: 'put-right', step: 'send', 'show-paid': '8812', pledge: 'yes' });
    expect(lodged).toMatchObject([
      { choice: 'put-right', points: [], shown: [{ condition: 'paid', proof: '8812' }] },
    ]);
    expect(lodged[0]?.pledge).toContain('We pledge');
  });
});

describe('a creditor', () => {
  it('finds its cases about others on its desk, with what it may do in them', async () => {
    const { html } = await page(firm, '/en/desk/own');
    const section = html.slice(html.indexOf('id="parties"'));
    for (const said of ['望澜市欠款公司', 'Record the creditor’s consent', '/en/desk/cases/P']) {
      expect(section).toContain(said);
    }
    expect(section).toContain('/en/own/apply');
    const reads = { ...firm, mandates: [{ ...mandate, scopes: ['read'] }] } as KnownPrincipal;
    expect((await page(reads, '/en/desk/own')).html).not.toContain('/en/own/apply');
  });

  it('asks for a listing, is led to its receipt, and loses nothing that it typed', async () => {
    const send = (fields: Readonly<Record<string, string>>) =>
      post(firm, { from: '/en/own/apply', to: '/en/own/apply', fields });
    const empty = await send({ notTheCase: 'unable' });
    expect([empty.status, applied]).toEqual([422, []]);
    expect(empty.html).toMatch(/value="unable" checked/);
    const taken = await send({ debtor: '91999999MA3K7T2X0J', notTheCase: 'unable' });
    expect(applied).toEqual([{ debtor: '91999999MA3K7T2X0J', notTheCase: ['unable'] }]);
    expect(taken.location).toContain('/en/own/receipts/O');
    answer = { kind: 'refused', problems: [problem('case-target-missing', { value: 'X' })] };
    const refused = await send({ debtor: 'X' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('What it is about cannot be found');
    expect(refused.html).toMatch(/id="apply-debtor"[^>]*value="X"/);
  });
});

describe('consent to electronic service', () => {
  const give = { from: '/en/desk/own', to: '/en/own/consent' } as const;

  it('is given with an address or without, and leads back to where it stands', async () => {
    const fields = { consent: 'given', mail: 'office@firm.example' };
    const given = await post(firm, { ...give, fields });
    expect([given.status, given.location]).toEqual([303, `/en/desk/own?subject=${home}#consent`]);
    await post(firm, { ...give, fields: { consent: 'given', mail: ' ' } });
    expect(agreed.map((each) => each.consent)).toEqual([
      { kind: 'given', mail: 'office@firm.example' },
      { kind: 'given' },
    ]);
  });

  it('shows until when it stands, and is taken back by the same form', async () => {
    consent = { until: civilDate('2028-11-20'), mail: 'office@firm.example' };
    const { text, faults } = await page(firm, '/en/desk/own');
    expect(faults).toEqual([]);
    expect(text).toContain('stands until 20 Nov 2028');
    await post(firm, { ...give, fields: { consent: 'revoked' } });
    expect(agreed).toMatchObject([{ consent: { kind: 'revoked' } }]);
  });

  it('is not asked of a mandate that is only to read', async () => {
    const reader: KnownPrincipal = {
      ...{ kind: 'representative', account: 'r', name: '梅映雪' },
      mandates: [{ mandateId: 'm', subject: home, from: day, scopes: ['read'] }],
    };
    expect((await page(firm, '/en/desk/own')).html).toContain('/own/consent');
    expect((await page(reader, '/en/desk/own')).html).not.toContain('/own/consent');
  });
});
