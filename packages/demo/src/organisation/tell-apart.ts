import type { NamedForm } from './company-names.ts';

const DRAWS_MAX = 6;
const numerals = ['', '', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A name nobody has: drawn again a few times, then told apart by a number as registers do. */
export function drawFreshName(taken: ReadonlySet<string>, draw: () => NamedForm): NamedForm {
  let named = draw();
  for (let left = DRAWS_MAX; left > 0 && taken.has(named.name); left -= 1) named = draw();
  const { name } = named;
  for (let number = 2; taken.has(named.name); number += 1) {
    named = { ...named, name: numberName(name, number, named.ending) };
  }
  return named;
}

/** 望澜市白塔县仓前第二小学; where no kind of body ends the name, 望澜市某某商行（二店）. */
function numberName(name: string, number: number, ending = ''): string {
  const numeral = numerals[number] ?? String(number);
  if (ending === '') return `${name}（${numeral}店）`;
  return `${name.slice(0, -ending.length)}第${numeral}${ending}`;
}
