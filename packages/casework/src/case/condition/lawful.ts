import { containsDay, isBefore, problem, type CivilDate } from '@credence/domain';
import type { Edition } from '@credence/rulebook';

import type { CaseFile, CaseWorld } from '../case.ts';
import { matterOf } from '../fold-case.ts';
import { editionOn, listCardOf, recordOf } from '../law/law-of-case.ts';
import { listed, unknown, type Condition } from './attempt.ts';

/** The list stands in the law of today, is reviewed, and was there when the conduct ended (G12, G15). */
export const ruleInForce: Condition = ({ file, world, today }) => {
  const matter = matterOf(file, 'listing');
  const card = matter?.list ?? file.opened.matter.case;
  const list = listCardOf(file, world, today);
  const holds =
    list !== undefined &&
    containsDay(list.inForce, today) &&
    !isBefore(list.reviewBy, today) &&
    matter?.conductOn !== undefined &&
    !isBefore(matter.conductOn, list.trigger.conduct.from);
  return holds ? undefined : problem('case-no-rule', { day: today, card });
};

/** Every article named stands in a source that is in force; none is none (G12). */
export const basisInForce: Condition = (attempt) => {
  const { file, world, today } = attempt;
  const { matter } = file.opened;
  const { action } = attempt;
  const said = action !== undefined && 'basis' in action ? action.basis : undefined;
  const stated = said ?? ('basis' in matter ? matter.basis : []);
  const edition = editionOn(world, today);
  const holds =
    edition !== undefined &&
    stated.length > 0 &&
    stated.every((each) => isArticleInForce(edition, each, today));
  return holds ? undefined : problem('case-no-basis', { value: listed(stated) });
};

/** Whether an article, written source#article, is law on a day. */
function isArticleInForce(edition: Edition, citation: string, day: CivilDate): boolean {
  const [id = '', article = ''] = citation.split('#');
  const source = edition.sources.get(id);
  return (
    source !== undefined &&
    Object.hasOwn(source.articles, article) &&
    containsDay(source.inForce, day)
  );
}

/** The document it rests on was served, and has neither been annulled nor ended (G09, N5). */
export const effectiveDocument: Condition = ({ file, world, today }) => {
  const { matter } = file.opened;
  const document = 'document' in matter ? matter.document.number : unknown;
  return isInLegalEffect(file, world, today)
    ? undefined
    : problem('case-no-effective-document', { document });
};

function isInLegalEffect(file: CaseFile, world: CaseWorld, today: CivilDate): boolean {
  const id = recordOf(file, world);
  const known = id === undefined ? undefined : world.records.get(id);
  if (known === undefined) return false;
  const { record, endedOn, performedOn } = known;
  if (endedOn !== undefined && !isBefore(today, endedOn)) return false;
  // A duty that has been performed is no ground any more.
  if (performedOn !== undefined && !isBefore(today, performedOn)) return false;
  return record.service.kind !== 'not-shown' && record.sealed !== true;
}
