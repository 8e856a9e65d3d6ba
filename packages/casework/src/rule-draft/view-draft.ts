import type { PublishedTable } from '@credence/domain';
import { canonicalJson, verifySignature } from '@credence/proof';
import { diffEditions, takesPlaceOf, type Edition, type Rulebook } from '@credence/rulebook';

import type { CommentState, Dossier } from '../promulgate/dossier.ts';
import type { ImpactTable } from '../impact/impact.ts';
import { foldImpactReports } from '../impact/impact-reports.ts';
import { editionHome } from '../promulgate/dossier.ts';
import { editionLine, startAnswer } from '../view/answer-clock.ts';
import { editionOfDraft, type OpenedDraft, type RuleDraftParts } from './open-draft.ts';
import type {
  BoundImpact,
  BoundLabReport,
  ChangedCard,
  DraftChanges,
  RuleCommentView,
  RuleDraftView,
} from './rule-draft.ts';

/** A draft as anyone may read it once it is published. */
export async function viewDraft(parts: RuleDraftParts, draft: OpenedDraft): Promise<RuleDraftView> {
  const { clock, rulebook } = await startAnswer(parts);
  const edition = editionOfDraft(draft);
  const impact = await findImpact(parts, draft.hash);
  return {
    clock,
    draft: draft.line,
    changes: edition === undefined ? { titles: [] } : changesOf(edition, rulebook),
    reports: reportsOf(parts, draft.dossier),
    ...(impact === undefined ? {} : { impact }),
    comments: commentsOf(draft.dossier),
  };
}

/** Against the law whose place the draft takes; where there is none, against the one above it. */
function changesOf(edition: Edition, rulebook: Rulebook): DraftChanges {
  const against = rulebook.editions.findLast((other) => takesPlaceOf(edition, other));
  if (against === undefined) return { titles: [] };
  const diff = diffEditions(against, edition);
  const titles = [...diff.added, ...diff.withdrawn, ...diff.changed].map(
    ({ kind, id }): ChangedCard => ({ kind, id, title: titleIn([edition, against], kind, id) }),
  );
  return { against: editionLine(against), diff, titles };
}

function titleIn(
  editions: readonly Edition[],
  kind: ChangedCard['kind'],
  id: string,
): ChangedCard['title'] {
  for (const { document } of editions) {
    const title = document.cards[kind][id]?.['title'];
    if (typeof title !== 'object' || title === null || Array.isArray(title)) continue;
    const [zh, en] = [textIn(title, 'zh'), textIn(title, 'en')];
    return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
  }
  return { zh: id, en: id };
}

function textIn(title: object, language: 'zh' | 'en'): string | undefined {
  const text: unknown = Reflect.get(title, language);
  return typeof text === 'string' ? text : undefined;
}

function reportsOf(parts: RuleDraftParts, { reports }: Dossier): readonly BoundLabReport[] {
  return reports.map(({ manifest, keyId, signature }) => {
    const key = (parts.labKeys ?? []).find((each) => each.keyId === keyId);
    const bytes = new TextEncoder().encode(canonicalJson(manifest));
    const fits =
      key !== undefined && verifySignature({ publicKey: key.publicKey, signature, bytes });
    const { report, madeOn } = manifest;
    const verdict = 'verdict' in manifest ? manifest.verdict : 'not-stated';
    const inherited = 'inherited' in manifest ? manifest.inherited : undefined;
    return {
      ...{ report, madeOn, keyId, signature: fits ? 'verified' : 'key-not-listed', verdict },
      ...(inherited !== undefined && { inherited }),
    };
  });
}

async function findImpact(
  { journal }: Pick<RuleDraftParts, 'journal'>,
  hash: string,
): Promise<BoundImpact | undefined> {
  const [latest] = foldImpactReports(await journal.entriesOf(editionHome(hash)));
  if (latest === undefined) return undefined;
  const { report, signature } = latest;
  return {
    hash: latest.hash,
    keyId: signature.keyId,
    asOf: report.asOf,
    baseline: { code: report.baseline.code },
    programs: report.programs.map(({ program, transitions, exits }) => ({
      ...program,
      transitions: forAnyone(transitions),
      exits: forAnyone(exits),
    })),
  };
}

/** What officials read as nought, the public reads as fewer than ten: nobody is told by it. */
function forAnyone({ rows, columns, counts }: ImpactTable): ImpactTable {
  if (counts === undefined) return { rows, columns };
  const told = (count: number | null): number | null => (count === 0 ? null : count);
  const shown: PublishedTable = {
    cells: counts.cells.map((row) => row.map(told)),
    rowTotals: counts.rowTotals.map(told),
    columnTotals: counts.columnTotals.map(told),
    total: told(counts.total),
  };
  return { rows, columns, counts: shown };
}

/** Comments that an official has read and answered, the latest answer first. */
function commentsOf({ comments }: Dossier): readonly RuleCommentView[] {
  return comments
    .flatMap((state) => (isAnswered(state) ? [toCommentView(state)] : []))
    .sort((a, b) => (a.answer.on === b.answer.on ? 0 : a.answer.on < b.answer.on ? 1 : -1));
}

type Answered = CommentState & { readonly answered: NonNullable<CommentState['answered']> };

function isAnswered(state: CommentState): state is Answered {
  return state.answered !== undefined;
}

function toCommentView({ comment, answered }: Answered): RuleCommentView {
  const { number, on, text } = comment;
  return {
    number,
    on,
    ...(answered.shows === 'whole' ? { text } : {}),
    answer: { text: answered.text, on: answered.on, agency: answered.by.agency },
  };
}
