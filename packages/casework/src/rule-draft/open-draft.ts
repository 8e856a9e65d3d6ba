import { isBefore, type CivilDate } from '@credence/domain';
import { openEdition, type Edition } from '@credence/rulebook';

import type { CaseworkParts } from '../casework-parts.ts';
import { frameIn } from '../promulgate/edition-frame.ts';
import { unansweredIn, type Dossier } from '../promulgate/dossier.ts';
import { readDossier } from '../promulgate/prepare-edition.ts';
import type { RulebookLoader } from '../promulgate/load-rulebook.ts';
import { civilToday } from '../view/answer-clock.ts';
import type { RuleDraftLine, RuleDraftState } from './rule-draft.ts';

/** What the use cases about drafts are made with. */
export type RuleDraftParts = CaseworkParts & { readonly loader: RulebookLoader };

/** A hash of a draft as an address gives it. */
function isDraftHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** A draft with everything that has happened to it. */
export interface OpenedDraft {
  readonly hash: string;
  readonly dossier: Dossier;
  readonly line: RuleDraftLine;
}

/** Undefined where nothing of this hash was proposed. */
export async function findDraft(
  parts: RuleDraftParts,
  hash: string,
): Promise<OpenedDraft | undefined> {
  if (!isDraftHash(hash)) return undefined;
  const dossier = await readDossier(parts, hash);
  const rulebook = await parts.loader.load(await parts.journal.head());
  const line = toLine(hash, dossier, civilToday(parts, rulebook));
  return line === undefined ? undefined : { hash, dossier, line };
}

/** The draft as one line of a list. */
export function toLine(
  hash: string,
  dossier: Dossier,
  today: CivilDate,
): RuleDraftLine | undefined {
  const frame = dossier.draft === undefined ? undefined : frameIn(dossier.draft.edition);
  if (frame === undefined) return undefined;
  const { published } = dossier;
  return {
    hash,
    code: frame.edition,
    title: frame.title,
    territory: frame.territory,
    inForceFrom: frame['in-force'].from,
    state: stateOf(dossier, today),
    ...(published === undefined
      ? {}
      : { published: { on: published.on, commentUntil: published.commentUntil } }),
    unanswered: unansweredIn(dossier).length,
  };
}

function stateOf({ published, promulgated }: Dossier, today: CivilDate): RuleDraftState {
  if (promulgated) return 'promulgated';
  if (published === undefined) return 'preparing';
  return isBefore(today, published.commentUntil) ? 'commenting' : 'deciding';
}

/** Drafts opened lately: opening one asks every check, and its text never changes. */
const opened = new Map<string, Edition>();
const openedMost = 16;

/** The text of a draft as an edition; it passed every check when it was proposed. */
export function editionOfDraft({
  hash,
  dossier,
}: Pick<OpenedDraft, 'hash' | 'dossier'>): Edition | undefined {
  const known = opened.get(hash);
  if (known !== undefined) return known;
  const outcome = dossier.draft === undefined ? undefined : openEdition(dossier.draft.edition);
  if (outcome?.kind !== 'loaded') return undefined;
  const [oldest] = opened.keys();
  if (opened.size >= openedMost && oldest !== undefined) opened.delete(oldest);
  opened.set(hash, outcome.edition);
  return outcome.edition;
}
