import { codeOf, nameOf } from './city-files.ts';
import type { Town } from './due-process-town.ts';
import type { People } from './town-people.ts';

/** On which list, and in which file, a text is looked for. */
export interface Kept {
  readonly list: string;
  readonly file: string;
}

export const penalties: Kept = { list: 'administrative_penalty', file: 'administrative_penalty' };
export const violations: Kept = { list: 'samr.serious-violations', file: 'listings' };
export const defaulters: Kept = { list: 'court.judgment-defaulters', file: 'listings' };

/** Where a listing stands in public. */
export const everywhere = [
  ...['page', 'page-en', 'api', 'feed', 'list', 'list-feed', 'search', 'file'],
];
/** A search tells which lists somebody stands in, and of no record. */
export const recordEverywhere = everywhere.filter((outlet) => outlet !== 'search');

export interface PublicRecord {
  readonly id: string;
  readonly url: string;
  readonly fingerprint: string;
  readonly document?: { readonly number: string };
  readonly disputedSince?: string;
}

/** What anybody can see of the organisations of a town. */
export interface PublicOutlets {
  readonly api: (of: number) => string;
  records(of: number): Promise<readonly PublicRecord[]>;
  /** Where a text about an organisation stands: pages, API, feeds, lists, search, files. */
  outlets(of: number, said: string, on?: Kept): Promise<readonly string[]>;
  /** Whether a search by its name finds the organisation. */
  found(of: number): Promise<boolean>;
}

export function outletsOf(
  town: Pick<Town, 'world' | 'homeOf'>,
  { fetched }: Pick<People, 'fetched'>,
): PublicOutlets {
  const api = (of: number) => `/api/v1/organisations/by-code/uscc/${codeOf(of)}`;
  const search = (of: number) => `/api/v1/organisations?q=${encodeURIComponent(nameOf(of))}`;
  const records = async (of: number): Promise<readonly PublicRecord[]> => {
    const { status, text } = await fetched(api(of));
    if (status === 404) return [];
    return (JSON.parse(text) as { readonly records: { readonly items: PublicRecord[] } }).records
      .items;
  };
  return {
    ...{ api, records },
    outlets: async (of, said, on = penalties) => {
      const home = await town.homeOf(of);
      const record = (await records(of)).find(({ document }) => document?.number === said);
      // A list names the organisation and leads to the record; a search, which lists it stands in.
      const places = [
        ['page', `/organisations/${home}`, said],
        ['page-en', `/en/organisations/${home}`, said],
        ['api', api(of), said],
        ['feed', `/organisations/${home}/feed.atom`, said],
        ['list', `/lists/${on.list}`, record?.url ?? said],
        ['list-feed', `/lists/${on.list}/feed.atom`, said],
        ['search', search(of), on.list],
      ] as const;
      const standing: string[] = [];
      for (const [name, path, wanted] of places) {
        if ((await fetched(path)).text.includes(wanted)) standing.push(name);
      }
      const { manifests } = await town.world.system.casework.publishDownloads();
      const rows = await town.world.rowsOf(on.file, manifests[0]?.after ?? '');
      return JSON.stringify(rows).includes(said) ? [...standing, 'file'] : standing;
    },
    found: async (of) => (await fetched(search(of))).text.includes(codeOf(of)),
  };
}
