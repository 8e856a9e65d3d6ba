import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openSourceFile } from '@credence/exchange';
import { commitmentOf } from '@credence/proof';

import type { System } from '../../packages/cli/src/system.ts';
import { codeOf } from '../support/city-files.ts';
import { newSalt, newUuid } from '../support/stores.ts';
import { market } from '../support/world.ts';
import { firstDay, type GuardWorld } from './world.ts';

/** What files bring into the register, and where it is then. */
export function openFiles(
  system: System,
  { root, look }: { readonly root: string } & Pick<GuardWorld, 'look'>,
): Pick<GuardWorld, 'home' | 'record' | 'import' | 'annul'> {
  const files = { count: 0 };
  const world: Pick<GuardWorld, 'home' | 'record' | 'import' | 'annul'> = {
    home: async (of) => {
      const home = await system.store.register.findByIdentifier({
        ...{ scheme: 'uscc', value: codeOf(of) },
      });
      if (home === undefined) throw new Error(`There is no organisation ${String(of)}.`);
      return home;
    },
    record: async (of, number) => {
      const home = await world.home(of);
      const [row] = await look(
        `select k.record_id from credence.record_key k join credence.journal_entry e
            on e.home = k.home and e.stream = k.record_id and e.seq = 1
          join credence.journal_payload p on p.home = e.home and p.entry_id = e.id
          where k.home = '${home}' and k.item = 'administrative_penalty'
            and p.payload::text like '%${number ?? ''}%' order by e.position`,
      );
      if (row === undefined) throw new Error(`Organisation ${String(of)} has no record.`);
      return String(row['record_id']);
    },
    import: async (item, text) => {
      files.count += 1;
      const path = join(root, `${item}-${String(files.count)}.csv`);
      writeFileSync(path, text);
      const opened = await openSourceFile(path);
      if (opened.kind === 'refused') throw new Error(opened.problem);
      const actor = { official: 'data officer', agency: market, role: 'data_officer' };
      const order = { file: opened.file, item, source: market, actor };
      const outcome = await system.casework.importFile(order);
      if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    },
    annul: async (of) => {
      const recordId = await world.record(of);
      const payload = { recordId, on: firstDay, because: 'annulled' };
      const salt = newSalt();
      const entry = { id: newUuid(), home: await world.home(of), stream: recordId, salt, payload };
      const actor = { official: 'data officer', agency: market, role: 'data_officer' };
      await system.store.journal.record({ actor, purpose: 'correction', basis: [] }, [
        { ...entry, kind: 'record-ended@1', commitment: commitmentOf(salt, payload) },
      ]);
    },
  };
  return world;
}
