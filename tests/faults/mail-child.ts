import { readFileSync, writeFileSync } from 'node:fs';

import type { WaitingMessage } from '@credence/casework';
import { instant } from '@credence/domain';

// By their own files: a whole package takes seconds to load.
import { sendMail } from '../../packages/casework/src/work/send-mail.ts';
import { openCarrier } from '../../packages/exchange/src/mail/open-carrier.ts';

// Hands over the mail that waits in a file, as `credence work` hands over that of a store, and prints
// what it did. It is killed while the server has a mail and the file still says that it waits.
const [path = '', port = '', consent = ''] = process.argv.slice(2);

const waiting = (): readonly WaitingMessage[] =>
  // The test wrote it.
  JSON.parse(readFileSync(path, 'utf8')) as readonly WaitingMessage[];

const report = await sendMail({
  outbox: {
    listDue: () => Promise.resolve(waiting()),
    remove: ({ id }) => {
      writeFileSync(path, JSON.stringify(waiting().filter((each) => each.id !== id)));
      return Promise.resolve();
    },
    postpone: (_, { because }) => Promise.reject(new Error(because)),
  },
  journal: {
    entriesOf: (home) =>
      Promise.resolve([
        {
          ...{ home, id: 'consent', stream: 'service-consent', kind: 'service-consent@1' },
          ...{ seq: 1, position: 1, recordedAt: instant(0), purpose: 'own', basis: [] },
          actor: { official: 'firm', agency: '', role: 'subject' },
          ...{ commitment: '', payload: JSON.parse(consent) as object as never },
        },
      ]),
  },
  register: { agencies: () => Promise.resolve([]) },
  carrier: openCarrier({
    ...{ host: '127.0.0.1', port: Number(port), security: 'none', from: 'register@example.org' },
  }),
  clock: () => instant(Date.parse('2026-06-01T04:00:00Z')),
  zone: 'Asia/Shanghai',
});
console.log(JSON.stringify(report));
