import { form } from './form.ts';
import { intake } from './intake.ts';
import { law } from './law.ts';
import { page } from './page.ts';
import { record } from './record.ts';
import { search } from './search.ts';
import { subject } from './subject.ts';
import { term } from './term.ts';
import { way } from './way.ts';

export const zh = { form, intake, law, page, record, search, subject, term, way } as const;
