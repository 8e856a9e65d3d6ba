import { createRequire } from 'node:module';

import type { LetterPress, PrintedLetter } from '@credence/casework';
import { localise } from '@credence/domain';

import { findFonts, type LetterFonts } from './fonts.ts';
import { letterContent, letterFoot, letterStyle } from './letter-content.ts';
import { isPdfMaker, type PdfDefinition } from './pdf-content.ts';

/** Prints letters as PDF, A4, with the glyphs they use inside. Nothing is loaded before the first. */
export function openPress(): LetterPress {
  let made: ReturnType<typeof loadPress> | undefined;
  return {
    print: async (letter) => {
      made ??= loadPress(findFonts());
      return made(letter);
    },
  };
}

function loadPress({ normal, bold }: LetterFonts) {
  const require = createRequire(import.meta.url);
  const pdfmake: unknown = require('pdfmake');
  if (!isPdfMaker(pdfmake)) throw new Error('The pdfmake installed here is not the one expected.');
  pdfmake.setFonts({ [letterStyle.font]: { normal, bold, italics: normal, bolditalics: bold } });
  // A letter is made of what it is given: nothing is fetched, and no file is read but its fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  return async (letter: PrintedLetter): Promise<Uint8Array> => {
    const buffer = await pdfmake.createPdf(definitionOf(letter)).getBuffer();
    return new Uint8Array(buffer);
  };
}

function definitionOf(letter: PrintedLetter): PdfDefinition {
  const [language = 'zh'] = letter.languages;
  const { text: title, language: lang } = localise(letter.title, language);
  return {
    pageSize: 'A4',
    pageMargins: [72, 64, 72, 60],
    // Readers speak the language; the name of the organisation stays out of what is listed.
    language: lang === 'zh' ? 'zh-Hans' : 'en',
    info: { title: `${title} ${letter.number}`, creator: 'Credence', producer: 'Credence' },
    defaultStyle: letterStyle,
    content: letterContent(letter),
    footer: (page: number, pages: number) => letterFoot(letter, page, pages),
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, container) =>
      node.headlineLevel === 1 && container.getFollowingNodesOnPage().length === 0,
  };
}
