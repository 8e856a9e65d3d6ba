const longestName = 120;

/** The name of a file as a page may show it: without folders, control characters and excess. */
export function fileNameOf(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  // Controls, and marks that turn the direction of a text: a name must read as it is.
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const letters = [...plain];
  if (letters.length <= longestName) return plain;
  const dot = plain.lastIndexOf('.');
  const ending = dot < 0 ? '' : plain.slice(dot).slice(0, 10);
  return `${letters.slice(0, longestName - ending.length).join('')}${ending}`;
}
