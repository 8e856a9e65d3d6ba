import type { SchemaColumn } from '../card/schema-card.ts';
import type { Category } from '../card/guard-words.ts';

/** Words by which files name a trait of people or a stand-in for one, and what each is. */
const words: readonly (readonly [Category, RegExp])[] = [
  ['trait_nationality', /国籍|\bnationality\b|\bcitizenship\b/],
  ['trait_origin', /民族|种族|家庭出身|\bethnic(ity)?\b|\brace\b|\bnational origin\b/],
  ['trait_religion', /宗教|信仰|\breligio(n|us)\b|\bfaith\b|\bbelief\b/],
  ['trait_sex', /性别|\bsex\b|\bgender\b/],
  // Whoever writes of the age of a firm says how long it has been registered.
  [
    'trait_age',
    /年龄|岁数|出生(日期|年月|年份)|\bage\b|\b(birth ?date|birthday)\b|\b(date|day|year) of birth\b/,
  ],
  ['trait_disability', /残疾|残障|\bdisabilit(y|ies)\b|\bdisabled\b/],
  ['trait_household_registration', /户籍|户口|\bhukou\b|\bhousehold registration\b/],
  ['trait_party_membership', /政治面貌|党派|党员|\bparty member(ship)?\b/],
  ['proxy_birth_place', /籍贯|出生地|祖籍|\bbirth ?place\b|\bplace of birth\b|\bnative place\b/],
  ['proxy_surname', /姓氏|\bsurname\b|\bfamily name\b/],
  ['proxy_mother_tongue', /母语|\bmother tongue\b|\bnative language\b/],
];

/** What a column is by its own words, whatever category it declares; undefined: nothing of the kind. */
export function traitNamedBy(column: SchemaColumn): Category | undefined {
  const { says, headers, aliases, field, bracket } = column;
  const said = [column.column, says.zh, says.en, field, bracket, ...headers, ...aliases];
  const text = said
    .flatMap((each) => each ?? [])
    .join('\n')
    .normalize('NFKC')
    .replaceAll(/[_-]/g, ' ')
    .toLowerCase();
  return words.find(([, pattern]) => pattern.test(text))?.[0];
}
