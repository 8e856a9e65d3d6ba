import type { BulkCell, BulkRow } from '../port/bulk.ts';

/** The hundred commonest surnames and the compound ones that businesses are named after. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈' +
  '姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const compound = /^(欧阳|司徒|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|端木)/;
const regions = /^(?:[\u4e00-\u9fff]{1,7}?(?:省|市|区|县|旗|镇|乡|街道))*/;
/** After a surname these make a trade name of it: 张记, 李氏, 王家. */
const noGivenName = /^[记氏家府大小老]/;

/**
 * A trade name with what may be the owner's given name masked. The register never holds the owner's
 * name, so whatever could be one is taken for one: two characters after a surname. The code says
 * which business it is.
 *
 * Legal source: guards N12.
 */
export function maskOwnerName(name: string): string {
  const region = regions.exec(name)?.[0] ?? '';
  const rest = name.slice(region.length);
  const surname = compound.exec(rest)?.[0] ?? firstIf(rest, surnames);
  if (surname === undefined) return name;
  const given = rest.slice(surname.length);
  if (given === '' || noGivenName.test(given)) return name;
  const hidden = [...given].slice(0, 2);
  return region + surname + '＊'.repeat(hidden.length) + given.slice(hidden.join('').length);
}

function firstIf(text: string, of: string): string | undefined {
  const [first] = text;
  return first !== undefined && of.includes(first) ? first : undefined;
}

/** The row of an individual business: names masked wherever they stand, the address left out. */
export function maskTrader(row: BulkRow): BulkRow {
  const names = [row['name'], ...String(row['former_names'] ?? '').split(/[;；、]/u)]
    .map((name) => String(name ?? '').trim())
    .filter((name) => name !== '' && maskOwnerName(name) !== name);
  const hide = (text: string): string =>
    names.reduce((hidden, name) => hidden.replaceAll(name, maskOwnerName(name)), text);
  const cells = Object.entries(row)
    .filter(([column]) => column !== 'address')
    .map(([column, cell]): [string, BulkCell] => [
      column,
      typeof cell === 'string' ? hide(cell) : cell,
    ]);
  return Object.fromEntries(cells);
}
