import type { BitColumn, ColumnView } from '../engine/column.ts';
import type { Program } from '../engine/model.ts';
import type { Grader } from '../regime/slot-columns.ts';
import { isWrong, NO_FORM, NONE, SLOTS } from './record-state.ts';
import type { WorldColumns } from './world-kinds.ts';

/**
 * The grading of a regime as a program of the world. It writes `grade`, and `gradeDue`: the grade as
 * it would be without wrong records, worked out anew for those alone who have any. Those with nothing on
 * file and on no list are alike to any program, so one of each kind is graded for all of them.
 */
export function gradeProgram(grade: Grader, isVoluntary: boolean): Program {
  return (month, views) => {
    const columns = views as Views & WorldColumns;
    const known = withAnyFile(columns);
    const blank = filesOf(columns, [], 2);
    blank.kind[1] = 1;
    const clean = new Uint8Array(2);
    grade(month, blank, clean);
    const grades = new Uint8Array(known.length);
    grade(month, filesOf(columns, known), grades);
    writeGrades(columns, clean, { known, grades, isVoluntary });
    const wronged = known.filter((agent) => hasWrongRecord(columns, agent));
    const due = new Uint8Array(wronged.length);
    grade(month, filesOf(columns, wronged, wronged.length, true), due);
    wronged.forEach((agent, at) => {
      if (columns.grade[agent] !== NONE) columns.gradeDue[agent] = due[at] ?? NONE;
    });
  };
}

type Views = Readonly<Record<string, ColumnView>>;

interface Files {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly slotForm: Uint16Array;
  readonly slotMonth: Uint16Array;
  readonly slotState: Uint8Array;
  readonly listed: Uint8Array;
}

function withAnyFile({ slots, listed }: WorldColumns): Uint32Array {
  const known = new Uint32Array(slots.length);
  let count = 0;
  for (let agent = 0; agent < slots.length; agent += 1) {
    known[count] = agent;
    count += slots[agent] === 0 && listed[agent] === 0 ? 0 : 1;
  }
  return known.subarray(0, count);
}

function writeGrades(
  { kind, member, grade, gradeDue }: WorldColumns,
  clean: Uint8Array,
  given: {
    readonly known: Uint32Array;
    readonly grades: Uint8Array;
    readonly isVoluntary: boolean;
  },
): void {
  const { known, grades, isVoluntary } = given;
  const [organisation = NONE, person = NONE] = clean;
  for (let agent = 0; agent < grade.length; agent += 1) {
    grade[agent] = kind[agent] === 0 ? organisation : person;
  }
  known.forEach((agent, at) => (grade[agent] = grades[at] ?? NONE));
  if (isVoluntary) leaveOut(member, grade);
  gradeDue.set(grade);
}

function leaveOut(member: BitColumn, grade: Uint8Array): void {
  for (let agent = 0; agent < grade.length; agent += 1) {
    if (member.get(agent) === 0) grade[agent] = NONE;
  }
}

function hasWrongRecord({ slotForm, slotState }: WorldColumns, agent: number): boolean {
  for (let at = agent * SLOTS; at < (agent + 1) * SLOTS; at += 1) {
    if (slotForm[at] !== NO_FORM && isWrong(slotState[at] ?? 0)) return true;
  }
  return false;
}

/** The files of some subjects, one after another; without what is wrong in them, where asked. */
function filesOf(
  columns: WorldColumns,
  agents: ArrayLike<number>,
  count = agents.length,
  onlyRight = false,
): Files {
  const files = {
    ...{ count, kind: new Uint8Array(count), listed: new Uint8Array(count) },
    slotForm: new Uint16Array(count * SLOTS).fill(NO_FORM),
    slotMonth: new Uint16Array(count * SLOTS),
    slotState: new Uint8Array(count * SLOTS),
  };
  for (let row = 0; row < agents.length; row += 1) {
    const agent = agents[row] ?? 0;
    const wrongly = onlyRight ? (columns.listedWrong[agent] ?? 0) : 0;
    files.kind[row] = columns.kind[agent] ?? 0;
    files.listed[row] = (columns.listed[agent] ?? 0) & ~wrongly;
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const from = agent * SLOTS + slot;
      const state = columns.slotState[from] ?? 0;
      if (columns.slotForm[from] === NO_FORM || (onlyRight && isWrong(state))) continue;
      const to = row * SLOTS + slot;
      files.slotForm[to] = columns.slotForm[from] ?? NO_FORM;
      files.slotMonth[to] = columns.slotMonth[from] ?? 0;
      files.slotState[to] = state;
    }
  }
  return files;
}
