import { asOf, type Register } from './generate-register.ts';

/** From one organisation to before another; `more` lengthens every period. */
export interface HandStretch {
  readonly from: number;
  readonly to: number;
  readonly more?: number;
}

/**
 * The 20 rules as somebody would write them by hand for these columns: one pass, a switch on the
 * kind of record, counters in local variables. The reference every engine's results are held
 * against, and the speed that compiled columns are measured by.
 */
export function runByHand(register: Register, results: Int32Array, stretch: HandStretch): void {
  const { from, to, more = 0 } = stretch;
  const { offsets, kind, day, domain, severity, until, amount, list, repaired, quashed } = register;
  const { size, sector, since, report, arrears } = register;
  const [in183, in365, in730] = [asOf - 183 - more, asOf - 365 - more, asOf - 730 - more];
  const [in1095, in1825] = [asOf - 1095 - more, asOf - 1825 - more];
  for (let i = from; i < to; i += 1) {
    let [r01, r02, r03, r04, r05, r06, r07, r08, r09] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    let [r11, r12, r13, r15, r16, r17, r19, sound1095, sound1825] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    const end = offsets[i + 1] as number;
    for (let j = offsets[i] as number; j < end; j += 1) {
      const on = day[j] as number;
      if (on > asOf || quashed[j] === 1) continue;
      switch (kind[j] as number) {
        case 0: {
          if (on > in1825) sound1825 += 1;
          if (on > in1095) sound1095 += 1;
          if (repaired[j] === 1 || on <= in1825) break;
          const grave = severity[j] as number;
          if (grave === 3) r03 += 1;
          if (on <= in1095) break;
          const [about, fine] = [domain[j], amount[j] as number];
          r09 += fine;
          if (grave === 2) r02 += 1;
          if (about === 1 && grave >= 2) r05 += 1;
          else if (about === 3 && grave >= 2) r07 += 1;
          if (about === 0 && fine >= 50_000) r08 += 1;
          if (about === 2 && on > in730) r06 += 1;
          if (grave === 1 && on > in365) r01 += 1;
          break;
        }
        case 1:
          if (on > in183) r04 += 1;
          break;
        case 2:
          if ((until[j] as number) <= asOf) break;
          if (list[j] === 1) r11 = 1;
          else if (list[j] === 2) r12 = 1;
          else if (list[j] === 3) r13 = 1;
          break;
        case 3:
          if (on > in730 && (severity[j] as number) >= 1 && repaired[j] === 0) r15 += 1;
          break;
        case 4:
          if (on > in730 && (severity[j] as number) >= 1 && repaired[j] === 0) r16 += 1;
          break;
        case 5:
          if (on > in365 && (severity[j] as number) >= 1) r17 += 1;
          break;
        case 6:
          if (on > in730) r19 += 1;
      }
    }
    const age = asOf - (since[i] as number);
    let sum = Math.min(r01 * 10, 50) + Math.min(r02 * 40, 160) + Math.min(r03 * 100, 300);
    if (size[i] !== 0) sum += Math.min(r04 * 3, 12);
    if (sector[i] === 2) sum += Math.min(r06 * 25, 75);
    sum += Math.min(r05 * 20, 60) + Math.min(r07 * 30, 90) + Math.min(r08 * 30, 90);
    if (r09 > 1_000_000) sum += 50;
    if (report[i] === 0 && age > 365 + more) sum += 15;
    if ((arrears[i] as number) > 100_000) sum += 40;
    if (r17 >= 3) sum += 25;
    if (sound1095 === 0 && age >= 1095 + more) sum -= 30;
    if (r01 === 1 && sound1825 === 1) sum -= 10;
    sum += r11 * 60 + r12 * 300 + r13 * 200 + Math.min(r15 * 50, 100) + Math.min(r16 * 30, 90);
    results[i] = gradeOf(sum - Math.min(r19 * 10, 30), r12 === 1);
  }
}

/** Points left and the grade in one number: points times four, plus 0 to 3 for A to D. */
export function gradeOf(sum: number, decisive: boolean): number {
  const left = Math.max(0, Math.min(780 - sum, 1000));
  const grade = decisive || left < 500 ? 3 : left < 650 ? 2 : left < 760 ? 1 : 0;
  return left * 4 + grade;
}
