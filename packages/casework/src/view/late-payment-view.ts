import { roundToTwoDigits, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { CaseWorld } from '../case/case.ts';
import { caseRecords, foldCases } from '../case/desk/fold-cases.ts';
import { effectOf } from '../case/effect/effect-of.ts';
import { confirmationCard, owedIn, paymentShownFrom } from '../case/effect/payment-effect.ts';
import { docketOn, matterOf } from '../case/fold-case.ts';
import { disputesIn } from '../case/standing/disputes.ts';
import type { Entry } from '../port/journal.ts';
import { foldSubject } from '../state/subject-state.ts';
import { foldContracts } from '../contract/fold-contracts.ts';
import { lateInContracts } from '../contract/late-in-contracts.ts';
import type { Answering } from './answer-clock.ts';
import { toBasis } from './record-view.ts';
import type { LatePaymentView } from './view.ts';

/**
 * The payments a public body is late with that stand in public on the day and still today. What has
 * been paid, withdrawn or refused since is not there, whichever day is asked about.
 *
 * Legal sources: guards N8, N18.
 */
export function viewLatePayments(
  home: string,
  entries: readonly Entry[],
  {
    rulebook,
    edition,
    clock,
  }: Pick<Answering, 'rulebook' | 'edition'> & {
    readonly clock: Pick<Answering['clock'], 'today' | 'day'>;
  },
): readonly LatePaymentView[] {
  const registered = lateInContracts(entries, { rulebook, edition }, clock);
  const files = [...foldCases(entries).values()].map(({ file }) => file);
  if (!files.some((file) => matterOf(file, 'payment-complaint') !== undefined)) return registered;
  const { today, day } = clock;
  const records = caseRecords(foldSubject(home, entries));
  const whole = new Map(files.map((file) => [file.caseId, file]));
  const worldOn = (on: CivilDate): CaseWorld => ({
    rulebook,
    records,
    docket: docketOn(whole, on),
  });
  const [now, then] = [worldOn(today), worldOn(day)];
  const disputes = disputesIn(now.docket);
  const complained = [...now.docket.values()].flatMap((file): LatePaymentView[] => {
    const matter = matterOf(file, 'payment-complaint');
    const before = then.docket.get(file.caseId);
    if (matter === undefined || before === undefined) return [];
    const effect = effectOf(file, now, today);
    const shown = paymentShownFrom(file, now, today);
    if (effect.kind !== 'in-effect' || shown === undefined) return [];
    if (effectOf(before, then, day).kind !== 'in-effect') return [];
    const { until: ends, confirmBy } = effect;
    if (ends === undefined || confirmBy === undefined) return [];
    const disputedSince = disputes.get(file.caseId);
    return [
      {
        ...{ id: file.caseId, because: shown.because, begins: shown.from, ends, confirmBy },
        basis: basisIn(edition),
        amount: roundToTwoDigits({ amount: owedIn(file), currency: matter.amount.currency }),
        ...(matter.named === true ? { creditor: matter.creditor } : {}),
        ...(disputedSince === undefined ? {} : { disputedSince }),
      },
    ];
  });
  const claimed = new Set(complainedIn(entries, complained));
  return [...complained, ...registered.filter(({ id }) => !claimed.has(id))];
}

/** Deliveries under contracts of the register whose complaint is shown already: never twice. */
function complainedIn(
  entries: readonly Entry[],
  complained: readonly LatePaymentView[],
): readonly string[] {
  const cases = new Set(complained.map(({ id }) => id));
  return [...foldContracts(entries).values()].flatMap(({ contract, deliveries }) =>
    [...deliveries.values()].flatMap(({ said, caseId }) =>
      caseId !== undefined && cases.has(caseId) ? [`${contract.contractId}/${said.delivery}`] : [],
    ),
  );
}

function basisIn(edition: Edition): LatePaymentView['basis'] {
  const { basis = [], confidence = 'unverified' } = confirmationCard(edition) ?? {};
  return basis.map((citation) => toBasis({ citation, confidence }, 'publication', edition));
}
