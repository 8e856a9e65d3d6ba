import { DataTable, Section } from '@credence/pages';

import type { StatementContext } from './statement.ts';

/** What a statement cannot tell, in plain words; and how anyone makes it again. */
export function ClosingSections({ context }: { readonly context: StatementContext }) {
  const { say, parts, text } = context;
  const { comparison } = parts;
  const hashes = [
    ...parts.fingerprints.map(({ label, sha256 }) => [label, sha256] as const),
    ...Object.entries(comparison.hashes),
  ];
  return (
    <>
      <Section id="limits" heading={say.limits}>
        <ul class="prose">
          {[...comparison.cannotTell.map(text), ...say.limitsAlways].map((limit) => (
            <li>{limit}</li>
          ))}
        </ul>
      </Section>
      <Section id="repeat" heading={say.repeat}>
        <p>{say.repeatLead}</p>
        <pre class="lab-commands" tabindex={0}>
          {parts.command}
        </pre>
        <DataTable
          caption={say.fingerprints}
          columns={[
            { key: 'name', label: say.name, heads: true },
            { key: 'hash', label: say.fingerprint },
          ]}
          rows={hashes.map(([name, hash]) => ({ name, hash: <code class="hash">{hash}</code> }))}
        />
      </Section>
    </>
  );
}
