import type { ContractActKind, OwnContractView } from '@credence/casework';
import type { Language } from '@credence/domain';

import { contractWords } from '../words/contract/contracts.ts';

interface Choice {
  readonly value: string;
  readonly says: string;
}

/** What may be chosen, by the last part of a field's name. */
export type Choices = Readonly<Record<string, readonly Choice[]>>;

/** The two sides of a contract. */
export function sidesIn(language: Language): Choices {
  const say = contractWords(language);
  const by = (['supplier', 'buyer'] as const).map((side) => ({
    value: side,
    says: say[`by_${side}`],
  }));
  return { by };
}

/** What a step can be about, of what the contract holds today. */
export function choicesIn(
  { view, seat }: OwnContractView,
  kind: ContractActKind,
  language: Language,
): Choices {
  const delivery = view.deliveries.map((each) => ({
    value: each.delivery,
    says: each.invoice ?? each.delivery,
  }));
  const numbered = (each: { readonly place: number; readonly says: string }): Choice => ({
    value: String(each.place),
    says: `${each.place} · ${each.says.slice(0, 60)}`,
  });
  const proposals = view.proposals
    .filter(({ by, agreedOn }) => by !== seat && agreedOn === undefined)
    .map(({ place, said }) => numbered({ place, says: said.reason }));
  const claims = view.breaches
    .filter(({ admittedOn, withdrawnOn }) => admittedOn === undefined && withdrawnOn === undefined)
    .filter(({ of }) => (kind === 'breach-admitted' ? of === seat : of !== seat))
    .map(({ place, text }) => numbered({ place, says: text }));
  const milestone = view.milestones
    .filter(({ met }) => met === undefined)
    .map((each) => ({ value: each.milestone, says: `${each.milestone} · ${each.title}` }));
  if (kind === 'agreed') return { place: proposals };
  if (kind === 'breach-admitted' || kind === 'breach-withdrawn') return { place: claims };
  if (kind === 'met') return { milestone };
  if (kind === 'proposed') return { ...sidesIn(language) };
  return kind === 'delivered' ? {} : { delivery };
}
