import { describe, expect, it } from 'vitest';

import { shippedPolicies } from './access.test-support.ts';
import { createAccess, type PolicyText } from './create-access.ts';
import { operations } from './operation.ts';

/** The shipped policies with one file changed. */
function changed(name: string, change: (text: string) => string): PolicyText {
  const { schema, files } = shippedPolicies();
  const text = files.get(name) ?? '';
  return { schema, files: new Map([...files, [name, change(text)]]) };
}

describe('the policies as they are shipped', () => {
  it('open', () => {
    expect(() => createAccess(shippedPolicies())).not.toThrow();
  });
});

describe('policies are refused at start', () => {
  it.each([
    ['when one does not parse', 'files.cedar', (text: string) => `${text} permit (`],
    [
      'when one names something the schema has not',
      'files.cedar',
      (text: string) => text.replaceAll('resource.owner', 'resource.holder'),
    ],
    [
      'when one names an operation the schema has not',
      'matters.cedar',
      (text: string) => text.replace('"matter.read"', '"matter.peek"'),
    ],
    [
      'when one can never apply, which is a warning only',
      'files.cedar',
      (text: string) => text.replace('context.purpose == "reuse"', 'false'),
    ],
    ['when one has no id', 'files.cedar', (text: string) => text.replace(/@id\("[^"]+"\)/, '')],
    [
      'when one has no basis',
      'files.cedar',
      (text: string) => text.replace(/@basis\("[^"]+"\)/, ''),
    ],
    [
      'when a basis is no article',
      'files.cedar',
      (text: string) => text.replace(/@basis\("[^"]+"\)/, '@basis("common sense")'),
    ],
    [
      'when two have one id',
      'files.cedar',
      (text: string) => text.replace('@id("bulk.acknowledge-own")', '@id("bulk.adverse-with-key")'),
    ],
  ])('%s', (_, file, change) => {
    expect(() => createAccess(changed(file, change))).toThrow(/policies are refused/);
  });

  it.each(operations)('when no policy names %s', (operation) => {
    const { schema, files } = shippedPolicies();
    const without = new Map(
      [...files].map(([name, text]) => [name, text.replaceAll(`"${operation}"`, '"matter.read"')]),
    );
    const renamed = operation === 'matter.read' ? new Map() : without;
    expect(() => createAccess({ schema, files: renamed })).toThrow(`no policy names ${operation}`);
  });
});

describe('a decision that cannot be made', () => {
  const official = {
    kind: 'official',
    account: 'a',
    name: 'n',
    agency: 'x',
    roles: ['data_officer'],
  } as const;

  it('is a refusal: an unknown purpose', () => {
    const denials: unknown[] = [];
    const access = createAccess(shippedPolicies(), (denial) => denials.push(denial));
    const resource = { kind: 'batch', agency: 'x' } as const;
    expect(access.decide(official, 'intake.read', resource, 'curiosity' as never).kind).toBe(
      'refused',
    );
    // What a caller wrote is not repeated in a log.
    expect(JSON.stringify(denials)).not.toContain('curiosity');
  });

  it('is a refusal: a principal that the engine cannot read', () => {
    const denials: { readonly why: string }[] = [];
    const access = createAccess(shippedPolicies(), (denial) => denials.push(denial));
    const broken = { ...official, agency: 5 } as never;
    const resource = { kind: 'batch', agency: 'x' } as const;
    expect(access.decide(broken, 'intake.read', resource, 'intake').kind).toBe('refused');
    expect(denials).toMatchObject([{ why: 'fault' }]);
  });
});
