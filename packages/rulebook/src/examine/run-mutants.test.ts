import { describe, expect, it } from 'vitest';

import { programOfTexts } from '../evaluate/program.test-support.ts';
import { mutateProgram } from './mutate-program.ts';
import type { RuleCase } from './run-cases.ts';
import { runMutants } from './run-mutants.ts';

const program = programOfTexts({
  answer:
    'cap(penalties.filter(r, r.severity == serious && within(r.decided, P12M)).size() * 40, 60)',
});

const serious = { decided: '2025-03-31', severity: 'serious' };
const once: RuleCase = {
  given: { records: { penalties: [serious, { ...serious, severity: 'minor' }] } },
  expect: { '2026-03-30': { answer: 40 } },
};
const twice: RuleCase = {
  given: { records: { penalties: [serious, serious] } },
  expect: { '2026-02-28': { answer: 60 }, '2026-03-31': { answer: 0 } },
};

describe('mutants', () => {
  it('are all small mistakes that the rule could hold', () => {
    expect(mutateProgram(program).map(({ name }) => name)).toEqual([
      expect.stringContaining('becomes penalties'),
      expect.stringMatching(/\* 40 becomes .*\+ 40$/),
      expect.stringMatching(/filter\(r, within\(r\.decided, P12M\)\)\.size\(\)$/),
      expect.stringMatching(/filter\(r, r\.severity == serious\)\.size\(\)$/),
      'answer: r.severity == serious becomes r.severity != serious',
      'answer: serious becomes minor',
      'answer: within(r.decided, P12M) becomes within(r.decided, P13M)',
      'answer: within(r.decided, P12M) becomes within(r.decided, P11M)',
      'answer: 40 becomes 41',
      'answer: 60 becomes 61',
    ]);
  });

  it('survive where no case looks, and are named', () => {
    const report = runMutants(program, [once]);
    expect(report.survived).toContain('answer: 60 becomes 61');
    expect(report.killed + report.survived.length).toBe(report.mutants);
  });

  it('are all noticed by cases at both ends of the window and above the cap', () => {
    expect(runMutants(program, [once, twice])).toMatchObject({ survived: [], mutants: 10 });
  });

  it('may be excused by name, but not where there is nothing to excuse', () => {
    const mutant = 'answer: 60 becomes 61';
    expect(runMutants(program, [once], [{ mutant }])).toMatchObject({
      waived: [mutant],
      needless: [],
    });
    expect(runMutants(program, [once, twice], [{ mutant }, { mutant: 'no such' }])).toMatchObject({
      waived: [],
      needless: [mutant, 'no such'],
    });
  });

  it('make mistakes in exceptions, tables and codes, too', () => {
    const other = programOfTexts({
      weight: {
        value: '5',
        exceptions: [{ name: 'small', when: 'org.size in [micro, small]', value: '1' }],
      },
      answer: 'penalties.exists(r, r.kinds.all(k, k == fine)) || !org.reported ? weight : -weight',
    });
    const names = mutateProgram(other).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'weight: without exception small',
        'weight: exception small: org.size in [micro, small] becomes org.size in [small]',
        'weight: exception small: 1 becomes 2',
        'answer: -weight becomes weight',
        'answer: !org.reported becomes org.reported',
        'answer: r.kinds.all(k, k == fine) becomes r.kinds.exists(k, k == fine)',
      ]),
    );
  });
});
