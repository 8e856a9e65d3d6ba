import { z } from 'zod';

import { shape, type Frozen } from './shape.ts';
import { basis, cardId, confidence, day, localised, reviewBy } from './vocabulary.ts';

/** calendars/: official working days; a year that is not listed is not published yet. */
export const calendarCard = shape({
  calendar: cardId.describe('Id of the calendar.'),
  title: localised.describe('What people call it.'),
  'review-by': reviewBy,
  weekend: z.array(z.int().min(1).max(7)).describe('Free weekdays, Monday 1 to Sunday 7.'),
  years: z
    .array(
      shape({
        year: z.int().min(1900).max(2200).describe('Civil year.'),
        rest: z.array(day).describe('Days off.'),
        work: z.array(day).describe('Weekend days that are worked.'),
        basis,
        confidence,
      }).describe('One published year.'),
    )
    .min(1)
    .describe('Published years, in order.'),
}).describe('A calendar of working days.');

/** @see {@link calendarCard} */
export type CalendarCard = Frozen<z.output<typeof calendarCard>>;
