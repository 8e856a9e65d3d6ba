import type { CardOf } from '../card/card-kinds.ts';
import type { SchemaColumn } from '../card/schema-card.ts';
import { checkCode, columnOf, type Tell } from './check-conditions.ts';
import { canHold } from '../language/can-hold.ts';
import { checkExpression } from '../language/check-expression.ts';
import { itemWorld } from '../world/item-world.ts';
import type { CardPlace, Check, Draft, Report } from './draft.ts';
import { reportFault } from './report-fault.ts';
import { worldOfDraft } from './world-of-draft.ts';

/** Lists name what exists: classes, kinds, measures for their subjects, conditions over their records. */
export const checkLists: Check = (draft, report) => {
  for (const [id, list] of draft.cards.list) {
    const tell: Tell = (path, complaint) => {
      report({ kind: 'list', id, path }, complaint);
    };
    checkTrigger(draft, list, tell);
    checkWhen(draft, { id, list }, report);
    checkMeasuresOf(draft, list, tell);
    if (list.onLate !== 'mark' && list.onLateGround === undefined) {
      tell(['on-late'], {
        code: 'key-missing',
        message: 'on-late-ground is missing: what lets a late answer suspend (N6)?',
        accepted: 'operator_policy | {source, at}',
      });
    }
  }
};

function checkTrigger(draft: Draft, list: CardOf<'list'>, tell: Tell): void {
  const { trigger } = list;
  const severities = draft.edition.severities.map(({ code }) => code);
  if (trigger.gravity !== undefined && !severities.includes(trigger.gravity)) {
    tell(['trigger', 'gravity'], {
      code: 'code-unknown',
      message: `${trigger.gravity} is not a severity class of the edition.`,
      found: trigger.gravity,
      accepted: severities.join(', '),
    });
  }
  const item = draft.cards.item.get(trigger.item);
  const schema = item === undefined ? undefined : draft.cards.schema.get(item.fields);
  if (schema === undefined) return;
  checkDomains(columnOf(schema, 'domain'), trigger.domains, tell);
  if (trigger.kinds === undefined) return;
  const column = columnOf(schema, 'kinds');
  if (column === undefined) {
    tell(['trigger', 'kinds'], {
      code: 'field-unknown',
      message: `Records of ${trigger.item} have no kinds.`,
      repair: 'Remove kinds.',
    });
    return;
  }
  trigger.kinds.any.forEach((code, index) => {
    checkCode(column, code, ['trigger', 'kinds', 'any', index], tell);
  });
}

/** A domain that no record can state would make a list that nothing ever leads to. */
function checkDomains(
  column: SchemaColumn | undefined,
  domains: readonly string[],
  tell: Tell,
): void {
  if (column === undefined) return;
  domains.forEach((code, index) => {
    checkCode(column, code, ['trigger', 'domains', index], tell);
  });
}

/** The further condition of a list is sound over the records it is about, and some record can meet it. */
function checkWhen(
  draft: Draft,
  { id, list }: { readonly id: string; readonly list: CardOf<'list'> },
  report: Report,
): void {
  const { when } = list.trigger;
  const item = draft.cards.item.get(list.trigger.item);
  const schema = item === undefined ? undefined : draft.cards.schema.get(item.fields);
  if (when === undefined || item === undefined || schema === undefined) return;
  const { currency } = draft.edition;
  const { values } = worldOfDraft(draft);
  const world = { ...itemWorld(item.item, schema, { currency }), values };
  const place: CardPlace = { kind: 'list', id, path: ['trigger', 'when'] };
  const outcome = checkExpression(when, { world, expected: { kind: 'bool' } });
  if (outcome.kind === 'refused') {
    for (const fault of outcome.faults) reportFault(report, place, fault);
    return;
  }
  if (canHold(outcome.expression, world) !== 'no') return;
  report(place, {
    code: 'row-unreachable',
    message: 'No record can ever meet this condition: it contradicts itself.',
    repair: 'Correct it, or remove the list.',
    alias: 'L13',
  });
}

function checkMeasuresOf(draft: Draft, list: CardOf<'list'>, tell: Tell): void {
  list.effect.measures.forEach((id, index) => {
    const measure = draft.cards.measure.get(id);
    if (measure === undefined) return;
    const untouched = list.subjects.filter((subject) => !measure.subjects.includes(subject));
    if (untouched.length > 0) {
      tell(['effect', 'measures', index], {
        code: 'class-mismatch',
        message: `${id} cannot touch ${untouched.join(', ')}, which the list names.`,
        found: id,
        accepted: `measures for ${list.subjects.join(', ')}`,
      });
    }
  });
}
