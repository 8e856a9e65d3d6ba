import type { Child } from 'hono/jsx';

import { ActionLink, Actions, LinkRow } from '../components/actions.tsx';
import { BasisCitation } from '../components/basis.tsx';
import { FactList, KeyValues, SideBlock } from '../components/facts.tsx';
import { PageHeading, Section } from '../components/heading.tsx';
import { Page } from '../components/page.tsx';
import { RecordTerm } from '../components/record-term.tsx';
import { StatusChip } from '../components/status-chip.tsx';
import { Summary } from '../components/summary.tsx';
import {
  AsGiven,
  Day,
  DocumentNumber,
  IdentifierText,
  MoneyText,
  Name,
  TitleText,
} from '../components/text.tsx';
import { WaysOut } from '../components/ways-out.tsx';
import { WhyTree } from '../components/why-tree.tsx';
import type { Words } from '../words/words.ts';
import {
  day,
  decisionBasis,
  frame,
  makerCode,
  makerName,
  penalty,
  reasoning,
  say,
  today,
  ways,
} from './samples.tsx';

/** One record with its term, why it lasts until its day, and every way out. */
export function RecordPage({ words, stylesheetHref }: { words: Words; stylesheetHref: string }) {
  const ends = day('2027-08-14');
  const end = <Day words={words} on={ends} />;
  return (
    <Page
      {...frame(words, { address: words.language === 'zh' ? '/r/1' : '/en/r/1', stylesheetHref })}
      title={say(words, '使用未经定期检验的起重机械', 'Record')}
      breadcrumb={[
        { label: words.t('page.organisations'), href: '/' },
        { label: <Name words={words} name={makerName} />, href: '/o/1' },
        { label: <TitleText words={words} text={penalty} /> },
      ]}
      heading={<Heading words={words} />}
      side={<Side words={words} />}
    >
      <Sentence words={words} end={end} />
      <RecordTerm
        words={words}
        begins={day('2026-08-14')}
        beginsFrom="decided"
        ends={ends}
        day={today}
        repairFrom={day('2026-11-14')}
      />
      <Section
        heading={words.rich('record.whyHeading', { on: end })}
        id="why"
        aside={
          <LinkRow
            links={[
              { href: '#trace', label: words.t('law.downloadTrace') },
              { href: '#again', label: words.t('law.recompute') },
            ]}
          />
        }
      >
        <WhyTree words={words} root={reasoning(words)} />
      </Section>
      <Section heading={words.t('way.heading')}>
        <WaysOut words={words} ways={ways} />
      </Section>
      <Section heading={words.t('record.decision')}>
        <FactList
          facts={[
            {
              label: words.t('record.authority'),
              value: <AsGiven words={words} text="望澜市市场监督管理局" />,
            },
            { label: words.t('record.serviceHeading'), value: words.t('record.serviceStated') },
          ]}
        />
      </Section>
    </Page>
  );
}

function Heading({ words }: { words: Words }) {
  return (
    <PageHeading
      above={[
        <StatusChip words={words} state="in-effect" />,
        <TitleText words={words} text={penalty} />,
      ]}
      title={<AsGiven words={words} text="使用未经定期检验的起重机械" />}
      facts={[
        <DocumentNumber words={words} text="望市监罚〔2026〕1187号" />,
        <Name words={words} name={makerName} />,
        <IdentifierText identifier={makerCode} />,
      ]}
    />
  );
}

function Sentence({ words, end }: { words: Words; end: Child }) {
  const fine = { amount: 2_000_000, currency: 'CNY' };
  return (
    <Summary>
      {words.language === 'zh' ? (
        <>
          企业有一台起重机械未做定期检验就投入使用，被罚款 <MoneyText words={words} money={fine} />
          ，罚款已缴清。这条记录 <b>{end}</b> 到期停止公示；企业现在就可以申请提前结束。
        </>
      ) : (
        <>
          The company used a crane without its periodic inspection and was fined{' '}
          <MoneyText words={words} money={fine} />, paid in full. This record ends by itself on{' '}
          <b>{end}</b>. The company can apply for repair now.
        </>
      )}
    </Summary>
  );
}

function Side({ words }: { words: Words }) {
  return (
    <>
      <SideBlock heading={words.t('record.decision')}>
        <KeyValues
          facts={[
            {
              label: words.t('record.authority'),
              value: <AsGiven words={words} text="望澜市市场监督管理局" />,
            },
            {
              label: words.t('law.basis'),
              value: <BasisCitation words={words} basis={decisionBasis} />,
            },
          ]}
        />
      </SideBlock>
      <Actions>
        <ActionLink href="#wrong">{words.t('record.thisIsWrong')}</ActionLink>
      </Actions>
    </>
  );
}
