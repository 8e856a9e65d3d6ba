import {
  paperBytesMax,
  papersPerAct,
  type KnownPrincipal,
  type ReceivePaperCommand,
} from '@credence/casework';
import { problem, type Problem, type Refusal } from '@credence/domain';

import { csrfName } from '../access/csrf.tsx';
import { piecesOf } from '../desk/intake/receive-form.ts';
import { readForm, type FormValues } from '../desk/form-values.ts';
import type { PortalContext } from '../http/environment.ts';
import {
  boundaryOf,
  MultipartFault,
  readMultipart,
  textOf,
  type FormPart,
} from '../http/multipart.ts';
import type { PortalServices } from '../services.ts';
import { carryFile, filesName, pointOfBox, waitingName } from './waiting-files.ts';

/** All words of a form together, as of every other form. */
const wordBytesMax = 256 * 1024;
const partsMax = 500;
/** Boundaries and heads of the parts; the words have their own limit. */
const aroundBytes = 1_048_576;

/** A form whose files have been received: they stand in it as the files that wait. */
export type PaperForm =
  | {
      readonly kind: 'read';
      readonly form: FormValues;
      /** Files that were not taken, each with the reason. */
      readonly refused: readonly Problem[];
    }
  | Refusal;

interface Asked {
  readonly services: PortalServices;
  readonly principal: KnownPrincipal;
  /** What the step will be about, by the fields that stand before the first file. */
  readonly about: (form: FormValues) => Pick<ReceivePaperCommand, 'about' | 'counter'>;
}

/**
 * Reads a form of words and files as it comes in. The token stands before the files: without it not
 * one byte of them is written. What comes without files is read like any other form.
 */
export async function readPaperForm(c: PortalContext, asked: Asked): Promise<PaperForm> {
  const boundary = boundaryOf(c.req.header('content-type'));
  const body = c.req.raw.body;
  if (boundary === undefined || body === null) {
    return { kind: 'read', form: await readForm(c), refused: [] };
  }
  const most = papersPerAct * paperBytesMax + wordBytesMax + aroundBytes;
  try {
    return await readParts(c, asked, readMultipart(atMost(piecesOf(body), most), boundary));
  } catch (error) {
    if (!(error instanceof MultipartFault)) throw error;
    return { kind: 'refused', problem: problem('upload-incomplete', { found: error.message }) };
  }
}

async function readParts(
  c: PortalContext,
  asked: Asked,
  parts: AsyncIterable<FormPart>,
): Promise<PaperForm> {
  const values = new Map<string, string[]>();
  const all = (name: string): readonly string[] => values.get(name) ?? [];
  const form: FormValues = { all, text: (name) => all(name)[0] ?? '' };
  const add = (name: string, value: string): void => {
    values.set(name, [...all(name), value]);
  };
  const refused: Problem[] = [];
  let [words, count] = [0, 0];
  for await (const part of parts) {
    count += 1;
    if (count > partsMax) throw new MultipartFault(`more than ${String(partsMax)} fields`);
    if (part.fileName === undefined) {
      const value = (await textOf(part.bytes, wordBytesMax - words)).trim();
      words += Buffer.byteLength(value);
      add(part.name, value);
      continue;
    }
    // A box of files in which none was chosen.
    if (part.fileName === '' || !part.name.startsWith(filesName)) continue;
    if (!holdsToken(c, form)) return expired;
    const taken = await take(part, form, asked);
    if (taken.kind === 'refused') refused.push(...taken.problems);
    else add(waitingName, taken.line);
  }
  return holdsToken(c, form) ? { kind: 'read', form, refused } : expired;
}

const expired: PaperForm = { kind: 'refused', problem: problem('form-expired', {}) };

function holdsToken(c: PortalContext, form: FormValues): boolean {
  const token = c.get('csrf');
  return token === undefined || form.text(csrfName) === token;
}

async function take(
  { name, fileName = '', bytes }: FormPart,
  form: FormValues,
  { services, principal, about }: Asked,
): Promise<
  | { readonly kind: 'taken'; readonly line: string }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
> {
  const value = form.all(waitingName).length + 1;
  if (value > papersPerAct) {
    return { kind: 'refused', problems: [problem('paper-too-many', { value, max: papersPerAct })] };
  }
  const outcome = await services.receivePaper({
    ...{ principal, name: fileName.slice(0, 200), bytes },
    ...about(form),
  });
  if (outcome.kind === 'refused') return outcome;
  const { id, name: kept } = outcome.paper;
  const point = pointOfBox(name);
  return { kind: 'taken', line: carryFile({ id, name: kept, ...(point === 0 ? {} : { point }) }) };
}

/** @throws MultipartFault as soon as more comes than is taken */
async function* atMost(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > most) throw new MultipartFault(`more than ${String(most)} bytes`);
    yield piece;
  }
}
