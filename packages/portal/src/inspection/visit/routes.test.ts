import type { CaseForm } from '@credence/casework';
import { describe, expect, it } from 'vitest';

import type { FormValues } from '../../desk/form-values.ts';
import { isStreamed } from '../../http/streamed.ts';
import { visitWords } from '../../words/inspection/visits.ts';
import { visitIn } from './routes.tsx';

const options = ['premises', 'storage', 'records'].map((code) => ({ code }));
const asked: CaseForm = {
  ...{ act: 'visited-faults', part: 'officer', refused: [] },
  fields: [{ name: 'unmet', kind: 'texts', required: true, options }],
};

function formOf(fields: Readonly<Record<string, string | readonly string[]>>): FormValues {
  const all = (name: string): readonly string[] => [fields[name] ?? []].flat();
  return { all, text: (name) => all(name)[0] ?? '' };
}

const visit = { visitedOn: '2026-05-20', inspectors: ['甲', '乙'] };
const fine = { 'q-premises': 'ok', 'q-storage': 'ok', 'q-records': 'skip' };
const read = (fields: Parameters<typeof formOf>[0]) =>
  visitIn(formOf(fields), asked, visitWords('zh'));

describe('the form of a visit', () => {
  it('is read as it comes in, since it brings photographs', () => {
    const sent = (path: string) =>
      isStreamed({
        ...{ method: 'POST', path },
        header: () => 'multipart/form-data; boundary=x',
      });
    expect(['/desk/visits/v1', '/en/desk/visits/v1', '/desk/visits'].map(sent)).toEqual([
      ...[true, true, false],
    ]);
  });
});

describe('the answers of a visit', () => {
  it('become a visit that found nothing where every question is as required', () => {
    expect(read({ ...visit, ...fine })).toEqual({
      ...{ act: 'visited-clear', errors: [] },
      content: { ...visit, skipped: ['records'] },
    });
  });

  it('become faults once one is not, with what was seen', () => {
    const fields = { ...visit, ...fine, 'q-storage': 'unmet', seenText: '过期' };
    expect(read(fields)).toMatchObject({
      ...{ act: 'visited-faults', errors: [] },
      content: { unmet: ['storage'], skipped: ['records'], seen: '过期' },
    });
    const { errors } = read({ ...fields, seenText: '' });
    expect(errors.map(({ fieldId }) => fieldId)).toEqual(['visit-seen']);
  });

  it('are asked for again where a question has none, one that is unknown, or there is no day', () => {
    const { errors } = read({ inspectors: ['甲'], 'q-premises': 'ok', 'q-storage': 'maybe' });
    expect(errors.map(({ fieldId }) => fieldId)).toEqual([
      ...['visit-storage', 'visit-records', 'visit-visitedOn'],
    ]);
  });
});
