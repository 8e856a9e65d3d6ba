import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from '../../packages/store/src/connection/transaction.ts';
import { openPglite } from '../../packages/store/src/connection/pglite.ts';
import { createAdmin } from '../../packages/store/src/admin/admin.ts';
import { createStaging } from '../../packages/store/src/staging/staging.ts';
import {
  batchOf,
  command,
  newUuid,
  newSalt,
  stagedRow,
  fakeProjector,
  testClock,
  importRows,
} from '../support/stores.ts';
const folder = mkdtempSync('/tmp/store-lab/lite-');
const driver = await openPglite({ folder });
let cpu = 0;
const timed = {
  ...driver,
  tidyUp: async () => {
    const t = performance.now();
    await driver.tidyUp();
    console.log('tidy', Math.round(performance.now() - t));
  },
  acquire: async (role: any) => {
    const c = await driver.acquire(role);
    return {
      ...c,
      query: async (sql: string, v: any) => {
        const t = performance.now();
        const r = await c.query(sql, v);
        const d = performance.now() - t;
        stat(sql, d);
        return r;
      },
      exec: async (sql: string) => {
        const t = performance.now();
        await c.exec(sql);
        stat(sql, performance.now() - t);
      },
    } as any;
  },
};
const stats = new Map<string, [number, number]>();
function stat(sql: string, d: number) {
  const k = sql.replace(/\s+/g, ' ').slice(0, 90);
  const s = stats.get(k) ?? [0, 0];
  stats.set(k, [s[0] + 1, s[1] + d]);
}
function dump(label: string) {
  console.log('--', label);
  for (const [k, [n, d]] of [...stats].sort((a, b) => b[1][1] - a[1][1]).slice(0, 10))
    console.log(Math.round(d), 'ms', n, k);
  stats.clear();
}
const connection = createConnection(timed as any);
const clock = testClock();
const parts = { projector: fakeProjector, clock, uuid: newUuid, salt: newSalt };
const admin = createAdmin(connection, parts, 1);
await admin.migrate();
const staging = createStaging(connection, parts);
const home = newUuid();
const n = Number(process.argv[2]);
for (const file of ['registration', 'penalties']) {
  const rows = Array.from({ length: n }, (_, i) =>
    stagedRow(i + 2, {
      code: `code-${i}`,
      key: `${file}-${i}`,
      hash: 'h',
      name: `望澜市青禾${i}号贸易`,
      registered: file === 'registration',
      visibleUntil: '2027-01-01',
      text: 'x'.repeat(300),
    }),
  );
  stats.clear();
  await importRows({ staging } as any, rows, { home, hash: file });
  dump(file);
}
await admin.rebuild();
dump('rebuild');
await connection.close();
rmSync(folder, { recursive: true });
