import {
  doorChoices,
  identityPapers,
  type Behalf,
  type DoorChoice,
  type DoorPoint,
  type DoorTarget,
  type IdentityPaper,
  type LodgeCommand,
  type PaperGiven,
} from '@credence/casework';

import type { FormValues } from '../desk/form-values.ts';
import { filesName, waitingIn, type WaitingFileLine } from '../paper/waiting-files.ts';

/** What stands in the boxes of the door, as it was typed. */
export interface DoorDraft {
  readonly choice: DoorChoice;
  readonly points: readonly DraftPoint[];
  /** By code of the condition. */
  readonly shown: Readonly<Record<string, string>>;
  readonly pledged: boolean;
  readonly counter?: CounterDraft;
  /** Files that came with it and wait. */
  readonly files: readonly WaitingFileLine[];
}

export interface DraftPoint {
  readonly text: string;
  readonly field: string;
  /** One paper on each line. */
  readonly evidence: string;
}

export interface CounterDraft {
  readonly present: string;
  readonly paper: string;
  readonly reason: string;
}

/** More boxes than a page holds; the use case has the same limit. */
const mostPoints = 10;

export function emptyDraft(choice: DoorChoice, counter: boolean): DoorDraft {
  return {
    choice,
    points: [{ text: '', field: '', evidence: '' }],
    shown: {},
    pledged: false,
    files: [],
    ...(counter ? { counter: { present: '', paper: '', reason: '' } } : {}),
  };
}

/** The boxes as they were sent; those left empty behind the last one filled are gone. */
export function readDraft(form: FormValues, conditions: readonly string[]): DoorDraft | undefined {
  const choice = choiceOf(form.text('choice'));
  if (choice === undefined) return undefined;
  const count = Math.min(mostPoints, Math.max(1, Number.parseInt(form.text('points'), 10) || 1));
  const points = Array.from({ length: count }, (_, index): DraftPoint => {
    const number = String(index + 1);
    return {
      text: form.text(`point-${number}`),
      field: form.text(`field-${number}`),
      evidence: form.text(`evidence-${number}`),
    };
  });
  const shown = Object.fromEntries(conditions.map((code) => [code, form.text(`show-${code}`)]));
  const counter = {
    present: form.text('present'),
    paper: form.text('paper'),
    reason: form.text('reason'),
  };
  return {
    ...{ choice, points, shown, pledged: form.text('pledge') === 'yes' },
    files: waitingIn(form),
    ...(form.text('counter') === '1' ? { counter } : {}),
  };
}

export function withAnotherPoint(draft: DoorDraft): DoorDraft {
  const empty = { text: '', field: '', evidence: '' };
  return draft.points.length < mostPoints ? { ...draft, points: [...draft.points, empty] } : draft;
}

export function choiceOf(text: string | undefined): DoorChoice | undefined {
  return doorChoices.find((choice) => choice === text);
}

/** What the address says the door stands before. */
export function targetOf(asked: {
  readonly record: string | undefined;
  readonly case: string | undefined;
  readonly evaluation: string | undefined;
  readonly event: string | undefined;
}): DoorTarget | undefined {
  if (asked.record !== undefined && asked.record !== '') {
    return { kind: 'record', recordId: asked.record };
  }
  if (asked.evaluation !== undefined && asked.evaluation !== '') {
    return { kind: 'evaluation', evaluationId: asked.evaluation };
  }
  if (asked.event !== undefined && asked.event !== '') {
    return { kind: 'event', eventId: asked.event };
  }
  if (asked.case === undefined || asked.case === '') return undefined;
  return { kind: 'case', caseId: asked.case };
}

/** Points that say something, with their papers line by line. */
export function pointsOf({ points }: DoorDraft): readonly DoorPoint[] {
  return points
    .filter(({ text, evidence }) => text !== '' || evidence !== '')
    .map(({ text, field, evidence }) => ({
      text,
      ...(field === '' ? {} : { field }),
      evidence: evidence
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }));
}

/** The box on the page that a part of what was lodged came from: empty ones were left out of it. */
export function boxOf(
  field: string,
  { choice, points }: DoorDraft,
  toShow: readonly string[],
): string {
  const [, box, place] = /^(point|evidence)-([0-9]+)$/.exec(field) ?? [];
  if (box !== undefined) {
    const filled = points.flatMap(({ text, evidence }, at) =>
      text === '' && evidence === '' ? [] : [at + 1],
    );
    return `${box}-${String(filled[Number(place) - 1] ?? 1)}`;
  }
  if (field !== '' && field !== 'points') return field;
  if (choice !== 'put-right') return 'point-1';
  const [first] = toShow;
  return first === undefined ? filesName : `show-${first}`;
}

/** What is lodged, but for who asks and where. */
export function orderOf(
  draft: DoorDraft,
  pledge: string,
): Pick<LodgeCommand, 'choice' | 'points' | 'shown' | 'pledge' | 'behalf' | 'papers'> {
  const isRepair = draft.choice === 'put-right';
  const shown = Object.entries(draft.shown)
    .filter(([, proof]) => proof !== '')
    .map(([condition, proof]) => ({ condition, proof }));
  return {
    choice: draft.choice,
    points: isRepair ? [] : pointsOf(draft),
    ...(draft.files.length === 0 ? {} : { papers: papersOf(draft) }),
    ...(isRepair ? { shown } : {}),
    ...(isRepair && draft.pledged ? { pledge } : {}),
    ...(draft.counter === undefined ? {} : { behalf: behalfOf(draft.counter) }),
  };
}

/** Each file at the point it stands with, by its place among those that say something. */
function papersOf({ points, files, choice }: DoorDraft): readonly PaperGiven[] {
  const said = points.map(({ text, evidence }) => text !== '' || evidence !== '');
  return files.map(({ id, point }) => {
    const place = point === undefined ? 0 : said.slice(0, point).filter(Boolean).length;
    const isPlaced = choice !== 'put-right' && point !== undefined && said[point - 1] === true;
    return { id, ...(isPlaced ? { point: place } : {}) };
  });
}

function behalfOf({ present, paper, reason }: CounterDraft): Behalf {
  return {
    ...{ kind: 'party', as: 'subject', name: present },
    // A paper that is none of the list was refused before: the box has no other.
    counter: { paper: paperOf(paper) ?? 'id_card', reason },
  };
}

export function paperOf(text: string): IdentityPaper | undefined {
  return identityPapers.find((paper) => paper === text);
}

/** What has to be mended before anything is looked at, by the box it stands in. */
export function faultsOf(draft: DoorDraft): readonly string[] {
  const isRepair = draft.choice === 'put-right';
  const isEmpty = !isRepair && !draft.points.some(({ text }) => text !== '');
  // Papers without words show nothing that could be answered.
  const bare = isRepair
    ? []
    : draft.points.flatMap(({ text, evidence }, index) =>
        text === '' && evidence !== '' ? [`point-${String(index + 1)}`] : [],
      );
  const { counter } = draft;
  return [
    ...(isEmpty && !bare.includes('point-1') ? ['point-1'] : []),
    ...bare,
    ...(counter !== undefined && counter.present === '' ? ['present'] : []),
    ...(counter !== undefined && paperOf(counter.paper) === undefined ? ['paper'] : []),
    ...(counter !== undefined && counter.reason === '' ? ['reason'] : []),
  ];
}
