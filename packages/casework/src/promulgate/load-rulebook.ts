import { createRulebook, type Edition, type Rulebook } from '@credence/rulebook';

import { CaseworkError } from '../casework-error.ts';
import { isEdition } from '../entry/house-payload.ts';
import type { Journal, Timepoint } from '../port/journal.ts';
import type { EditionRow, Register } from '../port/register.ts';
import { openPromulgated } from './open-promulgated.ts';

/** The rulebook as the journal holds it, read again only when an edition has come. */
export interface RulebookLoader {
  /** `head` says up to where the journal is to be read; an unchanged head costs no query. */
  load(head: Timepoint): Promise<Rulebook>;
  /** As it was loaded last; without editions before the first load. */
  current(): Rulebook;
}

/**
 * Loads the law in force from the journal and from nowhere else. Editions are immutable, so each is
 * opened once; the list of editions is asked for again whenever the journal has grown.
 */
export function createRulebookLoader(parts: {
  readonly journal: Journal;
  readonly register: Register;
}): RulebookLoader {
  const opened = new Map<string, Edition>();
  let current: { readonly position: number; readonly key: string; readonly rulebook: Rulebook } = {
    position: -1,
    key: '',
    rulebook: createRulebook([]),
  };
  return {
    current: () => current.rulebook,
    async load(head) {
      if (head.position === current.position) return current.rulebook;
      const rows = [...(await parts.register.editions())].sort(byCode);
      const key = rows.map(({ hash }) => hash).join(' ');
      // A store that is being filled again gets its editions without the journal growing.
      if (rows.length === 0) return createRulebook([]);
      if (key === current.key) {
        current = { ...current, position: head.position };
        return current.rulebook;
      }
      for (const row of rows) {
        if (!opened.has(row.hash)) opened.set(row.hash, await readEdition(parts.journal, row));
      }
      const editions = rows.flatMap(({ hash }) => opened.get(hash) ?? []);
      current = { position: head.position, key, rulebook: createRulebook(editions) };
      return current.rulebook;
    },
  };
}

function byCode(a: EditionRow, b: EditionRow): number {
  return a.code < b.code ? -1 : 1;
}

async function readEdition(journal: Journal, row: EditionRow): Promise<Edition> {
  const entries = await journal.entriesOf(row.home);
  const payload = entries.findLast(({ kind }) => kind === 'edition@1')?.payload;
  if (isEdition(payload)) {
    const edition = openPromulgated(row.home, payload.edition);
    if (edition.hash === row.hash) return edition;
  }
  const message = `The journal's entry of edition ${row.code} does not have hash ${row.hash}.`;
  throw new CaseworkError('edition-unreadable', message);
}
