import { LabError } from '../engine/define-model.ts';
import { NEVER, type Regime } from '../regime/regime.ts';
import { GRADES, LEVELS, listFlag, LISTS, MOST_CONDUCTS } from './record-state.ts';

/** The lists and decisions of a regime as the arrays that a run is given. */
export interface CompiledRegime {
  readonly recorded: Uint8Array;
  readonly shown: Uint16Array;
  readonly proposes: Uint8Array;
  readonly listTerm: Uint16Array;
  readonly listRepairAfter: Uint16Array;
  readonly listNotice: Uint16Array;
  readonly listFlags: Uint8Array;
}

/** @throws LabError when the regime was opened for fewer months, or has more lists or grades than fit */
export function compileRegime(regime: Regime, months: number): CompiledRegime {
  const { table, lists, grades } = regime;
  const refuse = (what: string, zh: string): never => {
    throw new LabError(`Regime "${regime.id}": ${what}`, `制度“${regime.id}”：${zh}`);
  };
  if (table.months < months) {
    refuse(
      `it was opened for ${table.months} months, the run has ${months}; open it for as many.`,
      `按 ${table.months} 个月打开，推演有 ${months} 个月；请按同样的月数打开。`,
    );
  }
  if (table.levels !== LEVELS)
    refuse(
      `its table has ${table.levels} levels; the world has ${LEVELS}.`,
      `表中有 ${table.levels} 档，虚拟社会有 ${LEVELS} 档。`,
    );
  if (lists.length > LISTS)
    refuse(
      `it has ${lists.length} lists; the world has room for ${LISTS}.`,
      `有 ${lists.length} 个名单，虚拟社会最多容纳 ${LISTS} 个。请减少名单。`,
    );
  if ((grades?.codes.length ?? 0) >= GRADES) {
    refuse(
      `it has ${grades?.codes.length ?? 0} grades; the world has room for ${GRADES - 1}.`,
      `有 ${grades?.codes.length ?? 0} 个等级，虚拟社会最多容纳 ${GRADES - 1} 个。请减少等级。`,
    );
  }
  const recorded = new Uint8Array(MOST_CONDUCTS);
  recorded.set(table.recorded);
  const column = (of: (list: Regime['lists'][number]) => number): Uint16Array => {
    const array = new Uint16Array(LISTS).fill(NEVER);
    lists.forEach((list, at) => (array[at] = of(list)));
    return array;
  };
  return {
    ...{ recorded, shown: table.shown, proposes: table.proposes },
    listTerm: column(({ termMonths }) => termMonths),
    listRepairAfter: column(({ repairAfterMonths }) => repairAfterMonths),
    listNotice: column(({ noticeMonths }) => noticeMonths),
    listFlags: Uint8Array.from(
      column(
        ({ heard, renews, spreads }) =>
          (heard ? listFlag.heard : 0) |
          (renews ? listFlag.renews : 0) |
          (spreads ? listFlag.spreads : 0),
      ),
      (flags) => (flags === NEVER ? 0 : flags),
    ),
  };
}
