import { codeOf, nameOf } from '../support/city-files.ts';
import { asked, inContent, oneMore, rideAlong, supplied } from './attacks-at-doors.ts';
import { smuggled } from './attacks-by-sql.ts';
import { ordered, proposal, reported, unfit } from './attacks-on-cases.ts';
import { odd, personFile } from './files.ts';
import type { Guard } from './guard.ts';
import { listed } from './stages.ts';

const search = (words: string): string => `/api/v1/organisations?q=${encodeURIComponent(words)}`;
const noItem = (item: string, says: string) =>
  supplied(
    { item, text: oneMore() },
    { query: '&dryRun=true', text: oneMore() },
    {
      ...{ says, refusal: 'item-unknown' },
    },
  );
const person = '11010519491231002X';

/** Guards of what may be held: G01 to G10. */
export const guardsOfData = {
  G01: {
    title: 'No score of a person',
    attacks: [
      supplied(
        { text: personFile('自然人', 41) },
        { text: personFile('法人及非法人组织', 42) },
        {
          says: 'A file brings a row about a natural person.',
          ...{ refusal: 'set-aside', trace: 'report' },
        },
      ),
      asked(search(person), search(nameOf(listed)), {
        says: 'Somebody searches by a resident number.',
        refusal: 'person-search-refused',
      }),
      smuggled({
        says: 'A number is added to the table of the people who sign in.',
        sql: 'alter table account add column standing integer',
        lawful: 'select account from account limit 1',
      }),
    ],
  },
  G02: {
    title: 'No taint through family or friends',
    attacks: [
      proposal(
        13,
        { beside: { relatives: [codeOf(14)] } },
        {
          says: 'A listing names relatives whom it is to reach as well.',
          refusal: 'case-form',
        },
      ),
      smuggled({
        says: 'A table of ties between people is made.',
        sql: 'create table credence.tie (home uuid, one uuid, other uuid)',
        lawful: 'select home from subject limit 1',
      }),
    ],
  },
  G03: {
    title: 'No guilt by association between organisations',
    attacks: [
      ordered(
        { of: 14 },
        { measure: 'key_supervision' },
        {
          says: 'A measure is ordered against a firm under the listing of another.',
          refusal: 'case-not-in-effect',
        },
      ),
    ],
  },
  G04: {
    title: 'Minors and pupils stay out',
    attacks: [
      noItem('student_loan', 'A school hands over pupils behind on their loans.'),
      supplied(
        { text: personFile('自然人', 43).replace('欧阳测试甲', '欧阳小测试') },
        { text: personFile('法人及非法人组织', 44) },
        {
          says: 'A row about a child rides along in a file of penalties.',
          ...{ refusal: 'set-aside', trace: 'report' },
        },
      ),
    ],
  },
  G05: {
    title: 'Only catalogued information',
    attacks: [
      noItem('waste_sorting', 'Wrong sorting of household waste is handed over as an item.'),
      rideAlong('垃圾分类情况', '未分类甲乙丙', 'A column that no catalogue has rides along.'),
    ],
  },
  G06: {
    title: 'Forbidden data',
    attacks: [
      inContent(
        `短信诽谤，身份证号${person}`,
        person,
        'The text of a decision names a person by number.',
      ),
      rideAlong('位置轨迹', '东经一二三北纬四五六', 'A trail of places rides along.'),
    ],
  },
  G07: {
    title: 'No protected trait and no stand-in for one',
    attacks: [
      rideAlong('法定代表人年龄', '廿八岁丙丁', 'The age of the legal representative rides along.'),
    ],
  },
  G08: {
    title: 'Nothing unverified counts',
    attacks: [
      reported(15, {
        says: 'A report that anybody sends is put in the place of a decision.',
        refusal: 'case-target-missing',
      }),
    ],
  },
  G09: {
    title: 'A legally effective document behind every adverse record',
    attacks: [
      unfit(odd.unserved, 16, {
        says: 'A listing rests on a decision whose service nobody has proven.',
        refusal: 'case-no-effective-document',
      }),
    ],
  },
  G10: {
    title: 'Using a right is never misconduct',
    attacks: [
      noItem('petition', 'An office hands over who petitioned.'),
      proposal(
        17,
        { list: 'wanglan.repeated-appeals' },
        {
          says: 'A firm is to be listed for its appeals.',
          refusal: 'case-target-missing',
        },
      ),
    ],
  },
} as const satisfies Readonly<Record<string, Guard>>;
