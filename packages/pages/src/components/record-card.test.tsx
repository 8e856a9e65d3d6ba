import { describe, expect, it } from 'vitest';

import { day, decisionBasis, penalty, publicationBasis, ways } from '../gallery/samples.tsx';
import { words } from '../words/words.ts';
import { html, textOf } from './html.test-support.ts';
import { RecordCard, TermStrip, type RecordCardProps } from './record-card.tsx';
import { RecordTerm } from './record-term.tsx';

const zh = words('zh');
const en = words('en');

const props: RecordCardProps = {
  words: en,
  href: '/en/r/1',
  title: 'Used lifting equipment without its periodic inspection',
  kind: penalty,
  document: '望市监罚〔2026〕1187号',
  state: 'in-effect',
  begins: { on: day('2026-08-14'), from: 'decided' },
  ends: { kind: 'on', on: day('2027-08-14'), how: 'by-itself' },
  earlier: ways,
  bases: [decisionBasis, publicationBasis],
  links: { why: '#why', wrong: '#wrong' },
};

describe('RecordCard', () => {
  it('cannot be built without its end', () => {
    const { ends, ...endless } = props;
    // @ts-expect-error `ends` is required: a burden is never shown without its end
    const card = () => <RecordCard {...endless} />;
    expect(ends.kind).toBe('on');
    expect(card).toBeTypeOf('function');
  });

  it('shows begin, end and how to end it earlier, the dates in one size', () => {
    const markup = html(<RecordCard {...props} />);
    expect([...markup.matchAll(/<dt>([^<]+)<\/dt>/g)].map(([, term]) => term)).toEqual([
      'Begins',
      'Ends',
      'How to end it earlier',
    ]);
    expect(markup.match(/class="strip-date"/g)).toHaveLength(2);
    expect(textOf(markup)).toContain('Begins14 Aug 2026date of decision');
    expect(textOf(markup)).toContain('Ends14 Aug 2027by itself');
    expect(textOf(markup)).toContain('Repair is open since 14 Nov 2026.');
    expect(textOf(markup)).toContain('Answer within 10 working days.');
  });

  it('says the same in Chinese', () => {
    const text = textOf(html(<RecordCard {...props} words={zh} />));
    expect(text).toContain('开始2026年8月14日决定日');
    expect(text).toContain('结束2027年8月14日到期停止公示');
    expect(text).toContain('2026年11月14日 起可申请修复。10 个工作日内答复。');
    expect(text).toContain('依据《特种设备安全法》第八十四条；公示：《信用修复管理办法》第八条');
  });

  it('names its bases with the mark of what is not confirmed', () => {
    const markup = html(<RecordCard {...props} />);
    expect(textOf(markup)).toContain('Special Equipment Safety Law, art. 84');
    expect(markup).toContain('<span class="confidence">secondary source, to be confirmed</span>');
    expect(markup.match(/class="confidence"/g)).toHaveLength(1);
  });

  it('says when no article is stated and when one is no longer in force', () => {
    expect(textOf(html(<RecordCard {...props} bases={[]} />))).toContain('no article stated');
    const ended = { ...decisionBasis, repealedOn: day('2026-12-01') };
    expect(textOf(html(<RecordCard {...props} bases={[ended]} />))).toContain(
      'no longer in force since 1 Dec 2026; this record is suspended',
    );
  });

  it('carries the words of the subject on the same level', () => {
    const statement = { on: day('2026-09-03'), text: 'The crane passed.' };
    const text = textOf(html(<RecordCard {...props} statement={statement} />));
    expect(text).toContain('Statement of the organisation, 3 Sep 2026');
    expect(text).toContain('The crane passed.');
  });

  it('leads to why, to the correction and, where there is a proof, to it', () => {
    const links = (card: unknown) =>
      [...html(card).matchAll(/<a href="(#\w+)"/g)].map(([, to]) => to);
    expect(links(<RecordCard {...props} bases={[]} earlier={[]} />)).toEqual(['#why', '#wrong']);
    const open = { ...props.links, report: { href: '#report', label: 'Report an error' } };
    expect(links(<RecordCard {...props} bases={[]} earlier={[]} links={open} />)).toEqual([
      '#why',
      '#wrong',
      '#report',
    ]);
    const proven = { ...props.links, verify: '#verify' };
    expect(links(<RecordCard {...props} bases={[]} earlier={[]} links={proven} />)).toContain(
      '#verify',
    );
  });

  it('has a heading of the level it is asked for', () => {
    expect(html(<RecordCard {...props} />)).toContain('<h3>');
    expect(html(<RecordCard {...props} level={2} />)).toContain('<h2>');
  });
});

describe('TermStrip', () => {
  const strip = (ends: RecordCardProps['ends']) =>
    textOf(html(<TermStrip words={en} begins={props.begins} ends={ends} earlier="x" />));

  it('says "at the latest" when the end can come sooner', () => {
    expect(strip({ kind: 'on', on: day('2029-07-06'), how: 'at-the-latest' })).toContain(
      '6 Jul 2029at the latest',
    );
  });

  it('names the duty and the next check in place of a date', () => {
    const duty = { zh: '补报 2025 年度报告', en: 'the report for 2025 is filed' };
    const text = strip({ kind: 'by-duty', duty, nextCheckOn: day('2027-01-06') });
    expect(text).toContain('When the report for 2025 is filed');
    expect(text).toContain('next check on 6 Jan 2027');
  });

  it('says of a licence without an end that none is stated', () => {
    expect(strip({ kind: 'open-ended' })).toContain('no end date stated');
  });
});

describe('RecordTerm', () => {
  const term = (on: string, repairFrom = '2026-11-14') =>
    html(
      <RecordTerm
        words={en}
        begins={day('2026-08-14')}
        beginsFrom="decided"
        ends={day('2027-08-14')}
        day={day(on)}
        repairFrom={day(repairFrom)}
      />,
    );

  it('counts the days left to the end', () => {
    expect(textOf(term('2026-11-20'))).toContain('by itself, in 267 days');
    expect(textOf(term('2027-08-13'))).toContain('by itself, in 1 day');
  });

  it('says whether the shortest period has passed, on its very day too', () => {
    expect(textOf(term('2026-11-13'))).toContain('The shortest period ends then.');
    expect(textOf(term('2026-11-14'))).toContain('The shortest period has passed.');
  });

  it('puts the day of repair under its diamond, to the left of it on the right half', () => {
    expect(term('2026-11-20')).toContain('class="record-term-spacer" width="25.21%"');
    expect(term('2026-11-20', '2027-05-14')).toContain('record-term-repair-right');
  });
});
