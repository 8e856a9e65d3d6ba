import type { InheritedView, LifeEventView, LifePartyView, LifeView } from '@credence/casework';
import type { z } from '@hono/zod-openapi';

import { subjectPath } from '../request/paths.ts';
import type * as schema from './schema.ts';
import { toBasis, toRecord } from './to-answer.ts';

type Answer = z.infer<typeof schema.subjectAnswer>;
type Life = NonNullable<Answer['life']>;
type Inherited = NonNullable<Answer['inherited']>[number];

/** Only what the schema names leaves. */
export function toLife(life: LifeView, edition: string): Life {
  const { status, since, until } = life;
  return {
    status,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    names: life.names.map((each) => ({ ...each })),
    codes: life.codes.map((each) => ({ ...each })),
    events: life.events.map((event) => toEvent(event, edition)),
  };
}

function toEvent(given: LifeEventView, edition: string): Life['events'][number] {
  const { id, event, effectiveOn, until, form, before, after, document, authority } = given;
  const { predecessor, disputedSince } = given;
  return {
    ...{ id, event, effectiveOn, authority },
    ...(until === undefined ? {} : { until }),
    ...(form === undefined ? {} : { form }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(document === undefined ? {} : { document }),
    ...(predecessor === undefined ? {} : { predecessor: toParty(predecessor) }),
    successors: given.successors.map(toParty),
    goes: given.goes.map(({ what, goes, basis }) => ({
      ...{ what, goes },
      basis: basis.map((each) => toBasis(each, edition)),
    })),
    basis: given.basis.map((each) => toBasis(each, edition)),
    ...(disputedSince === undefined ? {} : { disputedSince }),
  };
}

export function toInherited(given: InheritedView, edition: string): Inherited {
  const { predecessor, eventId, since, basis, records } = given;
  return {
    predecessor: toParty(predecessor),
    ...{ event: eventId, since },
    basis: basis.map((each) => toBasis(each, edition)),
    records: records.map((record) => toRecord(record, predecessor.id ?? '', edition)),
  };
}

function toParty({ id, name, code }: LifePartyView) {
  return {
    name,
    ...(code === undefined ? {} : { code }),
    ...(id === undefined ? {} : { url: subjectPath(id) }),
  };
}
