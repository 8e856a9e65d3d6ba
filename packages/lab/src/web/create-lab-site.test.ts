import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestSite, type TestSite } from './site.test-support.ts';

const order = (over: Readonly<Record<string, string>> = {}): [string, string][] => [
  ['regime', 'none'],
  ['regime', 'random'],
  ...Object.entries({ agents: '60', months: '3', seed: '7', replicates: '2', ...over }),
];

describe('the pages of the Lab', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
  });
  afterAll(() => {
    expect(site.defects).toEqual([]);
    site.close();
  });

  it.each(['/', '/regimes', '/compare', '/validation', '/about', '/runs', '/experiments/E01'])(
    'says on %s, in both languages, that nothing is real, and lets no script of others in',
    async (path) => {
      const [zh, en] = [await site.get(path), await site.get(path === '/' ? '/en' : `/en${path}`)];
      expect(zh.status).toBe(200);
      expect(zh.text).toContain('<html lang="zh-Hans"');
      expect(zh.text).toContain('虚拟人口 / synthetic');
      expect(en.text).toContain('Simulation on a synthetic population.');
      const policy = en.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(en.text).not.toMatch(/<script>|<script [^>]*>[^<]|style=|\son[a-z]+=/);
    },
  );

  it('shows every experiment with its claim, where that is from, and a button', async () => {
    const { text } = await site.get('/en');
    expect(text).toContain('S2, paper on the planning documents of 2014-2016');
    expect(text).toContain('action="/en/experiments/E01"');
    expect(text).toContain('What it cannot tell');
    // Words of a source stay its own; who reads Chinese gets ours of them as well.
    const chinese = (await site.get('/')).text;
    const quotes = chinese.split('class="lab-quote"').slice(1);
    expect(quotes).toHaveLength(15);
    for (const quote of quotes)
      expect(quote).toMatch(/<p>“[^<]*\p{Script=Han}[^<]*”<\/p><p class="quiet" lang="en">“/u);
  });

  it('names the regimes of the studies beside the others, with the experiment of each', async () => {
    const { text } = await site.get('/en/regimes');
    const studies = text.slice(text.indexOf('id="studies"'));
    expect(studies).toContain('public-names');
    expect(studies).toContain('href="/en/experiments/E15"');
  });

  it('runs two regimes, tells verdicts before harms before benefits, and how to repeat it', async () => {
    const { status, to } = await site.post('/en/compare', order());
    expect(status).toBe(303);
    const page = await untilDone(site, to);
    const places = ['id="verdicts"', 'id="regimes"', 'id="balance"', 'Benefits', 'id="repeat"'];
    const found = places.map((place) => page.indexOf(place));
    expect(found.every((at) => at > 0)).toBe(true);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(page).toContain(
      'credence-lab compare none random --agents 60 --months 3 --seed 7 --replicates 2',
    );
    // The same order is the same address, in either language.
    const again = await site.post('/compare', order());
    expect(again.to).toBe(to.replace('/en', ''));
    const csv = await site.get(`${to}/comparison.csv`);
    expect(csv.text.split('\r\n')[0]).toBe('row,from,regime,side,measure,unit,value,low,high');
    const statement = await site.get(`${to}/statement.html?about=random`);
    expect(statement.headers.get('content-disposition')).toContain('attachment');
    expect(statement.text).toContain('Impact statement');
  });

  it('shows the file of one subject under both, and refuses a number nobody has', async () => {
    const { to } = await site.post('/en/compare', order());
    await untilDone(site, to);
    const page = await site.get(`${to}/replay?regime=none&regime=random&agent=5`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Subject 5. The same subject with the same luck');
    const wrong = await site.get(`${to}/replay?agent=60`);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(
      'received &quot;60&quot;; accepted is a whole number from 0 to 59',
    );
  });

  it('draws an experiment over what it varies, names nothing by its id, and shows it where it is asked', async () => {
    const size = { agents: '400', months: '12', seed: '7', replicates: '2' };
    const { to } = await site.post('/experiments/E15', Object.entries(size));
    const page = await untilDone(site, to);
    expect(page).toContain('改变做法，结果怎样变');
    // Three levels of each of two factors: a drawing for each level of one, a map and a tornado of both.
    expect(page.match(/<figure class="lab-figure" id="curves-\d"/g)).toHaveLength(3);
    expect(page).toMatch(/<figure class="lab-figure" id="map-/);
    expect(page).toMatch(/<figure class="lab-figure" id="tornado-/);
    expect(page).toMatch(/class="lab-band lab-band-0" d="M/);
    const places = ['id="curves"', 'id="weights"', 'id="points"', 'id="repeat"'];
    const found = places.map((place) => page.indexOf(place));
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(page).not.toMatch(/>[^<]*(?:moves|names) \d/);
    const english = await site.get(`/en${to}?measure=nobody`);
    expect(english.text).toContain('What changes with what is varied');
    const asked = (await site.get('/en/experiments/E15')).text;
    expect(asked).toContain('The latest run on this server');
    expect(asked).toContain(`href="/en${to}"`);
    expect((await site.get('/en/experiments/E03')).text).not.toContain('The latest run');
  });

  it.each([
    ['agents', '0', 'Synthetic subjects: received &quot;0&quot;; accepted is a whole number from'],
    ['agents', '1e3', 'received &quot;1e3&quot;'],
    ['months', '121', 'Months: received &quot;121&quot;'],
    ['regime', 'nobody', 'there is no &quot;nobody&quot;'],
    ['regime', 'none', '&quot;none&quot; was chosen twice'],
  ])('refuses %s = %s with what is accepted, and keeps the rest', async (field, value, says) => {
    const fields = order(field === 'regime' ? {} : { [field]: value });
    if (field === 'regime') fields.push(['regime', value]);
    const { status, text } = await site.post('/en/compare', fields);
    expect(status).toBe(422);
    expect(text).toContain(says);
    expect(text).toContain('<option value="random" selected="">');
    expect(text).toContain('name="seed" type="text" value="7"');
  });

  it('refuses a run that would be too long here', async () => {
    const most = { agents: '100000', months: '120', replicates: '50' };
    const { status, text } = await site.post('/en/compare', order(most));
    expect(status).toBe(422);
    expect(text).toContain('1,200,000,000 months of subjects, over the limit of 50,000,000');
  });

  it('takes no form from elsewhere, and no other method', async () => {
    const foreign = await site.post('/en/compare', order(), { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const nowhere = await site.post('/en/compare', order(), { origin: 'http://elsewhere.test' });
    expect(nowhere.status).toBe(403);
    expect((await site.app.request('/en/runs', { method: 'DELETE' })).status).toBe(405);
    const huge = 'x'.repeat(300_000);
    expect((await site.post('/en/regimes/none/text', [['text', huge]])).status).toBe(413);
  });

  it.each(['/en/nix', '/en/runs/0123456789abcdef', '/en/regimes/nix', '/en/runs/..%2Fx'])(
    'says of %s that there is nothing, and where to begin',
    async (path) => {
      const { status, text } = await site.get(path);
      expect(status).toBe(404);
      expect(text).toContain('href="/en"');
    },
  );
});

it('tells in the language of the page why regimes cannot be run', async () => {
  const says = { zh: '名单太多，请减少。', en: 'Too many lists; give fewer.' };
  const site = await openTestSite({
    perform: () => Promise.resolve({ kind: 'refused', faults: [], says }),
    close: () => Promise.resolve(),
  });
  const { to } = await site.post('/compare', order());
  await new Promise((resolve) => setTimeout(resolve, 5));
  const [zh, en] = [await site.get(to), await site.get(`/en${to}`)];
  expect(zh.text).toContain(says.zh);
  expect(zh.text).not.toContain(says.en);
  expect(en.text).toContain(says.en);
  site.close();
});

describe('a variant', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
  });
  afterAll(() => site.close());

  const textOf = async (path: string): Promise<string> => (await site.get(path)).text;

  it('is made of the practices that differ, and can be run and repeated', async () => {
    const fields = fieldsOf(await textOf('/en/regimes/none/edit'));
    const changed = [...fields, ['practice-inspections', '0.05']] as [string, string][];
    const kept = await site.post('/en/regimes/none/edit', lastOfEach(changed));
    expect(kept.to).toBe('/en/regimes/none-a');
    const text = site.shelf.find('none-a')?.text ?? '';
    expect(text).toContain('inspections: { value: 0.05, confidence: unverified');
    expect(text.match(/confidence: unverified/g)).toHaveLength(2);
    const run = await site.post('/en/compare', [
      ...order().filter(([, value]) => value !== 'random'),
      ['regime', 'none-a'],
    ]);
    const page = await untilDone(site, run.to);
    expect(page).toContain('compare none none-a.yaml');
    expect(page).toContain('over: none');
  });

  it('is refused with line and column, and nothing typed is lost', async () => {
    const text = 'preset: none-b\nover: none\ntitle: { zh: 甲, en: A }\npractise: {}\n';
    const answer = await site.post('/en/regimes/none/text', [['text', text]]);
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/Line 4, column 1</);
    expect(answer.text).toContain('practise: {}');
    expect(site.shelf.find('none-b')).toBeUndefined();
  });

  it.each([
    ['preset: none\n', 'Line 1, column 9', 'the id of a shipped regime'],
    ['preset: my-own\nover: nome\n', 'Line 2, column 7', 'Did you mean none?'],
  ])('keeps the ids of what is shipped apart: %j', async (text, place, says) => {
    const answer = await site.post('/en/regimes/none/text', [['text', text]]);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(place);
    expect(answer.text).toContain(says);
  });

  it('is refused where a practice is out of bounds', async () => {
    const fields = fieldsOf(await textOf('/en/regimes/none/edit'));
    const answer = await site.post(
      '/en/regimes/none/edit',
      lastOfEach([...fields, ['practice-inspections', '2']]),
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(
      'Inspections: received &quot;2&quot;; accepted is a number from 0 to 1.',
    );
  });
});

/** The page of a run once it is done. */
async function untilDone(site: TestSite, path: string): Promise<string> {
  for (;;) {
    const { kind } = JSON.parse((await site.get(`${path}/progress`)).text) as { kind: string };
    if (kind === 'done') return (await site.get(path)).text;
    if (kind !== 'running' && kind !== 'waiting') throw new Error(`The run is ${kind}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Names and values of the text fields of a page. */
function fieldsOf(page: string): [string, string][] {
  return [...page.matchAll(/<input id="[^"]*" name="([^"]*)" type="text" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  );
}

function lastOfEach(fields: readonly [string, string][]): [string, string][] {
  return [...new Map(fields)];
}
