import type { Words } from '../words/words.ts';

/** Where the reader is in a long list, with its neighbours. Every page has its own address. */
export function Pagination(props: {
  readonly words: Words;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly hrefOf: (page: number) => string;
}) {
  const { words, page, pageSize, total, hrefOf } = props;
  const last = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav class="pagination" aria-label={words.t('page.pages')}>
      <p>
        {words.t('page.range', {
          from: total === 0 ? 0 : (page - 1) * pageSize + 1,
          until: Math.min(total, page * pageSize),
          total,
        })}
      </p>
      {page > 1 ? (
        <a rel="prev" href={hrefOf(page - 1)}>
          {words.t('page.previous')}
        </a>
      ) : null}
      {page < last ? (
        <a rel="next" href={hrefOf(page + 1)}>
          {words.t('page.next')}
        </a>
      ) : null}
    </nav>
  );
}
