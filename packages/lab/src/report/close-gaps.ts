/** No space stands between two Chinese characters, whatever parts a sentence was put together from. */
export function closeGaps(text: string): string {
  return text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}
