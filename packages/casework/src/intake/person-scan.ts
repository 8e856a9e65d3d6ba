import { looksLikeResidentNumber, maskResidentNumber, mayHoldDigits } from '@credence/domain';

/** Words in a header that announce data about a natural person. */
const personWords = [
  '身份证',
  '证件号',
  '证件类型',
  '护照',
  '法定代表人',
  '法人代表',
  '负责人',
  '经营者',
  '联系人',
  '联系方式',
  '联系电话',
  '电话',
  '手机',
  '邮箱',
  '姓名',
  '性别',
  '民族',
  '出生',
  '年龄',
  '住址',
  '户籍',
  'sfzh',
  'zjhm',
  'zjlx',
  'idnumber',
  'idcard',
  'passport',
  'phone',
  'mobileno',
  'mobilenumber',
  'cellno',
  'telephone',
  'email',
  'birth',
  'gender',
  'legalrepresentative',
  'contactperson',
  'firstname',
  'lastname',
  'ownername',
] as const;

/** Headers that announce it only where they stand alone: `mobile_food` is a kind of business. */
const personHeaders: ReadonlySet<string> = new Set(['mobile', 'mobiles', 'cell', 'tel']);

/** Whether a header, narrowed by `headerKey`, announces data about a person. */
export function announcesPerson(headerKey: string): boolean {
  const joined = headerKey.replaceAll('_', '');
  return personHeaders.has(joined) || personWords.some((word) => joined.includes(word));
}

const mobile = /(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/g;
const numberOfEighteen = /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g;

/** Whether a cell holds a resident number or a mobile telephone number. */
export function holdsPersonData(text: string): boolean {
  if (!mayHoldDigits(text, 11)) return false;
  const plain = text.normalize('NFKC');
  return plain.search(mobile) >= 0 || looksLikeResidentNumber(plain);
}

/** A text with resident and mobile numbers masked, and whether there were any. */
export function maskPersonData(text: string): { readonly text: string; readonly masked: boolean } {
  if (!holdsPersonData(text)) return { text, masked: false };
  const masked = maskNumbers(text);
  // Only numbers in full width need the narrowed text; the rest keeps its own punctuation.
  const rest = holdsPersonData(masked) ? maskNumbers(masked.normalize('NFKC')) : masked;
  return { text: rest, masked: true };
}

function maskNumbers(text: string): string {
  return text
    .replace(numberOfEighteen, (found) =>
      looksLikeResidentNumber(found) ? maskResidentNumber(found) : found,
    )
    .replace(mobile, (found) => `${found.slice(0, 3)}****${found.slice(-4)}`);
}

/** Characters of a cell that a report repeats at most. */
const longestShown = 80;

/** A cell as a report may repeat it: short, and without a person's numbers. */
export function shownValue(text: string): string {
  const { text: masked } = maskPersonData(text);
  const characters = [...masked];
  if (characters.length <= longestShown) return masked;
  return `${characters.slice(0, longestShown).join('')}…`;
}
