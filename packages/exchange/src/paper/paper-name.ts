import type { PaperType } from '@credence/casework';

const longestName = 120;

const endings: Readonly<Record<PaperType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'text/plain': ['.txt', '.csv'],
};

/**
 * The name of a file as it is kept: without folders, without marks that hide or turn the direction of
 * a text, with an ending that says what the file is, so that nobody opens it as something else.
 */
export function paperName(given: string, type: PaperType): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{C}\p{Zl}\p{Zp}"<>:|?*]/gu, '').trim();
  const ending = endings[type].find((each) => plain.toLowerCase().endsWith(each));
  const stem = (ending === undefined ? plain : plain.slice(0, -ending.length)).replace(
    /[. ]+$/,
    '',
  );
  const short = [...stem].slice(0, longestName).join('');
  return `${short === '' ? 'file' : short}${ending ?? endings[type][0]}`;
}
