import { programsOfEdition, type Edition } from '@credence/rulebook';

import type { OpenedLaw } from './open-law.ts';
import type { Preset } from './read-preset.ts';
import type { Grading } from './regime-law.ts';
import type { RegimeGrades, RegimeMeasure } from './regime.ts';

type Grades = Exclude<NonNullable<Preset['grades']>, 'none'>;

/** What a name inside a preset means that its edition or its measures do not have. */
export interface UnknownName {
  readonly at: readonly string[];
  readonly found: string;
  readonly accepted: readonly string[];
}

/** The grades of a regime, how they are computed, and names that mean nothing. */
export interface GradesMaking {
  readonly grades?: RegimeGrades;
  readonly grading?: Grading;
  readonly unknown: readonly UnknownName[];
}

/** Codes of a scheme of points: those with any, and those without. */
const POINTS = ['with_points', 'without_points'] as const;

/** How a regime grades its subjects, by what its preset and its edition say. */
export function regimeGrades(
  law: OpenedLaw | undefined,
  preset: Preset,
  measures: readonly RegimeMeasure[],
): GradesMaking {
  const { grades } = preset;
  if (grades === undefined || grades === 'none') return { unknown: [] };
  const found = findGrading(law?.edition, grades);
  if ('accepted' in found) return { unknown: [found] };
  const codes = found.grading.kind === 'points' ? POINTS : found.grading.codes;
  const unknown = [
    ...unknownCodes(grades.measures, codes, 'measures'),
    ...unknownCodes(grades.rewards, codes, 'rewards'),
    ...unknownMeasures(grades, measures),
  ];
  const places = (code: string): number[] =>
    (grades.measures?.[code] ?? []).map((id) => measures.findIndex((each) => each.id === id));
  return {
    unknown,
    grading: found.grading,
    grades: {
      kind: found.grading.kind,
      card: found.grading.kind === 'steps' ? preset.preset : grades.by,
      codes,
      measures: codes.map(places),
      rewards: codes.map((code) => grades.rewards?.[code] ?? 0),
      everyMonths: grades['every-months'] ?? found.everyMonths,
      voluntary: found.voluntary,
    },
  };
}

interface Found {
  readonly grading: Grading;
  readonly everyMonths: number;
  readonly voluntary: boolean;
}

const YEAR = 12;

function findGrading(edition: Edition | undefined, grades: Grades): Found | UnknownName {
  const { by, steps = [] } = grades;
  if (by === 'steps') {
    const grading: Grading = {
      kind: 'steps',
      codes: steps.map(({ step }) => step),
      fromRecords: steps.map((step) => step['from-records']),
      windowMonths: grades['window-months'] ?? YEAR,
    };
    return { grading, everyMonths: 1, voluntary: false };
  }
  const points = [...(edition?.points ?? [])].find(([id]) => by === `points:${id}`)?.[1];
  if (points !== undefined) {
    const voluntary = points.enrolment.by === 'consent';
    return { grading: { kind: 'points', card: points }, everyMonths: 1, voluntary };
  }
  const programs = edition === undefined ? [] : programsOfEdition(edition);
  const program = programs.find(({ kind, id }) => by === `${kind}:${id}`);
  if (program?.making.kind !== 'made') {
    const known = programs.map(({ kind, id }) => `${kind}:${id}`);
    const schemes = [...(edition?.points.keys() ?? [])].map((id) => `points:${id}`);
    return { at: ['grades', 'by'], found: by, accepted: ['steps', ...known, ...schemes] };
  }
  const { card, making } = program;
  const every = 'every' in card ? card.every : undefined;
  return {
    grading: { kind: 'program', program, codes: making.classes },
    everyMonths: every?.unit === 'months' ? every.count : YEAR,
    voluntary: false,
  };
}

function unknownCodes(
  given: Readonly<Record<string, unknown>> | undefined,
  codes: readonly string[],
  key: string,
): UnknownName[] {
  return Object.keys(given ?? {})
    .filter((code) => !codes.includes(code))
    .map((code) => ({ at: ['grades', key, code], found: code, accepted: codes }));
}

function unknownMeasures(grades: Grades, measures: readonly RegimeMeasure[]): UnknownName[] {
  const accepted = measures.map(({ id }) => id);
  return Object.entries(grades.measures ?? {}).flatMap(([code, ids]) =>
    ids
      .filter((id) => !accepted.includes(id))
      .map((found) => ({ at: ['grades', 'measures', code], found, accepted })),
  );
}
