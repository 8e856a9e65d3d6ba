import { ActionLink, Actions } from '../components/actions.tsx';
import { KeyValues, SideBlock } from '../components/facts.tsx';
import { PageHeading, Section } from '../components/heading.tsx';
import { Page } from '../components/page.tsx';
import { RecordCard } from '../components/record-card.tsx';
import { Summary } from '../components/summary.tsx';
import { AsGiven, Day, IdentifierText, Name } from '../components/text.tsx';
import { DatedTimeline } from '../components/timeline.tsx';
import type { Words } from '../words/words.ts';
import {
  abnormal,
  day,
  decisionBasis,
  frame,
  makerCode,
  makerName,
  penalty,
  publicationBasis,
  say,
  today,
  ways,
} from './samples.tsx';

/** An organisation with a fine, a disputed entry that ends by a duty, and licences. */
export function OrganisationPage(props: { words: Words; stylesheetHref: string; past?: true }) {
  const { words, stylesheetHref } = props;
  const path = words.language === 'zh' ? '/o/1' : '/en/o/1';
  const address = props.past ? `${path}?day=2026-03-03` : path;
  return (
    <Page
      {...frame(words, { address, stylesheetHref, ...(props.past ? { past: true } : {}) })}
      title={makerName.join('')}
      breadcrumb={[
        { label: words.t('page.organisations'), href: '/' },
        { label: <Name words={words} name={makerName} /> },
      ]}
      heading={
        <PageHeading
          title={<Name words={words} name={makerName} />}
          second={say(words, 'Lanjiang Electromechanical', '澜江机电')}
          facts={[
            <IdentifierText identifier={makerCode} />,
            say(words, '企业，存续', 'Company, active'),
            words.rich('subject.registeredOn', {
              on: <Day words={words} on={day('2008-05-16')} />,
            }),
          ]}
        />
      }
      side={<Side words={words} />}
    >
      <Summary note={words.t('subject.notAGrade')}>
        {say(
          words,
          '今天公示着 2 条记录：行政处罚、经营异常名录，最晚于 2029年7月6日 到期停止公示。',
          'Two records are published today; they end by themselves on 6 Jul 2029 at the latest.',
        )}
      </Summary>
      <Timeline words={words} />
      <Section heading={words.t('subject.publishedRecords')}>
        <Records words={words} />
      </Section>
    </Page>
  );
}

function Timeline({ words }: { words: Words }) {
  return (
    <Section heading={words.t('subject.timeline')}>
      <DatedTimeline
        words={words}
        day={today}
        today={today}
        rows={[
          {
            label: say(words, '罚款 2 万元', 'Fine of CNY 20,000'),
            note: say(words, '特种设备检验', 'Lifting equipment'),
            term: {
              tone: 'burden',
              begins: day('2026-08-14'),
              ends: day('2027-08-14'),
              repairFrom: day('2026-11-14'),
            },
            endNote: words.t('record.bySelf'),
          },
          {
            label: words.language === 'zh' ? abnormal.zh : abnormal.en,
            note: words.t('term.chipDisputed'),
            term: {
              tone: 'burden',
              begins: day('2026-07-06'),
              ends: day('2029-07-06'),
              disputed: true,
            },
            endNote: words.t('record.atTheLatest'),
          },
          {
            label: say(words, '年度报告未公示', 'Annual report missing'),
            note: words.t('term.chipInEffect'),
            endNote: words.rich('record.nextCheck', {
              on: <Day words={words} on={day('2027-01-06')} />,
            }),
            term: {
              tone: 'burden',
              begins: day('2026-07-06'),
              ends: 'by-duty',
              nextCheckOn: day('2027-01-06'),
            },
          },
          {
            label: say(words, '许可 6 项', 'Six licences'),
            note: say(words, '全部有效', 'All valid'),
            term: { tone: 'licence', begins: day('2021-04-01'), ends: day('2029-03-31') },
          },
          {
            label: say(words, '营业执照', 'Business licence'),
            term: { tone: 'licence', begins: day('2008-05-16'), ends: 'none' },
          },
        ]}
      />
    </Section>
  );
}

function Records({ words }: { words: Words }) {
  const links = { why: '#why', wrong: '#wrong', verify: '#verify' };
  return (
    <>
      <RecordCard
        words={words}
        href="/r/1"
        title={<AsGiven words={words} text="使用未经定期检验的起重机械" />}
        kind={penalty}
        document="望市监罚〔2026〕1187号"
        state="in-effect"
        sentence={say(
          words,
          '罚款 20,000 元，已缴清。望澜市市场监督管理局按普通程序决定，严重程度：一般。',
          'Fined CNY 20,000, paid in full. Decided by Wanglan Market Regulation Bureau. Severity: general.',
        )}
        begins={{ on: day('2026-08-14'), from: 'decided' }}
        ends={{ kind: 'on', on: day('2027-08-14'), how: 'by-itself' }}
        earlier={ways}
        bases={[decisionBasis, publicationBasis]}
        statement={{
          on: day('2026-09-03'),
          text: <AsGiven words={words} text="该台设备已于 8 月 21 日检验合格，报告编号已提交。" />,
        }}
        links={links}
      />
      <RecordCard
        words={words}
        href="/r/2"
        title={<AsGiven words={words} text="未按期公示 2025 年度报告" />}
        kind={abnormal}
        document="望市监异列〔2026〕432号"
        state="disputed"
        begins={{ on: day('2026-07-06'), from: 'served' }}
        ends={{
          kind: 'by-duty',
          duty: { zh: '补报 2025 年度报告', en: 'the annual report for 2025 is filed' },
          nextCheckOn: day('2027-01-06'),
        }}
        earlier={[{ kind: 'put-right', state: 'open' }]}
        bases={[{ ...decisionBasis, repealedOn: day('2026-12-01') }]}
        links={links}
      />
    </>
  );
}

function Side({ words }: { words: Words }) {
  return (
    <>
      <SideBlock heading={words.t('subject.isThisIt')}>
        <KeyValues
          facts={[
            {
              label: words.t('subject.address'),
              value: <AsGiven words={words} text="望澜市临港区澄波路 218 号" />,
            },
            {
              label: words.t('subject.formerName'),
              value: <AsGiven words={words} text="望澜澜江电机厂" />,
            },
          ]}
        />
      </SideBlock>
      <Actions>
        <ActionLink href="#report" rank="first">
          {say(words, '下载签名报告', 'Get the signed report')}
        </ActionLink>
        <ActionLink href="#error">{say(words, '报告错误', 'Report an error')}</ActionLink>
      </Actions>
    </>
  );
}
