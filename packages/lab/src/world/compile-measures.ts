import { LabError } from '../engine/define-model.ts';
import type { Regime, RegimeMeasure } from '../regime/regime.ts';
import type { Losses } from '../society/read-world-figures.ts';
import { effect, GRADES, LISTS } from './record-state.ts';

/** Sets of lists a subject can stand on. */
const SETS = 2 ** LISTS;

/** What the lists and the grade of a subject do together; indexed by `lists * GRADES + grade`. */
export interface MeasureTables {
  /** Share of a month's means that is lost. */
  readonly lossOf: Float64Array;
  readonly effects: Uint8Array;
  /** How often in a month the subject runs into a measure. */
  readonly attemptsOf: Float64Array;
  /** By grade: the share of an ordinary benefit. */
  readonly rewardOf: Float64Array;
}

/**
 * Works out every set of measures once. A set loses 1 - product of (1 - loss of each): the second
 * measure takes from what the first left. Measures beyond the law fall on whoever is listed.
 *
 * @throws LabError when a measure touches something that `society/losses.yaml` does not know
 */
export function compileMeasures(
  regime: Regime,
  losses: Losses,
  given: { readonly extraMeasures: number; readonly extraLoss: number; readonly losses: number },
): MeasureTables {
  const tables = {
    lossOf: new Float64Array(SETS * GRADES),
    effects: new Uint8Array(SETS * GRADES),
    attemptsOf: new Float64Array(SETS * GRADES),
    rewardOf: new Float64Array(GRADES),
  };
  const parts = regime.measures.map((measure) => partOf(measure, losses));
  const grades = regime.grades;
  grades?.rewards.slice(0, GRADES - 1).forEach((reward, at) => (tables.rewardOf[at] = reward));
  for (let set = 0; set < SETS; set += 1) {
    if (set >>> regime.lists.length !== 0) continue;
    const ofLists = regime.lists.flatMap(({ measures }, list) =>
      (set & (1 << list)) === 0 ? [] : measures,
    );
    for (let grade = 0; grade < GRADES; grade += 1) {
      // Only grades there are, and the place of who has none.
      if (grade >= (grades?.codes.length ?? 0) && grade < GRADES - 1) continue;
      const numbers = new Set([...ofLists, ...(grades?.measures[grade] ?? [])]);
      const borne = [...numbers].flatMap((number) => parts[number] ?? []);
      const extra = set === 0 ? 0 : given.extraMeasures;
      const kept = borne.reduce((left, { loss }) => left * (1 - loss), 1);
      const at = set * GRADES + grade;
      tables.lossOf[at] = given.losses * (1 - kept * (1 - given.extraLoss) ** extra);
      tables.attemptsOf[at] = borne.reduce((sum, { attempts }) => sum + attempts, 0);
      if (extra > 0 || borne.some(({ isAdverse }) => isAdverse))
        tables.effects[at] = effect.adverse;
      if (borne.some(({ essential }) => essential)) {
        tables.effects[at] = effect.adverse | effect.essential;
      }
    }
  }
  return tables;
}

interface Part {
  readonly loss: number;
  readonly attempts: number;
  readonly essential: boolean;
  readonly isAdverse: boolean;
}

/** A measure by its burden and by the weightiest thing it touches. */
function partOf({ id, burden, touches, essential }: RegimeMeasure, losses: Losses): Part {
  const touched = touches.map((touch) => {
    const found = losses.touches[touch];
    if (found !== undefined) return found;
    const known = Object.keys(losses.touches).join(', ');
    throw new LabError(
      `Measure "${id}" touches "${touch}", for which society/losses.yaml has no loss; it has ${known}. Add it there with its source.`,
      `措施“${id}”涉及“${touch}”，society/losses.yaml 中没有它的损失；其中有 ${known}。请在该文件中补上，并写明出处。`,
    );
  });
  const weight = Math.max(0, ...touched.map((one) => one.weight));
  const share = losses.burdens.values[burden] ?? 0;
  return {
    loss: Math.min(1, share * weight),
    attempts: burden === 0 ? 0 : Math.max(0, ...touched.map((one) => one.attempts)),
    essential: essential && burden > 0,
    isAdverse: burden > 0,
  };
}
