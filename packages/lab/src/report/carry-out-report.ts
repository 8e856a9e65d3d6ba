import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { CivilDate, Language, Localised } from '@credence/domain';

import { LabError } from '../engine/define-model.ts';
import { compareRegimes } from '../experiment/compare-regimes.ts';
import type { Comparison } from '../experiment/comparison.ts';
import { clearRuns } from '../experiment/keep-runs.ts';
import type { ComparePlan, ComparisonCancelled, RegimeVariant } from '../experiment/plan.ts';
import { judgeDraft } from '../harm/judge-draft.ts';
import { openRegime } from '../regime/open-regime.ts';
import { worldModel } from '../world/world-model.ts';
import { openVariants } from '../regime/open-variants.ts';
import { describeModel } from './describe-model.ts';
import type { LabKey } from './lab-key.ts';
import { makeStatement } from './make-statement.ts';
import { isDraftFolder, readDraft, type DraftToTry } from './open-draft.ts';
import { signManifest } from './statement-manifest.ts';
import { unenteredLists } from './unentered-lists.ts';
import { untriedLists } from './untried-lists.ts';
import { readLook } from './stylesheet.ts';

/** What a statement is asked for. */
export interface ReportOrder {
  /** A folder with a draft edition, or the id of a preset. */
  readonly rule: string;
  /** Where it is a draft: the preset whose practice and mapping it is run with. */
  readonly preset: string;
  /** What it is held against, the baseline first. */
  readonly against: readonly string[];
  readonly agents: number;
  readonly months: number;
  readonly seed: number;
  readonly replicates: number;
  readonly threads: number;
  /** More runs until the paired difference of this measure is known so well. */
  readonly until?: ComparePlan['until'];
  readonly language: Language;
  readonly out: string;
  readonly key?: LabKey;
  /** The day that the manifest names. */
  readonly madeOn?: CivilDate;
  /** Goes on from what the folder keeps of an interrupted run. */
  readonly resume?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, planned: number) => void;
}

/** What was written, and what is still to be done before a register takes it. */
export interface ReportMade {
  readonly kind: 'made';
  readonly paths: readonly string[];
  /** As a card names it: `sha256-` and 64 digits. */
  readonly report: string;
  readonly bound: string;
  readonly verdict: Comparison['outcomes'][number]['verdict'];
  readonly breaches: number;
  /**
   * `signed` beside it; `names-another` where cards of the draft name another report; `no-key` or
   * `no-day` where it could be signed; `no-draft` where it can never become law.
   */
  readonly manifest: 'signed' | 'names-another' | 'no-key' | 'no-day' | 'no-draft';
}

/**
 * Runs a rule against others and writes the statement about it, and a signed manifest where the draft
 * names this very statement.
 *
 * @throws LabError when the rule, the plan or a regime does not fit
 */
export async function carryOutReport(
  order: ReportOrder,
): Promise<ReportMade | ComparisonCancelled> {
  const { agents, months, seed, replicates, threads, until } = order;
  const draft = isDraftFolder(order.rule) ? await readDraft(order.rule) : undefined;
  const own = await variantOf(order, draft);
  const asked = order.against.filter((id) => id !== own.id);
  // Nothing is told of a rule alone: harms and benefits are differences.
  const others = asked.length > 0 ? asked : [own.id === 'none' ? 'cn-2026' : 'none'];
  const compared = await openVariants(others, months);
  const [baseline, ...rest] = compared;
  const variants = baseline === undefined ? [own] : [baseline, own, ...rest];
  const comparison = await compareRegimes(variants, {
    ...{ agents, months, seed, replicates, threads, keep: order.out },
    ...(until === undefined ? {} : { until }),
    ...(order.resume === undefined ? {} : { resume: order.resume }),
    ...(order.signal === undefined ? {} : { signal: order.signal }),
    ...(order.onProgress === undefined ? {} : { onProgress: order.onProgress }),
  });
  if ('kind' in comparison) return comparison;
  if (draft === undefined) return write(order, { own: own.id, comparison });
  const { builtUpon } = draft;
  const { edition } = draft.tried;
  const unentered = unenteredLists(comparison, { id: own.id, edition, builtUpon });
  const judged = judgeDraft(comparison, {
    ...{ id: own.id, buildsOn: builtUpon.map(({ code }) => code) },
    untried: withoutDoubles([...untriedLists(own.regime, builtUpon), ...unentered]),
  });
  return write(order, { own: own.id, comparison: judged, draft });
}

/** A list can be untried on both grounds; it is told once. */
function withoutDoubles(titles: readonly Localised[]): readonly Localised[] {
  return titles.filter(
    (title, at) => titles.findIndex(({ zh, en }) => zh === title.zh && en === title.en) === at,
  );
}

async function variantOf(
  { rule, preset, months }: ReportOrder,
  draft: DraftToTry | undefined,
): Promise<RegimeVariant> {
  if (draft === undefined) {
    if (existsSync(rule)) {
      throw new LabError(
        `${rule} holds no edition.yaml; give the folder of an edition, or a preset.`,
        `${rule} 中没有 edition.yaml；请给出规则版本的文件夹，或一个预设。`,
      );
    }
    const [shipped] = await openVariants([rule], months);
    if (shipped !== undefined) return shipped;
  }
  if (draft === undefined) throw new RangeError(`The preset ${rule} was not opened.`);
  const regime = await openRegime(preset, { months, edition: draft.tried });
  const says = {
    zh: `草案文本，按“${preset}”的执行情况推演。`,
    en: `The text of the draft, run with the practice of “${preset}”.`,
  };
  return { id: draft.code, regime: { ...regime, id: draft.code, title: draft.title, says } };
}

function write(
  order: ReportOrder,
  made: { readonly own: string; readonly comparison: Comparison; readonly draft?: DraftToTry },
): ReportMade {
  const { own, comparison, draft } = made;
  const statement = makeStatement(
    {
      ...{ comparison, about: own, language: order.language, command: commandOf(order) },
      model: describeModel(worldModel),
      ...(draft === undefined ? {} : { tried: draft.tried.edition.hash }),
    },
    readLook(),
  );
  const folder = resolve(order.out);
  mkdirSync(folder, { recursive: true });
  const files = new Map(statement.files);
  const report = `sha256-${statement.report}`;
  const manifest = manifestState(order, draft, report);
  if (manifest === 'signed' && order.key && order.madeOn && draft?.draft) {
    const named = { draft: draft.draft.hash, report: statement.report, madeOn: order.madeOn };
    const signed = signManifest({ comparison, about: own, ...named }, order.key);
    files.set('manifest.json', `${JSON.stringify(signed, null, 2)}\n`);
  }
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  clearRuns(folder);
  const outcome = comparison.outcomes.find(({ regime }) => regime === own);
  if (outcome === undefined) throw new RangeError(`The comparison has no outcome of ${own}.`);
  return {
    kind: 'made',
    paths: [...files.keys()].map((name) => join(order.out, name)),
    ...{ report, bound: statement.bound, verdict: outcome.verdict, manifest },
    breaches: comparison.regimes.find(({ id }) => id === own)?.breaches.length ?? 0,
  };
}

function manifestState(
  { key, madeOn }: ReportOrder,
  draft: DraftToTry | undefined,
  report: string,
): ReportMade['manifest'] {
  if (draft?.draft === undefined) return 'no-draft';
  if (!(draft.named.length === 1 && draft.named[0] === report)) return 'names-another';
  if (key === undefined) return 'no-key';
  return madeOn === undefined ? 'no-day' : 'signed';
}

/** The command that gives the same bytes again; threads and folders change nothing. */
function commandOf(order: ReportOrder): string {
  const { agents, months, seed, replicates, against, preset, language, until } = order;
  const isDraft = isDraftFolder(order.rule);
  return [
    `credence-lab report ${isDraft ? basename(resolve(order.rule)) : order.rule}`,
    ...(isDraft ? [`--preset ${preset}`] : []),
    ...(against.length === 0 ? [] : [`--against ${against.join(',')}`]),
    `--agents ${agents} --months ${months} --seed ${seed} --replicates ${replicates}`,
    ...(until === undefined ? [] : [`--until ${until.measure}=${until.width}`]),
    `--language ${language} --out statement`,
  ].join(' ');
}
