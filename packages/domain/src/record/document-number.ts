// The column of the official tables has 128 characters.
const LONGEST = 128;

/** What `parseDocumentNumber` makes of a text. */
export type DocumentNumber =
  | {
      readonly kind: 'number';
      /** The number as registers write it, year in 〔〕, without blanks. */
      readonly text: string;
      /** Before the year, e.g. 望市监罚. */
      readonly agencyWord?: string;
      readonly year?: number;
      readonly serial?: number;
    }
  | {
      readonly kind: 'refused';
      readonly because: 'empty' | 'too-long' | 'unprintable';
      readonly received: string;
    };

const OPENING = '〔［\\[（(【〖﹝〈<{｛『「';
const CLOSING = '〕］\\]）)】〗﹞〉>}｝』」';
const YEAR = new RegExp(`[${OPENING}]((?:19|20)\\d{2})年?[${CLOSING}]`);
/** A number as registers write it already: nothing of it is to be narrowed, and nothing removed. */
const WRITTEN = /^([\u4e00-\u9fa5]{1,40})〔(\d{4})〕(\d{1,9})号$/;
const OFFICIAL = /^(.+?)〔(\d{4})〕第?(\d{1,9})号$/;

/**
 * Reads the number of a decision document, e.g. 望市监罚〔2026〕1187号, so that one document has one
 * spelling: brackets around the year become 〔〕, digits narrow, blanks go. A number of another form
 * (a foreign register's) is kept as it is, without parts. Zeros in front of the serial are kept in
 * `text`.
 *
 * Legal source: form of GB/T 9704-2012, 7.2.5, for the year in 〔〕.
 */
export function parseDocumentNumber(received: string): DocumentNumber {
  const written = WRITTEN.exec(received);
  if (written !== null) {
    const [text, agencyWord = '', year, serial] = written;
    return { kind: 'number', text, agencyWord, year: Number(year), serial: Number(serial) };
  }
  const narrowed = received
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, ' ')
    .trim();
  if (narrowed === '') return { kind: 'refused', because: 'empty', received };
  if (/\p{C}/u.test(narrowed)) return { kind: 'refused', because: 'unprintable', received };
  // The form is that of Chinese documents; "CASE (2026) 12" keeps its blanks and brackets.
  const chinese = /\p{Script=Han}/u.test(narrowed);
  const text = chinese ? narrowed.replaceAll(' ', '').replace(YEAR, '〔$1〕') : narrowed;
  if (text.length > LONGEST) return { kind: 'refused', because: 'too-long', received };
  const match = OFFICIAL.exec(text);
  if (match === null) return { kind: 'number', text };
  const [, agencyWord = '', year, serial] = match;
  return { kind: 'number', text, agencyWord, year: Number(year), serial: Number(serial) };
}
