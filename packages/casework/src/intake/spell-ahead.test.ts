import { describe, expect, it } from 'vitest';

import { fakeNameKeys } from '../fake-ports.test-support.ts';
import { townLaw } from '../law.test-support.ts';
import { codeOf } from '../town.test-support.ts';
import { matchHeader } from './match-header.ts';
import { indexSchema } from './schema-index.ts';
import { createSpeller } from './spell-ahead.ts';

const { newer: edition } = townLaw();
const schema = edition.schemas.get('penalty');
if (schema === undefined) throw new Error('The town has no penalties.');

const header = ['CF_XDR_MC', 'CF_XDR_LB', 'CF_XDR_SHXYM'];
const { read, fixed } = matchHeader(header, indexSchema(schema));
const table = { table: 0, width: header.length, layout: { read, fixed }, unread: [] };
const row = (...cells: readonly string[]) => ({ row: 1, cells });

/** A speller that tells which names it was asked to spell. */
function watched() {
  const folded: string[] = [];
  const spell = createSpeller(edition, {
    nameKeys: {
      ...fakeNameKeys,
      fold: (name) => {
        folded.push(name);
        return fakeNameKeys.fold(name);
      },
    },
  });
  return { folded, spell };
}

describe('createSpeller', () => {
  const organisation = '法人及非法人组织';

  it('spells the name of a subject where it comes first, as the row is read', () => {
    const { spell } = watched();
    const rows = [
      row(' 望澜商行 ', organisation, codeOf(1)),
      row('望澜商行', organisation, codeOf(1)),
      row('青禾商行', organisation, codeOf(2)),
      row('', organisation, codeOf(3)),
    ];
    const keysOf = (name: string) => ({ name, keys: fakeNameKeys.fold(name) });

    expect(spell(rows, table)).toEqual([keysOf('望澜商行'), keysOf('青禾商行')]);
    expect(spell(rows, table)).toEqual([]);
  });

  it.each([
    ['its class says a person', row('张三', '自然人', codeOf(1))],
    ['its class cannot be read', row('张三', '不详', codeOf(1))],
    ['a number of a person stands for the code', row('张三', organisation, '110101199003078515')],
  ])('looks at no name of a row where %s', (_, about) => {
    const { folded, spell } = watched();

    expect(spell([about], table)).toEqual([]);
    expect(folded).toEqual([]);
  });
});
