import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScalar, parseDocument } from 'yaml';

import { readYaml } from './read-yaml.ts';
import { scalarOffset } from './scalar-offset.ts';

/** What stands in the file at the place that a part of the text is found at. */
function pointedAt(yaml: string, part: string): string {
  const document = parseDocument(yaml);
  const node: unknown = document.getIn(['when'], true);
  if (!isScalar(node) || typeof node.value !== 'string') throw new Error('No text.');
  const [start = 0, end = 0] = node.range ?? [];
  const offset = node.value.indexOf(part);
  if (offset < 0) throw new Error(`${part} is not in ${node.value}.`);
  const at = start + scalarOffset(yaml.slice(start, end), node.value, offset);
  return yaml.slice(at, at + part.length);
}

describe('scalarOffset', () => {
  it.each([
    ['plain', 'when: r.days > 3 && r.fine == typo\n'],
    ['plain, over lines', 'when: r.days > 3\n  && r.fine\n  == typo\n'],
    ['in double quotes', 'when: "r.days > 3 && r.fine == typo"\n'],
    ['with escaped quotes', 'when: "r.fine >= money(\\"CNY 5.00\\") && typo"\n'],
    ['with escaped characters', 'when: "\\u0072.days \\x3e 3 \\t&& typo"\n'],
    ['over lines in double quotes', 'when: "r.days > 3\n    && typo"\n'],
    ['with a broken line in double quotes', 'when: "r.days > 3 \\\n    && typo"\n'],
    ['in single quotes', "when: 'r.days > money(''CNY 5.00'') && typo'\n"],
    ['folded', 'when: >-\n  r.days > 3\n  && typo\n'],
    ['literal', 'when: |\n  r.days > 3\n  && typo\n'],
    ['with marks of indentation', 'when: >2-\n    r.days > 3\n    && typo\n'],
    ['in a flow map', '{when: r.days > 3 && typo, then: x}\n'],
  ])('finds a place in a text that is written %s', (_, yaml) => {
    expect(pointedAt(yaml, 'typo')).toBe('typo');
    expect(pointedAt(yaml, '&&')).toBe('&&');
  });

  it('finds every word of any text, however it is written', () => {
    const words = fc.array(fc.constantFrom('r.x', '&&', "'a'", 'b\\c', '"q"', '>=', '3', 'é'), {
      minLength: 1,
      maxLength: 12,
    });
    const styles = fc.constantFrom('double', 'single', 'folded', 'literal');
    fc.assert(
      fc.property(words, styles, (list, style) => {
        const parts = list.map((word, index) => `${word}${String(index)}`);
        const yaml = written(parts, style);
        for (const part of parts) {
          const own = style === 'double' ? JSON.stringify(part).slice(1, -1) : part;
          const shown = style === 'single' ? own.replaceAll("'", "''") : own;
          expect(pointedAt(yaml, part)).toBe(shown.slice(0, part.length));
        }
      }),
      { numRuns: 100 },
    );
  });
});

function written(parts: readonly string[], style: string): string {
  if (style === 'double') return `when: ${JSON.stringify(parts.join(' '))}\n`;
  if (style === 'single') return `when: '${parts.join(' ').replaceAll("'", "''")}'\n`;
  return `when: ${style === 'folded' ? '>-' : '|'}\n${parts.map((part) => `  ${part}\n`).join('')}`;
}

describe('readYaml', () => {
  it('gives the line and column of a place inside a text', () => {
    const { places } = readYaml('x.yaml', 'rows:\n  - when: "r.a == b &&\n      r.c == d"\n');
    expect(places.value(['rows', 0, 'when'], 0)).toEqual({ line: 2, column: 12 });
    expect(places.value(['rows', 0, 'when'], 'r.a == b && r'.length - 1)).toEqual({
      line: 3,
      column: 7,
    });
    expect(places.value(['rows', 0, 'when'])).toEqual({ line: 2, column: 11 });
  });
});
