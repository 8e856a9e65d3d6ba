/** Beyond this a reader is not looking for one organisation any more. */
export const lastPage = 500;

/** Results of visits on one page, and in one answer of the API. */
export const resultsPerPage = 50;

export const pagePattern = /^[1-9]\d{0,2}$/;

/** The page asked for, from 1; undefined when it is none. */
export function parsePage(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return 1;
  if (!pagePattern.test(text)) return undefined;
  const page = Number(text);
  return page <= lastPage ? page : undefined;
}

export interface Slice<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** One page of a list that is held as a whole; a page past the end is empty. */
export function sliceOf<Item>(items: readonly Item[], page: number, pageSize: number): Slice<Item> {
  const from = (page - 1) * pageSize;
  return { items: items.slice(from, from + pageSize), total: items.length, page, pageSize };
}
