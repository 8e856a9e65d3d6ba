import type { Language } from '@credence/domain';

import type { Sentence } from './questions.ts';

/**
 * A sentence with its names filled in.
 *
 * @throws RangeError when the sentence names something that was not given (a defect of this package)
 */
export function fillWords(
  sentence: Sentence,
  language: Language,
  names: Readonly<Record<string, string>>,
): string {
  return sentence[language].replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const found = names[name];
    if (found === undefined) throw new RangeError(`A sentence needs "${name}".`);
    return found;
  });
}
