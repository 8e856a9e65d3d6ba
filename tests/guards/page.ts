import type { Guard } from './guard.ts';

const found: Readonly<Record<Guard['attacks'][number]['trace'], string>> = {
  denied: 'log: `denied`, by policy',
  conditions: 'log: `denied`, with the codes of what is not met',
  request: 'log: line of the request',
  alarm: 'log: `read budget spent`, and an entry',
  report: 'report of the batch, in the journal',
  server: 'log of the database server',
  answer: 'the answer, which withholds it',
};

/** docs/guards.md, made from the table that the suite runs. */
export function guardsPage(guards: Readonly<Record<string, Guard>>): string {
  const rows = Object.entries(guards).flatMap(([id, { title, attacks, waits }]) => {
    const name = `**${id}** ${title}`;
    const tried = attacks.map(({ says, by, refusal, trace }, at) =>
      [at === 0 ? name : '', says, by, `\`${refusal}\``, found[trace]].join(' | '),
    );
    if (waits === undefined) return tried;
    return [
      ...tried,
      [name, waits.says, 'waits', 'not built: no way leads there', '–'].join(' | '),
    ];
  });
  return [
    ...intro,
    '| Guard | What is tried | Door | What says no | Where it is found |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

const intro: readonly string[] = [
  '# Guards at run time',
  '',
  'Every guard of the rulebook holds twice: when a rule is checked, and again while the register runs, which does not trust the',
  'first. This table is what `tests/guards` really tries, with the strongest hand there is at each door: all offices of an authority in',
  'one account, the system of an authority, the login of the application in the database. Each attack is refused and found in a log,',
  'and the same request without what is wrong about it is granted at once, so that nothing is refused for another reason. The file is',
  'made from the suite; a guard without an attack fails it, and one whose subject is not built waits until a way leads there.',
  '',
  'Whoever gets hold of the application’s own login in the database can change no entry and remove none. He can read what is closed',
  'without a trace in the register, as he could any database that he owns the login of; the server’s own log has it. He can add entries and',
  'change projections: a projection that the journal does not yield is found by `credence rebuild`; an added entry is not found until',
  'there is a transparency log. The counter of positions he reads and does not set: one step of the owner’s moves it, which counts on',
  'from the last entry there is. The moments of entries he cannot set back. Ahead he can, since the database believes the clock of the',
  'process that asks, and the process refuses to write only where its clock and the server’s differ: it ends things early for every',
  'reader, which is seen at once, and prolongs nothing. He can take a lock and keep it, as any login can; a reader of closed data who',
  'waits for his turn longer than three seconds is told to try again, so that the readers of one agency wait and nobody else does.',
  '',
];
