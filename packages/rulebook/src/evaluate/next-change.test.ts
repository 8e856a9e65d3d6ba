import type { MonthRounding } from '@credence/domain';
import { describe, expect, it } from 'vitest';

import type { SubjectFacts } from '../language/facts.ts';
import { compileClosures, type Closures } from './compile-closures.ts';
import { createForecast } from './next-change.ts';
import { day, penalty, programOfTexts, smallWorld, subject } from './program.test-support.ts';
import { makeSubjects } from './random-subjects.test-support.ts';

const isLong = process.env['CREDENCE_LONG'] === '1';
const [organisations, days] = isLong ? [1_000, 2_200] : [40, 1_100];

/** Everything in which time can enter, in one program. */
const program = (round: MonthRounding) =>
  programOfTexts(
    {
      recent: 'cap(penalties.filter(r, r.severity == minor && within(r.decided, P11M)).size(), 3)',
      serious: {
        value:
          'penalties.filter(r, r.severity == serious && within(r.decided, value("window.serious"))).size() * 40',
        exceptions: [
          { name: 'small', when: 'org.size == micro && age(org.registered) < P40M', value: '1' },
        ],
      },
      active: 'penalties.filter(r, activeAt(r) && !r.quashed).size()',
      temporary: { value: '7', from: '2024-02-29', until: '2025-03-31' },
      older: 'age(org.registered) > P61M ? 1 : 0',
      younger: 'age(org.registered) <= P700D ? 2 : 0',
      latest:
        'within(penalties.filter(r, !r.quashed).max(r, r.decided, date("2023-01-31")), P13M) ? 100 : 0',
      waiting: 'pledges.filter(r, !within(r.due, P1M) && !r.kept).size() * 3',
      since: 'penalties.all(r, has(r.repaired) || age(r.decided) >= P25M) ? 1000 : 0',
      answer: 'recent + serious + active + temporary + older + younger + latest + waiting + since',
    },
    { round },
  );

/** What asking again every day finds. */
function dayByDay({ evaluate }: Closures, facts: SubjectFacts, asOf: number, until: number) {
  let before = evaluate(facts, asOf).result;
  const found: { day: number; values: unknown }[] = [];
  for (let next = asOf + 1; next <= until; next += 1) {
    const values = evaluate(facts, next);
    if (values.result !== before) found.push({ day: next, values });
    before = values.result;
  }
  return found;
}

describe('the next change', () => {
  it.each<MonthRounding>(['down', 'up'])(
    'is the one found by asking day by day, months rounded %s',
    (round) => {
      const closures = compileClosures(program(round));
      const forecast = createForecast(closures);
      const asOf = day('2023-12-30');
      const order = { seed: 7, count: organisations, from: asOf - 1500, until: asOf + 400 };
      for (const facts of makeSubjects(smallWorld, { ...order, recordsMax: 4 })) {
        const found = dayByDay(closures, facts, asOf, asOf + days);
        expect(forecast.changes(facts, asOf, asOf + days)).toEqual(found);
        expect(forecast.nextChange(facts, asOf, asOf + days)).toEqual(found[0]);
      }
    },
    600_000,
  );

  it('is none when time changes nothing before the horizon', () => {
    const { nextChange } = createForecast(
      compileClosures(
        programOfTexts({ answer: 'penalties.filter(r, within(r.decided, P12M)).size()' }),
      ),
    );
    const facts = subject({ penalties: [penalty('p')] });
    expect(nextChange(facts, day('2025-05-01'), day('2026-03-30'))).toBeUndefined();
    expect(nextChange(facts, day('2025-05-01'), day('2026-03-31'))?.day).toBe(day('2026-03-31'));
  });
});
