/**
 * Whether a JSON text nests lists and objects deeper than a limit. Looks at every character once
 * and keeps nothing, so that a text of ten thousand brackets costs no more than any other; whether
 * the text is JSON at all is for its reader to say.
 */
export function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (quoted) {
      if (letter === backslash) at += 1;
      else if (letter === quote) quoted = false;
    } else if (letter === quote) quoted = true;
    else if (letter === openList || letter === openObject) {
      depth += 1;
      if (depth > most) return true;
    } else if (letter === closeList || letter === closeObject) depth -= 1;
  }
  return false;
}

const quote = 0x22;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
