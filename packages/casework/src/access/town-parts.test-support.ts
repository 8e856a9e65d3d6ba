import type { CivilDate } from '@credence/domain';

import type { FakeStore } from '../fake-ports.test-support.ts';
import { createRulebookLoader } from '../promulgate/load-rulebook.ts';
import { portsOf } from '../town.test-support.ts';
import type { AccessParts } from './access-parts.ts';

/** The parts of the use cases about access, over a fake store. */
export function town(store: FakeStore, today: CivilDate): AccessParts {
  const ports = portsOf(store);
  return { ...ports, loader: createRulebookLoader(ports), today };
}
