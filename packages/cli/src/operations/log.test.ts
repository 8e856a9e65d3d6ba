import { describe, expect, it } from 'vitest';

import { createLog } from './log.ts';

const person = '张三';
const uscc = '91350100M000100Y43';

function written(form: 'text' | 'json', level: 'info' | 'warn' | 'silent' = 'info') {
  const lines: string[] = [];
  return { log: createLog({ level, form }, (line) => lines.push(line)), lines };
}

const line = {
  requestId: 'id-1',
  method: 'GET',
  route: '/organisations/:id',
  status: 200,
  ms: 3.2,
  principal: 'anonymous',
};

describe('the log', () => {
  it('is JSON, one object a line, when asked for', () => {
    const { log, lines } = written('json');
    log.request(line);
    expect(lines).toHaveLength(1);
    const parsed = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(parsed).toMatchObject({ level: 'info', msg: 'request', ...line });
    expect(Object.keys(parsed).sort()).toEqual(
      ['level', 'time', 'msg', ...Object.keys(line)].sort(),
    );
  });

  it('is a line for people otherwise', () => {
    const { log, lines } = written('text');
    log.request(line);
    expect(lines[0]).toMatch(
      /^\d{4}-\d{2}-\d{2}T\S+ info request requestId=id-1 method=GET route=\/organisations\/:id /,
    );
  });

  it('keeps to its level', () => {
    const { log, lines } = written('text', 'warn');
    log.request(line);
    log.request({ ...line, status: 503 });
    expect(lines).toHaveLength(1);
    const silent = written('text', 'silent');
    silent.log.defect(new Error('x'));
    expect(silent.lines).toEqual([]);
  });

  it('keeps fields out that nobody named, even if someone hands them over', () => {
    const { log, lines } = written('json');
    log.request({ ...line, ...{ path: `/o/${uscc}`, query: person } });
    log.denied({
      operation: 'subject.read-own',
      principal: 'official',
      account: 'account-of-zhang',
      agency: '11999999MB0000019T',
      resource: 'subject',
      purpose: 'own',
      why: 'policy',
    });
    const text = lines.join('');
    for (const secret of [uscc, person, 'account-of-zhang', '11999999MB0000019T']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('subject.read-own');
  });
});

describe('a defect in the log', () => {
  it('has a reference, a kind, a code and a place, and no message', () => {
    const { log, lines } = written('json');
    const cause = Object.assign(new Error(`duplicate key (${uscc})`), { code: '23505' });
    const error = new Error(`Cannot read the row of ${person}`, { cause });
    const reference = log.defect(error);
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    const parsed = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(parsed).toMatchObject({ reference, name: 'Error', cause: { code: '23505' } });
    expect(JSON.stringify(parsed['frames'])).toContain('log.test.ts');
    expect(lines[0]).not.toContain(person);
    expect(lines[0]).not.toContain(uscc);
  });

  it('says nothing of a thrown value that is no error', () => {
    const { log, lines } = written('json');
    log.defect(`thrown about ${person}`);
    expect(lines[0]).toContain('"name":"string"');
    expect(lines[0]).not.toContain(person);
  });

  it('keeps messages of many lines out, wherever they look like a place', () => {
    const { log, lines } = written('json');
    const error = new Error(`first\n    at ${person} (x.ts:1:2)`);
    log.defect(error);
    expect(lines[0]).not.toContain(person);
  });

  it('does not write down a code that is a sentence', () => {
    const { log, lines } = written('json');
    log.defect(Object.assign(new Error('x'), { code: `${person} 91350100M000100Y43` }));
    expect(lines[0]).not.toContain(uscc);
  });
});
