import type { AnswerClock, ContractCasework, SubjectLine } from '@credence/casework';

const notFound = () => Promise.resolve({ kind: 'not-found' } as const);
const refused = () => Promise.resolve({ kind: 'refused', problems: [] } as const);

/** A register without contracts; `bodies` are those that could have some. */
export function fixtureContracts(
  clockAt: () => AnswerClock,
  bodies: readonly SubjectLine[],
): Omit<ContractCasework, 'importContracts'> {
  return {
    registerContract: refused,
    actInContract: refused,
    makePromise: refused,
    actOnPromise: refused,
    disclose: refused,
    reportRetaliation: refused,
    answerRetaliation: refused,
    viewOwnContracts: notFound,
    viewOwnContract: notFound,
    listRetaliations: notFound,
    listPublicBodies: () => Promise.resolve({ clock: clockAt(), bodies: [] }),
    viewPublicContracts: (home) => {
      const subject = bodies.find(({ id }) => id === home);
      if (subject === undefined) return notFound();
      const clock = clockAt();
      const law = { duties: [], consequences: [] };
      const late = { latePayments: [], judgments: [], law };
      const nothing = { contracts: [], promises: [], disclosures: [], ...late };
      return Promise.resolve({ kind: 'found', view: { clock, subject, ...nothing } });
    },
    viewDisclosures: (year = 2025) => Promise.resolve({ clock: clockAt(), year, lines: [] }),
    contractCurrency: () => Promise.resolve('CNY'),
    latePaymentsOf: () => Promise.resolve(undefined),
    exportContracts: notFound,
  };
}
