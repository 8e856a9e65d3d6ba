const legalForms = [
  '股份有限公司',
  '有限责任公司',
  '有限公司',
  '农民专业合作社联合社',
  '农民专业合作社',
  '合伙企业（有限合伙）',
  '合伙企业',
  '个人独资企业',
  '工作室',
  '经营部',
  '事务所',
];

/** A name of this many characters fits a line of the narrowest page. */
const shortEnough = 10;

/**
 * Where a Chinese name may break: after its region, before its legal form. Joined, the parts are
 * the name; nothing is decided by them.
 */
export function nameParts(name: string): readonly string[] {
  if (name.length <= shortEnough || !/^\p{Script=Han}/u.test(name)) return [name];
  const form = legalForms.find((each) => name.endsWith(each)) ?? '';
  const body = name.slice(0, name.length - form.length);
  const region = /^\p{Script=Han}{2,6}?(?:省|市|自治区|州)(?:\p{Script=Han}{1,4}?[区县])?/u.exec(
    body,
  );
  const head = region?.[0] ?? '';
  const rest = body.slice(head.length);
  return [head, ...halves(rest), form].filter((part) => part !== '');
}

/** A long middle is halved, so that no line is left with one character. */
function halves(text: string): readonly string[] {
  const characters = [...text];
  if (characters.length <= shortEnough) return [text];
  const middle = Math.ceil(characters.length / 2);
  return [
    ...halves(characters.slice(0, middle).join('')),
    ...halves(characters.slice(middle).join('')),
  ];
}
