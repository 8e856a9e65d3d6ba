/** One part of a form: a field, or a file where the browser says a file's name. */
export interface FormPart {
  readonly name: string;
  readonly fileName?: string;
  /** To be read before the next part is asked for; what is left unread is passed over. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** The body is no form, or broke off. Bad input, not a defect. */
export class MultipartFault extends Error {
  override readonly name = 'MultipartFault';
}

const headBytesMax = 8_192;
const lineEnd = Buffer.from('\r\n');
const headEnd = Buffer.from('\r\n\r\n');

/** The boundary a multipart form names in its type; undefined for any other type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
  const [, quoted, plain] = match.exec(contentType ?? '') ?? [];
  return quoted ?? plain;
}

/**
 * Reads a form part by part as it comes in (RFC 7578). At most one piece and a boundary's length are
 * held, so a file of any size passes through without being kept.
 *
 * @throws MultipartFault where the body is malformed or ends too early
 */
export async function* readMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const reader = new PieceReader(body);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  // The first delimiter has no line before it; what stands before it is no part.
  await drain(reader.until(delimiter));
  for (;;) {
    const after = await reader.take(lineEnd.length);
    if (after.toString('latin1') === '--') return;
    if (!after.equals(lineEnd)) throw new MultipartFault('a boundary is followed by other text');
    const head = parseHead(await reader.text(headEnd, headBytesMax));
    const bytes = reader.until(delimiter);
    yield { ...head, bytes };
    await drain(bytes);
  }
}

class PieceReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = lineEnd;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The bytes before the mark, in pieces; afterwards the reader stands behind it. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = this.#held.indexOf(mark);
      const end = at < 0 ? this.#held.length - mark.length + 1 : at;
      const piece = this.#held.subarray(0, Math.max(0, end));
      this.#held = this.#held.subarray(piece.length + (at < 0 ? 0 : mark.length));
      if (piece.length > 0) yield piece;
      if (at >= 0) return;
      await this.#more();
    }
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more();
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async text(mark: Buffer, bytesMax: number): Promise<string> {
    return textOf(this.until(mark), bytesMax);
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done === true) throw new MultipartFault('the body ended before the form did');
    this.#held = Buffer.concat([this.#held, next.value]);
  }
}

/**
 * Bytes as UTF-8 text.
 *
 * @throws MultipartFault when there are more of them than is taken
 */
export async function textOf(bytes: AsyncIterable<Uint8Array>, bytesMax: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > bytesMax) throw new MultipartFault(`a field is longer than ${bytesMax} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parseHead(text: string): Pick<FormPart, 'name' | 'fileName'> {
  const line = text.split('\r\n').find((each) => /^content-disposition\s*:/i.test(each)) ?? '';
  const name = parameter(line, 'name');
  if (name === undefined) throw new MultipartFault('a part has no name');
  const fileName = parameter(line, 'filename');
  return fileName === undefined ? { name } : { name, fileName };
}

/** Browsers write quotes and line ends inside a value as per cent codes, and nothing else. */
function parameter(line: string, name: string): string | undefined {
  const [, value] = new RegExp(`[;\\s]${name}="([^"]*)"`, 'i').exec(line) ?? [];
  return value?.replaceAll('%22', '"').replaceAll(/%0[AD]/gi, ' ');
}

async function drain(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const pieces = bytes[Symbol.asyncIterator]();
  while ((await pieces.next()).done !== true);
}
