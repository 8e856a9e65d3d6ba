/** Bytes of a stream taken as a format asks for them; one piece and what was asked for are held. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** So many bytes; fewer where the stream ends. */
  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length && (await this.#more()));
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** The next bytes, as many as came together; empty at the end. */
  async next(): Promise<Buffer> {
    if (this.#held.length === 0) await this.#more();
    const taken = this.#held;
    this.#held = Buffer.alloc(0);
    return taken;
  }

  putBack(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held]);
  }

  /** So many bytes in pieces; says at the end whether all of them were there. */
  async *pass(length: number): AsyncGenerator<Buffer, boolean> {
    for (let left = length; left > 0;) {
      const piece = await this.next();
      if (piece.length === 0) return false;
      if (piece.length > left) this.putBack(piece.subarray(left));
      yield piece.subarray(0, left);
      left -= Math.min(left, piece.length);
    }
    return true;
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#held =
      this.#held.length === 0 ? Buffer.from(next.value) : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
