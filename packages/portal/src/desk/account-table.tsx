import type { AccountRow } from '@credence/casework';
import { isBefore } from '@credence/domain';
import { DataTable, Day } from '@credence/pages';

import { CsrfField } from '../access/csrf.tsx';
import type { PortalContext } from '../http/environment.ts';
import { linkTo, type PageContext } from '../page/page-context.ts';
import { accessWords } from '../words/access.ts';
import { doorWords } from '../words/own-door.ts';

/** Accounts or mandates with their days, and a form to end each that holds. */
export function AccountTable(props: {
  readonly c: PortalContext;
  readonly context: PageContext;
  readonly caption: string;
  readonly accounts: readonly AccountRow[];
  /** Where the form to end one goes, and what it says besides which one. */
  readonly end: {
    readonly path: string;
    readonly label: string;
    readonly hidden: Readonly<Record<string, string>>;
  };
}) {
  const { context, accounts, caption } = props;
  const { words } = context;
  const say = accessWords(context.language);
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'name', label: say.name, heads: true },
        { key: 'kind', label: say.kind },
        { key: 'roles', label: say.rolesLabel },
        { key: 'from', label: say.from },
        { key: 'until', label: say.until },
        { key: 'state', label: say.state },
      ]}
      rows={accounts.map((row) => ({
        name: row.name,
        kind: say.kinds[row.kind],
        roles: rolesOf(row, { ...say.roles, ...doorWords(context.language).scopes }),
        from: <Day words={words} on={row.from} />,
        until: row.until === undefined ? say.noEnd : <Day words={words} on={row.until} />,
        state: <AccountState {...props} row={row} />,
      }))}
    />
  );
}

function rolesOf({ roles = [] }: AccountRow, words: Readonly<Record<string, string>>): string {
  return roles.map((role) => words[role] ?? role).join(', ');
}

function AccountState(props: Parameters<typeof AccountTable>[0] & { readonly row: AccountRow }) {
  const { c, context, row, end } = props;
  const say = accessWords(context.language);
  const today = context.clock?.today;
  if (today !== undefined && row.until !== undefined && !isBefore(today, row.until)) {
    return say.stateEnded;
  }
  const begun = today === undefined || !isBefore(today, row.from);
  return (
    <form method="post" action={linkTo(context, end.path)} class="form-row">
      <span>{begun ? say.stateHolds : say.stateNotYet}</span>
      <CsrfField c={c} />
      {Object.entries({ ...end.hidden, account: row.account }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        {say.reason}
        <span class="hidden">: {row.name}</span> <input type="text" name="reason" required />
      </label>
      <button class="link-button" type="submit" aria-label={`${end.label}: ${row.name}`}>
        {end.label}
      </button>
    </form>
  );
}
