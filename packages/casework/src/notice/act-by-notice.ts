import { jsonOf, problem, type JsonValue, type Problem } from '@credence/domain';

import { createCases } from '../case/desk/create-cases.ts';
import type { CaseParts } from '../case/desk/open-desk.ts';
import { holdsPersonData } from '../intake/person-scan.ts';
import { planOf } from '../own/door-routes.ts';
import { findTwin, findUnusable, longestText, toLodged } from '../own/lodge.ts';
import { findNotice } from './find-notice.ts';
import type { NoticeCasework } from './notice.ts';
import { doorsOf } from './view-notice.ts';

/** @see {@link NoticeCasework.actByNotice} */
export async function actByNotice(
  parts: CaseParts,
  ...[key, step]: Parameters<NoticeCasework['actByNotice']>
): ReturnType<NoticeCasework['actByNotice']> {
  const opened = await findNotice(parts, key);
  if (opened.kind === 'refused') return { kind: 'refused', problems: [opened.problem] };
  const { holder: principal } = opened;
  const unusable = unusableIn(step.content, 'text');
  if (unusable.length > 0) return { kind: 'refused', problems: unusable };
  const { act, content, seen, caseId = principal.caseId } = step;
  return createCases(parts).actInCase({
    ...{ principal, caseId, act, content },
    ...(seen === undefined ? {} : { seen }),
  });
}

/** What nobody writes down, whatever form it stands in. */
function unusableIn(content: JsonValue, field: string): readonly Problem[] {
  if (typeof content === 'string') {
    if (content.length > longestText) {
      const accepted = `1-${String(longestText)}`;
      return [problem('case-nothing-said', { field, value: content.length, accepted })];
    }
    return holdsPersonData(content) ? [problem('case-person-number', { field })] : [];
  }
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]) =>
    unusableIn(value, Array.isArray(content) ? field : name),
  );
}

/** @see {@link NoticeCasework.lodgeByNotice} */
export async function lodgeByNotice(
  parts: CaseParts,
  ...[key, { choice, points }]: Parameters<NoticeCasework['lodgeByNotice']>
): ReturnType<NoticeCasework['lodgeByNotice']> {
  const unusable = findUnusable({ choice, points });
  if (unusable.length > 0) return { kind: 'refused', problems: unusable };
  const opened = await findNotice(parts, key);
  if (opened.kind === 'refused') return { kind: 'refused', problems: [opened.problem] };
  const { holder: principal } = opened;
  const plan = planOf(await doorsOf(parts, opened), choice, points);
  if (plan.kind === 'refused') return { kind: 'refused', problems: [plan.problem] };
  const { desks, matter } = plan.opened;
  const { home, as, name, account } = principal;
  const twin = findTwin(opened, plan.opened, { as, account });
  if (twin !== undefined) return twin;
  return toLodged(
    await createCases(parts).openCase({
      ...{ principal, subject: { by: 'id', id: home }, seat: { home, as, name } },
      content: jsonOf({ desks, matter }),
    }),
  );
}
