/**
 * `fillCells` of the domain for four agents at a time, as WebAssembly with 128-bit vectors. Nothing
 * here decides anything: the numbers are the domain's bit for bit, and a test compares them.
 *
 * fill(place, count, first, key0, key1, key2): writes `count` (a multiple of 4, at least 4) doubles
 * from the byte `place` of the memory it was given.
 */
export function simdProgram(): Uint8Array<ArrayBuffer> {
  const body = [
    // Locals behind the six parameters: 6 agents, 7 word (both vectors).
    ...vector(2, V128),
    // agents = splat(first) + (0, 1, 2, 3)
    ...get(2),
    ...I32X4_SPLAT,
    ...constant([0, 1, 2, 3]),
    ...I32X4_ADD,
    ...set(6),
    ...[LOOP, EMPTY],
    // word = agent ^ key0
    ...get(6),
    ...keyOf(3),
    ...XOR,
    ...set(7),
    ...mixed(16, 0x7feb352d),
    ...mixed(15, 0x846ca68b),
    // word = (word ^ word >>> 16) + (agent ^ key1) * 0x9e3779b1 + key2
    ...folded(16),
    ...get(6),
    ...keyOf(4),
    ...XOR,
    ...constant(same(0x9e3779b1)),
    ...I32X4_MUL,
    ...I32X4_ADD,
    ...keyOf(5),
    ...I32X4_ADD,
    ...set(7),
    ...mixed(16, 0x21f0aaad),
    ...mixed(15, 0x735a2d97),
    ...folded(15),
    ...set(7),
    // The lower two words, then the upper two, as (word + 0.5) * 2 ** -32.
    ...get(0),
    ...get(7),
    ...ratios(0),
    ...get(0),
    ...get(7),
    ...get(7),
    ...UPPER_HALF,
    ...ratios(16),
    // agents += 4, place += 32, and again while count -= 4 leaves some
    ...get(6),
    ...constant(same(4)),
    ...I32X4_ADD,
    ...set(6),
    ...get(0),
    ...[I32_CONST, 32, I32_ADD],
    ...set(0),
    ...get(1),
    ...[I32_CONST, 4, I32_SUB],
    ...[LOCAL_TEE, 1],
    ...[BRANCH_IF, 0, END],
    END,
  ];
  const text = (name: string): number[] => [...vector(name.length), ...Buffer.from(name)];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, FUNCTION_TYPE, ...vector(6), ...new Array<number>(6).fill(I32), 0]),
    ...section(2, [1, ...text('lab'), ...text('memory'), MEMORY, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('fill'), FUNCTION, 0]),
    ...section(10, [1, ...whole(body.length), ...body]),
  ]);
}

const [I32, V128, EMPTY, FUNCTION_TYPE] = [0x7f, 0x7b, 0x40, 0x60] as const;
const [FUNCTION, MEMORY] = [0, 2] as const;
const [LOOP, END, BRANCH_IF, LOCAL_GET, LOCAL_SET, LOCAL_TEE] = [3, 0x0b, 0x0d, 0x20, 0x21, 0x22];
const [I32_CONST, I32_ADD, I32_SUB] = [0x41, 0x6a, 0x6b] as const;
const SIMD = 0xfd;
const I32X4_SPLAT = [SIMD, 0x11];
const XOR = [SIMD, 0x51];
const I32X4_SHIFT_RIGHT = [SIMD, 0xad, 1];
const I32X4_ADD = [SIMD, 0xae, 1];
const I32X4_MUL = [SIMD, 0xb5, 1];
const F64X2_ADD = [SIMD, 0xf0, 1];
const F64X2_MUL = [SIMD, 0xf2, 1];
const F64X2_OF_LOWER_WORDS = [SIMD, 0xff, 1];
/** Of the first operand: its bytes 8 to 15 go where those of the lower words are. */
const UPPER_HALF = [SIMD, 0x0d, ...Array.from({ length: 16 }, (_, at) => (at + 8) % 16)];

function get(local: number): number[] {
  return [LOCAL_GET, local];
}

function set(local: number): number[] {
  return [LOCAL_SET, local];
}

function keyOf(parameter: number): number[] {
  return [...get(parameter), ...I32X4_SPLAT];
}

/** word ^ (word >>> bits), on the stack. */
function folded(bits: number): number[] {
  return [...get(7), ...get(7), I32_CONST, bits, ...I32X4_SHIFT_RIGHT, ...XOR];
}

/** word = (word ^ (word >>> bits)) * factor */
function mixed(bits: number, factor: number): number[] {
  return [...folded(bits), ...constant(same(factor)), ...I32X4_MUL, ...set(7)];
}

function ratios(offset: number): number[] {
  const store = [SIMD, 0x0b, 3, offset];
  const half = constantOf(Float64Array.of(0.5, 0.5));
  const unit = constantOf(Float64Array.of(2 ** -32, 2 ** -32));
  return [...F64X2_OF_LOWER_WORDS, ...half, ...F64X2_ADD, ...unit, ...F64X2_MUL, ...store];
}

function same(word: number): number[] {
  return [word, word, word, word];
}

function constant(words: readonly number[]): number[] {
  return constantOf(Uint32Array.from(words));
}

function constantOf(values: Uint32Array | Float64Array): number[] {
  return [SIMD, 0x0c, ...new Uint8Array(values.buffer)];
}

/** How many follow; of locals, so many of a type. */
function vector(count: number, type?: number): number[] {
  return type === undefined ? whole(count) : [1, ...whole(count), type];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...whole(content.length), ...content];
}

/** Seven bits to a byte. */
function whole(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...whole(value >>> 7)];
}
