import { describe, expect, it } from 'vitest';

import { day, today } from '../gallery/samples.tsx';
import { words } from '../words/words.ts';
import { ActionButton, ActionLink } from './actions.tsx';
import { DataTable } from './data-table.tsx';
import { FactList, SideBlock } from './facts.tsx';
import { ErrorSummary, Field } from './form.tsx';
import { html, textOf } from './html.test-support.ts';
import { ImportReport, type ImportReportView } from './import-report.tsx';
import { EmptyState, Notice, Refusal } from './notice.tsx';
import { StatusChip } from './status-chip.tsx';
import { DatedTimeline } from './timeline.tsx';

const zh = words('zh');
const en = words('en');

describe('StatusChip', () => {
  it.each([
    ['in-effect', '公示中', 'In effect'],
    ['disputed', '有异议', 'Disputed'],
    ['suspended', '已暂停公示', 'Suspended'],
    ['closed', '已截止', 'Closed'],
    ['valid', '有效', 'Valid'],
    ['open', '可以申请', 'Open'],
    ['matches', '相符', 'Matches'],
    ['mismatch', '核验不符', 'Does not match'],
    ['not-begun', '尚未开始', 'Not yet begun'],
    ['not-available', '不适用', 'Not available'],
  ] as const)('%s has a shape and the word %s / %s', (state, chinese, english) => {
    const markup = html(<StatusChip words={zh} state={state} />);
    expect(textOf(markup)).toBe(chinese);
    expect(markup).toContain('aria-hidden="true"');
    expect(textOf(html(<StatusChip words={en} state={state} />))).toBe(english);
  });

  it('says a deadline in the words it is given', () => {
    const left = en.t('term.chipDue', { count: 1 });
    const chip = (
      <StatusChip words={en} state="due">
        {left}
      </StatusChip>
    );
    expect(textOf(html(chip))).toBe('1 working day left');
  });
});

describe('DatedTimeline', () => {
  const markup = html(
    <DatedTimeline
      words={en}
      day={today}
      today={today}
      rows={[
        {
          label: 'Fine of CNY 20,000',
          note: 'Lifting equipment',
          term: { tone: 'burden', begins: day('2026-08-14'), ends: day('2027-08-14') },
          endNote: 'by itself',
        },
        { label: 'Licence', term: { tone: 'licence', begins: day('2020-01-01'), ends: 'none' } },
        { label: 'Entry', term: { tone: 'burden', begins: day('2026-01-01'), ends: 'by-duty' } },
      ]}
    />,
  );

  it('is an ordered list that reads without its bars', () => {
    expect(markup).toContain('<ol>');
    expect(textOf(markup)).toContain('Fine of CNY 20,000Lifting equipment14 Aug 2027by itself');
    expect(textOf(markup)).toContain('Licenceno end date');
    expect(textOf(markup)).toContain('Entryuntil a duty is done');
  });

  it('hides the axis from voice and explains only the marks it uses', () => {
    expect(markup).toContain('class="timeline-axis" aria-hidden="true"');
    expect(textOf(markup)).toContain('elapsed / to come / endlicences, pledges');
    expect(textOf(markup)).not.toContain('disputed');
  });

  it('does not call another day today', () => {
    const past = <DatedTimeline words={en} day={day('2026-03-03')} today={today} rows={[]} />;
    expect(textOf(html(past))).toContain('That day');
    expect(textOf(html(past))).not.toContain('Today');
  });
});

describe('DataTable', () => {
  const table = (narrow?: true) =>
    html(
      <DataTable
        caption="Late payments"
        columns={[
          { key: 'a', label: 'Contract', heads: true },
          { key: 'b', label: 'Amount', align: 'end' },
        ]}
        rows={[{ a: 'WLSW-2026-041', b: '186,400' }]}
        foot={{ a: '1 contract' }}
        {...(narrow ? { narrow } : {})}
      />,
    );

  it('stays a table to assistive technology when its rows fold', () => {
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell']) {
      expect(table()).toContain(`role="${role}"`);
    }
    expect(table()).toContain('scope="row" role="rowheader" data-k="Contract"');
    expect(table()).toContain('<caption>Late payments</caption>');
  });

  it('keeps its columns when it is narrow', () => {
    expect(table(true)).not.toContain('table-folds');
  });
});

describe('forms', () => {
  it('link each mistake to its field and keep what was typed', () => {
    const says = 'The 18th character should be J; it is Q.';
    const summary = html(<ErrorSummary words={en} errors={[{ fieldId: 'code', says }]} />);
    expect(summary).toContain('role="alert" tabindex="-1" id="errors" autofocus=""');
    expect(summary).toContain('<a href="#code">');
    expect(textOf(summary)).toContain('One entry needs a change');
    const field = html(
      <Field
        words={en}
        id="code"
        name="code"
        label="Code"
        hint="18 characters"
        value="9Q"
        error={says}
      />,
    );
    expect(field).toContain('value="9Q"');
    expect(field).toContain('aria-invalid="true" aria-describedby="code-error code-hint"');
    expect(field).toContain('<label for="code">Code</label>');
  });

  it('say beside a button why it cannot be used', () => {
    const markup = html(
      <ActionButton disabledBecause="You cannot approve a case you prepared.">
        Approve
      </ActionButton>,
    );
    expect(markup).toContain('disabled=""');
    expect(textOf(markup)).toBe('ApproveYou cannot approve a case you prepared.');
    expect(html(<ActionLink href="/x">Look</ActionLink>)).toContain('button-second');
  });
});

describe('Refusal, EmptyState, Notice', () => {
  it('names the rule, the way that is open, and that nothing was saved', () => {
    const refusal = (
      <Refusal
        words={zh}
        heading="不能采取这项措施"
        rule="目录里没有。"
        instead={[{ href: '#m', label: '可以采取的措施' }]}
        reference="7F2-0931"
      />
    );
    expect(textOf(html(refusal))).toBe(
      '不能采取这项措施目录里没有。可以采取的措施没有保存任何内容。编号 7F2-0931',
    );
  });

  it('does not speak of saving where nothing could be saved', () => {
    const refusal = html(<Refusal words={en} heading="x" level={1} rule="y" saves={false} />);
    expect(refusal).toContain('<h1');
    expect(refusal).not.toContain('Nothing was saved');
  });

  it('says what an absence means and what is near', () => {
    const empty = <EmptyState heading="Nothing found." near="Two are close." meaning="Only X." />;
    expect(textOf(html(empty))).toBe('Nothing found.Two are close.Only X.');
    expect(html(<Notice tone="fail" heading="Does not match" />)).toContain('notice-fail');
  });
});

describe('ImportReport', () => {
  const report: ImportReportView = {
    outcome: 'refused',
    rowsRead: 1284,
    recorded: 0,
    known: 0,
    setAside: 3,
    droppedColumns: [{ column: 'CF_FR_ZJHM', cells: 1284 }],
    problems: [{ row: 640, column: 'CF_GSJZQ', value: '', says: '没有公示截止期' }],
    problemsTotal: 4,
  };

  it('says first that nothing was imported, then which rows, then what was never stored', () => {
    const text = textOf(html(<ImportReport words={zh} report={report} />));
    expect(text).toMatch(
      /^没有导入任何一行。读取 1,284 行。发现 4 处问题。整份文件一起成功，或一起退回。/,
    );
    expect(text).toContain('640CF_GSJZQ空没有公示截止期');
    expect(text).toContain('其余 3 处见下载的报告。');
    expect(text).toContain('3 行涉及自然人，已搁置，未保存。');
    expect(text).toContain('已在入口删除，未保存：CF_FR_ZJHM（1,284 个值）。');
  });

  it.each([
    ['accepted', 'All 12 new rows were imported.'],
    ['known-file', 'This file was imported before. Nothing was changed.'],
    ['checked', 'Checked only, nothing was imported.'],
  ] as const)('of a file that was %s begins so', (outcome, first) => {
    const clean = { ...report, outcome, recorded: 12, problems: [], problemsTotal: 0 };
    const markup = html(<ImportReport words={en} report={clean} downloadHref="/r.csv" />);
    expect(textOf(markup).startsWith(first)).toBe(true);
    expect(markup).not.toContain('<table');
    expect(markup).toContain('href="/r.csv"');
  });
});

describe('facts', () => {
  it('keep each label with its value', () => {
    const facts = [{ label: 'Code', value: '4085' }];
    expect(html(<FactList facts={facts} />)).toBe(
      '<dl class="facts"><div><dt>Code</dt><dd>4085</dd></div></dl>',
    );
    expect(html(<SideBlock heading="H">x</SideBlock>)).toContain('<h2>H</h2>');
  });
});
