import { inflateSync } from 'node:zlib';

/** What stands in a PDF of ours, read back from its bytes by way of its own fonts. */
export interface PdfText {
  readonly pages: readonly string[];
  readonly embeddedFonts: number;
}

/** Reads the objects, the fonts' way back to letters, and what each page shows. */
export function readPdf(bytes: Uint8Array): PdfText {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(id, body);
  }
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, body] of objects) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (map !== undefined) fonts.set(id, lettersOfMap(streamOf(objects.get(map) ?? '')));
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return {
    pages: pages.map((body) => textOfPage(body, objects, fonts)),
    embeddedFonts: [...objects.values()].filter((body) => body.includes('/FontFile2')).length,
  };
}

function streamOf(body: string): string {
  const data = /stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '';
  const raw = Buffer.from(data, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
}

/** Glyph to text, from the ranges that the writer puts in a ToUnicode map. */
function lettersOfMap(map: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '0', , list = ''] of map.matchAll(
    /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi,
  )) {
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, code = ''], at) => {
      const units = code.replaceAll(' ', '').match(/.{4}/g) ?? [];
      const glyph = (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0');
      letters.set(glyph, units.map((unit) => String.fromCharCode(parseInt(unit, 16))).join(''));
    });
  }
  return letters;
}

function textOfPage(
  page: string,
  objects: ReadonlyMap<string, string>,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
): string {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '';
  const names = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]),
  );
  const shown = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '');
  let font: ReadonlyMap<string, string> | undefined;
  let text = '';
  for (const [, name, array] of shown.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(names.get(name) ?? '');
    for (const [, glyphs = ''] of (array ?? '').matchAll(/<([0-9a-f]+)>/gi)) {
      text += (glyphs.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph) ?? '?').join('');
    }
  }
  return text;
}
