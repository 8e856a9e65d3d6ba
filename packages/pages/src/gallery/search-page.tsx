import { axisFor } from '../components/axis.ts';
import { KeyValues, SideBlock } from '../components/facts.tsx';
import { PageHeading } from '../components/heading.tsx';
import { Page } from '../components/page.tsx';
import { Pagination } from '../components/pagination.tsx';
import { SearchBox, SearchFound, SearchResult, SearchResults } from '../components/search.tsx';
import { Day } from '../components/text.tsx';
import type { Words } from '../words/words.ts';
import { day, frame, longName, makerCode, makerName, say, today } from './samples.tsx';

/** Search results: a company with records, a long name, no record, another reading. */
export function SearchPage({ words, stylesheetHref }: { words: Words; stylesheetHref: string }) {
  const address = `${words.language === 'zh' ? '' : '/en'}/search?q=%E6%BE%9C%E6%B1%9F`;
  return (
    <Page
      {...frame(words, { address, stylesheetHref })}
      title={words.t('search.heading')}
      heading={<PageHeading title={words.t('search.heading')} />}
      side={<Explanations words={words} />}
    >
      <SearchBox words={words} action="/search" value="澜江" />
      <SearchFound words={words} total={12843} comparedHref="#compare" />
      <Results words={words} />
      <Pagination
        words={words}
        page={2}
        pageSize={4}
        total={12843}
        hrefOf={(page) => `?p=${page}`}
      />
    </Page>
  );
}

function Results({ words }: { words: Words }) {
  const axis = axisFor(today, [day('2029-07-06')]);
  return (
    <SearchResults>
      <SearchResult
        words={words}
        href="/o/1"
        name={makerName}
        match="澜江"
        identifier={makerCode}
        facts={facts(words, '2008-05-16')}
        standing={{
          published: 2,
          disputed: 1,
          firstBegin: day('2026-07-06'),
          lastEnd: day('2029-07-06'),
        }}
        axis={axis}
        day={today}
      />
      <SearchResult
        words={words}
        href="/o/2"
        name={longName}
        match="澜江"
        identifier={{ scheme: 'uscc', value: '93999999MA9Q41LEX3' }}
        facts={facts(words, '2019-09-02')}
        standing={{ published: 0 }}
        axis={axis}
        day={today}
      />
      <SearchResult
        words={words}
        href="/o/3"
        name="Lanjiang Trading (Wanglan) Company Limited"
        secondName="澜江机电（望澜）贸易有限公司"
        identifier={{ scheme: 'uscc', value: '91999999MA7D0R5H6M' }}
        facts={facts(words, '2015-01-20')}
        because={words.t('search.byPinyin')}
        standing={{ published: 0 }}
        axis={axis}
        day={today}
      />
      <SearchResult
        words={words}
        href="/o/4"
        identifier={{ scheme: 'local', value: '4085' }}
        facts={[say(words, '企业', 'Company')]}
        because={words.t('search.byCode')}
        standing={{
          published: 1,
          firstBegin: day('2026-01-15'),
          lastEnd: day('2027-01-15'),
        }}
        axis={axis}
        day={today}
      />
    </SearchResults>
  );
}

function facts(words: Words, registeredOn: string) {
  return [
    say(words, '企业', 'Company'),
    words.rich('subject.registeredOn', { on: <Day words={words} on={day(registeredOn)} /> }),
    say(words, '临港区', 'Lingang District'),
  ];
}

function Explanations({ words }: { words: Words }) {
  return (
    <>
      <SideBlock heading={words.t('search.coveredHeading')}>
        <p>{words.t('search.covered', { count: 184206 })}</p>
      </SideBlock>
      <SideBlock heading={words.t('search.noRecordHeading')}>
        <p>{words.t('search.noRecordMeaning')}</p>
      </SideBlock>
      <SideBlock heading={words.t('search.noPeopleHeading')}>
        <p>{words.t('search.noPeople')}</p>
      </SideBlock>
      <SideBlock heading={words.t('subject.isThisIt')}>
        <KeyValues
          facts={[
            {
              label: words.t('subject.formerName'),
              value: <span lang="zh-Hans">望澜澜江电机厂</span>,
            },
          ]}
        />
      </SideBlock>
    </>
  );
}
