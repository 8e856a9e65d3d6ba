import { operations } from '@credence/casework';
import { expect } from 'vitest';

import { answerOf, granted } from './answers.ts';
import type { Prepared, Waiting } from './guard.ts';

/** Every way to a subject: routes with their method, operations of policies and of the API. */
export function doorsTo({ words }: Waiting, world: Prepared): readonly string[] {
  const routes = world.portal.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  return [...new Set([...routes, ...operations])].filter((door) => words.test(door));
}

/**
 * Nothing leads there: no route, no operation, no table and no column. As soon as something does, the
 * attack that waits is sent to it, and the guard has to say yes to nothing.
 */
export async function expectClosed(world: Prepared, waiting: Waiting): Promise<void> {
  const doors = doorsTo(waiting, world);
  const documented = await (await world.get('/api/v1/openapi.json')).text();
  const paths = Object.keys((JSON.parse(documented) as { readonly paths: object }).paths);
  const columns = await world.look(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'credence'`,
  );
  const held = columns.map(({ name }) => String(name).replaceAll('_', ' '));
  expect(paths.filter((path) => waiting.words.test(path))).toEqual([]);
  for (const door of doors.filter((each) => each.startsWith('POST '))) {
    const path = door.slice('POST '.length).replaceAll(/:[^/]+/g, 'any');
    expect(
      await answerOf(await world.post(path, Object.entries(waiting.form), 'strongest')),
      door,
    ).not.toBe(granted);
  }
  expect([...doors, ...held.filter((name) => waiting.words.test(name))], builtNow).toEqual([]);
}

const builtNow =
  'This is built now: give the guard attacks of its own, each with what is granted without it';
