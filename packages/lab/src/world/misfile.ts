import { linkOf, namesakeOf } from './links.ts';
import { LEVELS, MISFILED, NO_FORM, record } from './record-state.ts';
import { couldDo } from './weigh.ts';
import type { WorldWholeProcess } from './world-kinds.ts';

/**
 * Brings what was filed wrongly to where it was filed: to a namesake anywhere, or to somebody linked
 * to the right one. It stays among subjects of one kind. Where a subject receives two in a month the
 * second is lost; so is what only an official can have done, on one who is none.
 */
export const misfile: WorldWholeProcess = {
  name: 'misfile',
  when: 'month',
  over: 'everyone',
  run(whole) {
    const { agents, columns, parameters, sums } = whole;
    const [way, link, name] = [
      whole.drawOf('misfile'),
      whole.drawOf('link'),
      whole.drawOf('namesake'),
    ];
    const { foundState } = columns;
    for (let i = 0; i < agents; i += 1) {
      const state = foundState[i] ?? 0;
      if ((state & MISFILED) === 0) continue;
      const form = columns.foundForm[i] ?? NO_FORM;
      const linked = linkOf(whole, i, Math.floor(link(i) * parameters.links));
      const isLinked = way(i) >= parameters.namesake && columns.kind[linked] === columns.kind[i];
      const other = isLinked ? linked : namesakeOf(whole, i, name(i));
      columns.foundForm[i] = NO_FORM;
      columns.foundState[i] = 0;
      if (columns.incomingForm[other] !== NO_FORM || other === i) continue;
      const conduct = Math.floor(form / LEVELS);
      if (!couldDo(whole, other, conduct)) continue;
      columns.incomingForm[other] = form;
      columns.incomingState[other] = state & record.true;
      if (whole.fields.recorded[conduct] === 1) sums.recordsWrongSubject += 1;
    }
  },
};
