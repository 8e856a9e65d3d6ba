import type {
  DistrictsView,
  ReportCardsView,
  ReportCardView,
  ReportFigure,
} from '@credence/casework';
import { localise, shareTenths, type Language } from '@credence/domain';

import { csvText, type CsvCell } from '../page/csv-text.ts';
import { cardWords } from '../words/report-card/cards.ts';
import { figureWords } from '../words/report-card/figures.ts';
import { officeId } from './report-card-page.tsx';

const head = [
  ...['office', 'name', 'district', 'from', 'until', 'figure', 'title', 'form'],
  ...['whole', 'least', 'most', 'least_percent', 'most_percent', 'value', 'counts', 'leaves_out'],
];

type Row = readonly CsvCell[];

/** One line for each figure of an office, with its definition. A withheld value is an empty cell. */
export function cardCsv(
  { office, figures = [], time }: Pick<ReportCardView, 'office' | 'figures' | 'time'>,
  language: Language,
): string {
  return csvText([head, ...rowsOf({ office, figures, time }, language)]);
}

export function cardsCsv({ lines, time }: ReportCardsView, language: Language): string {
  return csvText([head, ...lines.flatMap((line) => rowsOf({ ...line, time }, language))]);
}

export function districtsCsv({ districts, time }: DistrictsView, language: Language): string {
  const none = cardWords(language).districtNone;
  return csvText([
    head,
    ...districts.flatMap(({ district = none, figures }) =>
      figures.map((figure) => [
        ...['', '', district, time.from, time.until],
        ...figureCells(figure, language),
      ]),
    ),
  ]);
}

function rowsOf(
  given: Pick<ReportCardView, 'office' | 'time'> & { readonly figures: readonly ReportFigure[] },
  language: Language,
): readonly Row[] {
  const { office, figures, time } = given;
  const name = localise(office.name, language).text;
  return figures.map((figure) => [
    ...[officeId(office), name, office.district, time.from, time.until],
    ...figureCells(figure, language),
  ]);
}

function figureCells(figure: ReportFigure, language: Language): Row {
  const { title, counts, leavesOut } = figureWords(language, figure.id);
  const share = figure.form === 'share' ? figure.share : null;
  const tenths = share === null ? undefined : shareTenths(share);
  const value =
    figure.form === 'count' ? figure.count : figure.form === 'days' ? figure.days : undefined;
  return [
    ...[figure.id, title, figure.form],
    ...[share?.whole, share?.least, share?.most],
    ...[tenths === undefined ? undefined : tenths.least / 10],
    ...[tenths === undefined ? undefined : tenths.most / 10],
    ...[value ?? undefined, counts, leavesOut],
  ];
}
