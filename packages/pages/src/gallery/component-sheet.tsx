import type { Child } from 'hono/jsx';

import { ActionButton, ActionLink, Actions } from '../components/actions.tsx';
import { axisFor } from '../components/axis.ts';
import { DataTable } from '../components/data-table.tsx';
import { ErrorSummary, Field } from '../components/form.tsx';
import { PageHeading } from '../components/heading.tsx';
import { ImportReport } from '../components/import-report.tsx';
import { EmptyState, Notice, Refusal } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { StatusChip } from '../components/status-chip.tsx';
import { TermBar, termText, type Term } from '../components/term-bar.tsx';
import { Day } from '../components/text.tsx';
import { words as wordsOf, type Words } from '../words/words.ts';
import { day, frame, say, today } from './samples.tsx';

const colours = [
  'bg',
  'wash',
  'ink',
  'ink2',
  'rule',
  'edge',
  'accent',
  'awash',
  'force',
  'force-rest',
  'disp',
  'good',
  'due',
  'due-wash',
  'fail',
  'fail-wash',
];

/** Every component in its states, like a printer's proof. */
export function ComponentSheet({
  words,
  stylesheetHref,
}: {
  words: Words;
  stylesheetHref: string;
}) {
  const address = words.language === 'zh' ? '/components' : '/en/components';
  return (
    <Page
      {...frame(words, { address, stylesheetHref })}
      title={say(words, '部件一览', 'Components')}
      heading={
        <PageHeading
          title={say(words, '部件一览', 'Components')}
          second={say(
            words,
            '每一种状态都有字、有形，不只靠颜色。',
            'Each state has a word and a shape, never colour alone.',
          )}
        />
      }
    >
      <div class="sheet">
        <Colours words={words} />
        <Chips words={words} />
        <Bars words={words} />
        <Buttons words={words} />
        <States words={words} />
        <Mistakes words={words} />
        <Tables words={words} />
      </div>
    </Page>
  );
}

function Block(props: { heading: string; wide?: true; children?: Child }) {
  return (
    <section class={props.wide ? 'side-block sheet-wide' : 'side-block'}>
      <h2>{props.heading}</h2>
      {props.children}
    </section>
  );
}

function Colours({ words }: { words: Words }) {
  return (
    <Block heading={say(words, '颜色', 'Colours')}>
      <ul class="swatches">
        {colours.map((name) => (
          <li>
            <span class={`swatch swatch-${name}`} />
            {name}
          </li>
        ))}
      </ul>
    </Block>
  );
}

const states = [
  'in-effect',
  'disputed',
  'suspended',
  'closed',
  'valid',
  'open',
  'matches',
  'not-begun',
  'mismatch',
  'not-available',
] as const;

function Chips({ words }: { words: Words }) {
  return (
    <Block heading={say(words, '状态', 'States')}>
      <p class="chips">
        {[words, wordsOf(words.language === 'zh' ? 'en' : 'zh')].map((each) => (
          <span lang={each.tag}>
            {states.map((state) => (
              <>
                <StatusChip words={each} state={state} />{' '}
              </>
            ))}
            <StatusChip words={each} state="due">
              {each.t('term.chipDue', { count: 3 })}
            </StatusChip>
          </span>
        ))}
      </p>
    </Block>
  );
}

function Bars({ words }: { words: Words }) {
  const axis = axisFor(today, [day('2029-07-06')]);
  const terms: readonly Term[] = [
    {
      tone: 'burden',
      begins: day('2026-08-14'),
      ends: day('2027-08-14'),
      repairFrom: day('2026-11-14'),
    },
    { tone: 'burden', begins: day('2026-07-06'), ends: day('2029-07-06'), disputed: true },
    { tone: 'burden', begins: day('2027-02-01'), ends: day('2028-02-01') },
    { tone: 'burden', begins: day('2026-07-06'), ends: 'by-duty', nextCheckOn: day('2027-07-06') },
    { tone: 'licence', begins: day('2021-03-31'), ends: day('2029-03-31') },
    { tone: 'licence', begins: day('2026-03-31'), ends: 'none' },
  ];
  return (
    <Block heading={say(words, '期限条', 'Term bars')}>
      <ul>
        {terms.map((term) => (
          <li>
            <p class="quiet">{termText(words, term)}</p>
            <TermBar words={words} term={term} axis={axis} day={today} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Buttons({ words }: { words: Words }) {
  return (
    <Block heading={say(words, '按钮', 'Buttons')}>
      <form action="#" method="post">
        <Actions>
          <ActionButton rank="first">
            {say(words, '送法制审核', 'Send for legal review')}
          </ActionButton>
          <ActionButton>{say(words, '存草稿', 'Save draft')}</ActionButton>
          <ActionLink href="#link">{say(words, '看全部材料', 'See all documents')}</ActionLink>
          <ActionButton
            disabledBecause={say(
              words,
              '不能审核自己承办的案件。',
              'You cannot approve a case you prepared.',
            )}
          >
            {say(words, '批准', 'Approve')}
          </ActionButton>
        </Actions>
      </form>
    </Block>
  );
}

function States({ words }: { words: Words }) {
  return (
    <>
      <Block heading={say(words, '没有结果', 'Nothing found')}>
        <EmptyState
          level={3}
          heading={words.t('search.nothing', {
            query: say(words, '“澜江机店”', '"lanjiang jidian"'),
          })}
          near={
            <>
              {words.t('search.near', { count: 2 })} <a href="#o">澜江</a>
            </>
          }
          meaning={words.t('search.nothingMeaning')}
        />
      </Block>
      <Block heading={say(words, '提示', 'Notices')}>
        <div class="sheet-stack">
          <Notice heading={say(words, '按今天所知', 'As known today')}>
            <p>{words.t('page.otherDayHint')}</p>
          </Notice>
          <Notice tone="due" heading={say(words, '今天 24:00 截止', 'Due today at 24:00')}>
            <p>
              {say(words, '可以延长一次，5 个工作日。', 'You can extend once, by 5 working days.')}
            </p>
          </Notice>
          <Notice tone="good" heading={say(words, '核验相符', 'The draw checks out')} />
          <Notice tone="fail" heading={say(words, '核验不符', 'Does not match')}>
            <p>{say(words, '请勿使用这份报告。', 'Do not use this report.')}</p>
          </Notice>
        </div>
      </Block>
    </>
  );
}

function Mistakes({ words }: { words: Words }) {
  const says = say(
    words,
    '第 18 位应为 J，现为 Q。请对照营业执照。',
    'The 18th character should be J; it is Q. Compare the business licence.',
  );
  return (
    <>
      <Block heading={say(words, '填写有误', 'A mistake in a form')}>
        <ErrorSummary words={words} errors={[{ fieldId: 'code', says }]} />
        <Field
          words={words}
          id="code"
          name="code"
          label={say(words, '统一社会信用代码', 'Unified social credit code')}
          hint={say(words, '18 位，在营业执照上', '18 characters, on the business licence')}
          value="91999999MA3K7T2X0Q"
          error={says}
        />
      </Block>
      <Block heading={say(words, '不能办理', 'A refusal')}>
        <Refusal
          words={words}
          heading={say(words, '不能采取这项措施', 'This measure cannot be taken')}
          rule={say(words, '目录里没有这项措施。', 'The catalogue has no such measure.')}
          instead={[
            { href: '#what', label: say(words, '可以采取的措施', 'What may lawfully follow') },
            { href: '#why', label: say(words, '为什么', 'Why') },
          ]}
          reference="7F2-0931"
        />
      </Block>
    </>
  );
}

function Tables({ words }: { words: Words }) {
  return (
    <>
      <Block heading={say(words, '导入报告', 'Import report')} wide>
        <ImportReport
          words={words}
          downloadHref="#csv"
          report={{
            outcome: 'refused',
            rowsRead: 1284,
            recorded: 0,
            known: 12,
            setAside: 3,
            droppedColumns: [
              { column: 'CF_FR_ZJHM', cells: 1284 },
              { column: 'CF_FDDBR', cells: 1 },
            ],
            problemsTotal: 5,
            problems: [
              {
                row: 212,
                column: 'CF_XDR_SHXYM',
                value: '91999999MA3K7T2X0Q',
                says: say(words, '第 18 位校验不符，应为 J', 'The 18th character should be J'),
              },
              {
                row: 640,
                column: 'CF_GSJZQ',
                value: '',
                says: say(words, '没有公示截止期', 'The publication end is missing'),
              },
            ],
          }}
        />
      </Block>
      <Block heading={say(words, '表格', 'Table')} wide>
        <DataTable
          caption={say(words, '逾期账款', 'Late payments')}
          columns={[
            { key: 'contract', label: say(words, '合同', 'Contract'), heads: true },
            { key: 'due', label: say(words, '应付日', 'Due') },
            { key: 'amount', label: say(words, '金额', 'Amount'), align: 'end' },
          ]}
          rows={[
            {
              contract: 'WLSW-2026-041',
              due: <Day words={words} on={day('2026-09-07')} />,
              amount: words.money({ amount: 18_640_000, currency: 'CNY' }),
            },
            {
              contract: 'WLSW-2026-057',
              due: <Day words={words} on={day('2026-10-10')} />,
              amount: words.money({ amount: 689_680, currency: 'CNY' }),
            },
          ]}
          foot={{
            contract: say(words, '2 份合同', '2 contracts'),
            amount: words.money({ amount: 19_329_680, currency: 'CNY' }),
          }}
        />
      </Block>
    </>
  );
}
