import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseDocumentNumber } from './document-number.ts';

const official = {
  kind: 'number',
  text: '望市监罚〔2026〕1187号',
  agencyWord: '望市监罚',
  year: 2026,
  serial: 1187,
};

describe('parseDocumentNumber', () => {
  it.each([
    '望市监罚〔2026〕1187号',
    '望市监罚[2026]1187号',
    '望市监罚［2026］1187号',
    '望市监罚(2026)1187号',
    '望市监罚（2026）1187号',
    '望市监罚【2026】1187号',
    '望市监罚〖２０２６〗１１８７号',
    ' 望市监罚 〔2026〕 1187 号 ',
    '望市监罚〔2026年〕1187号',
  ])('gives "%s" its one spelling', (text) => expect(parseDocumentNumber(text)).toEqual(official));

  it('reads a number that is spelled so already as it reads one that is not', () => {
    const word = fc.string({
      unit: fc.constantFrom(
        '望',
        '市',
        '监',
        '罚',
        '第',
        '号',
        '年',
        '一',
        '龥',
        '〔',
        ' ',
        '0',
        'A',
      ),
      maxLength: 6,
    });
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '2', '9'), maxLength: 10 });
    fc.assert(
      fc.property(word, digits, digits, (agency, year, serial) => {
        const text = `${agency}〔${year}〕${serial}号`;
        // A blank behind it has to be taken off first.
        const slowly = parseDocumentNumber(`${text} `);
        if (slowly.kind === 'number') expect(parseDocumentNumber(text)).toEqual(slowly);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(999_999_999), (year, serial) => {
        const text = `望市监罚〔${year}〕${serial}号`;
        expect(parseDocumentNumber(text)).toEqual(parseDocumentNumber(`${text} `));
      }),
    );
  });

  it('keeps 第 and leading zeros in the text, not in the serial', () => {
    expect(parseDocumentNumber('望环罚〔2026〕第0102号')).toMatchObject({
      text: '望环罚〔2026〕第0102号',
      agencyWord: '望环罚',
      serial: 102,
    });
  });

  it('changes only the brackets around the year', () => {
    expect(parseDocumentNumber('望市监罚（食）(2026)12号')).toMatchObject({
      text: '望市监罚（食）〔2026〕12号',
      agencyWord: '望市监罚（食）',
    });
  });

  it('keeps numbers of another form as they are, without parts', () => {
    for (const text of ['10_20160503', 'CASE (2026) 12', '望市监简罚决字2026-7']) {
      expect(parseDocumentNumber(text)).toEqual({ kind: 'number', text });
    }
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['A\u0007B', 'unprintable'],
    ['9'.repeat(129), 'too-long'],
  ])('refuses %j as %s', (received, because) => {
    expect(parseDocumentNumber(received)).toEqual({ kind: 'refused', because, received });
  });

  it('takes 128 characters', () => {
    expect(parseDocumentNumber('9'.repeat(128)).kind).toBe('number');
  });

  it('has nothing left to change in its own result', () => {
    const piece = fc.constantFrom(
      '望',
      '罚',
      '(',
      '）',
      '[',
      '】',
      '2026',
      ' ',
      '号',
      '第',
      '7',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const once = parseDocumentNumber(pieces.join(''));
        if (once.kind === 'number') expect(parseDocumentNumber(once.text)).toEqual(once);
      }),
    );
  });
});
