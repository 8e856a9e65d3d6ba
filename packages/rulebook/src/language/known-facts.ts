import type { Expression } from './tree.ts';

/** How the sets below name an optional field. */
export function factName(of: 'subject' | 'record', name: string): string {
  return `${of}.${name}`;
}

const nothing: ReadonlySet<string> = new Set();

/** The optional fields that are there wherever a condition has come out as `outcome`. */
function learned(condition: Expression, outcome: 'true' | 'false'): ReadonlySet<string> {
  const opposite = outcome === 'true' ? 'false' : 'true';
  switch (condition.op) {
    case 'has':
      return outcome === 'true' ? new Set([factName(condition.of, condition.name)]) : nothing;
    case 'not':
      return learned(condition.of, opposite);
    case 'and':
    case 'or': {
      const parts = condition.parts.map((part) => learned(part, outcome));
      const all = (condition.op === 'and') === (outcome === 'true');
      return parts.reduce((known, part) =>
        all ? new Set([...known, ...part]) : new Set([...known].filter((name) => part.has(name))),
      );
    }
    default:
      return nothing;
  }
}

/** What is known where `condition` has come out as `outcome`, besides what was known before. */
export function knownAfter(
  known: ReadonlySet<string> | 'unsure',
  condition: Expression | undefined,
  outcome: 'true' | 'false',
): ReadonlySet<string> | 'unsure' {
  if (known === 'unsure' || condition === undefined) return 'unsure';
  const more = learned(condition, outcome);
  return more.size === 0 ? known : new Set([...known, ...more]);
}
