import type { ChecklistCard } from '../card/checklist-card.ts';
import type { SectorCard } from '../card/sector-card.ts';
import type { Edition } from '../edition/edition.ts';

/** What of a subject a profile of a sector asks for. */
export interface SectorFacts {
  /** A code of the registration by the name of its fact; undefined where none is registered. */
  readonly codeOf: (fact: string) => string | undefined;
  /** Names of the certificates of its licences in force. */
  readonly certificates: ReadonlySet<string>;
}

/** The profiles that concern a subject, in the order of their ids; the one for all others where none does. */
export function profilesOf(
  { sectors }: Pick<Edition, 'sectors'>,
  facts: SectorFacts,
): readonly SectorCard[] {
  const cards = [...sectors.values()].sort((one, other) => (one.sector < other.sector ? -1 : 1));
  const own = cards.filter(({ subjects }) => {
    if (subjects === 'others') return false;
    const registered = facts.codeOf(subjects.fact);
    return (
      subjects.codes.some(({ code }) => code === registered) ||
      subjects.licences.some(({ certificate }) => facts.certificates.has(certificate))
    );
  });
  return own.length > 0 ? own : cards.filter(({ subjects }) => subjects === 'others');
}

/** The checklists of a visit: those of every profile that concerns the subject, each once. */
export function checklistsFor(
  edition: Pick<Edition, 'sectors' | 'checklists'>,
  facts: SectorFacts,
): readonly ChecklistCard[] {
  const ids = profilesOf(edition, facts).flatMap(({ checklists }) =>
    checklists.map(({ checklist }) => checklist),
  );
  return [...new Set(ids)].flatMap((id) => edition.checklists.get(id) ?? []);
}

/** Codes of lines of business of which everybody is visited, by the profiles that say so. */
export function fullyCovered({ sectors }: Pick<Edition, 'sectors'>): readonly string[] {
  return [...sectors.values()].flatMap(({ subjects, fullCoverage }) =>
    subjects === 'others' || fullCoverage === 'none' ? [] : subjects.codes.map(({ code }) => code),
  );
}
