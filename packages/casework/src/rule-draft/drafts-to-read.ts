import type { Edition } from '@credence/rulebook';

import type { Journal } from '../port/journal.ts';
import type { Register } from '../port/register.ts';
import { readDossier } from '../promulgate/prepare-edition.ts';
import { editionOfDraft } from './open-draft.ts';
import { draftsShown } from './list-drafts.ts';

/** The latest published draft of a code, for whoever reads its cards; in force for nobody. */
export async function draftsToRead(
  parts: { readonly journal: Journal; readonly register: Register },
  code: string,
): Promise<readonly Edition[]> {
  const rows = await parts.register.ruleDrafts(draftsShown);
  const row = rows.find((each) => each.code === code && each.publishedOn !== undefined);
  if (row === undefined) return [];
  const { hash } = row;
  const edition = editionOfDraft({ hash, dossier: await readDossier(parts, hash) });
  return edition === undefined ? [] : [edition];
}
