import type { KnownPrincipal, ReceiveUploadOutcome } from '@credence/casework';
import { problem, type Problem } from '@credence/domain';

import { csrfName } from '../../access/csrf.tsx';
import type { PortalContext } from '../../http/environment.ts';
import {
  boundaryOf,
  MultipartFault,
  readMultipart,
  textOf,
  type FormPart,
} from '../../http/multipart.ts';
import type { PortalServices } from '../../services.ts';
import { fileNameOf } from './file-name.ts';

/** A field of the form is a word; its longest is the token. */
const fieldBytesMax = 1_024;
/** Fields before the file; a form of ours has three. */
const fieldsMax = 10;

/** The file of a form, with the fields that stood before it. */
export interface FormFile {
  readonly fields: ReadonlyMap<string, string>;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Reads the upload form of the intake desk. */
export function receiveForm(
  c: PortalContext,
  services: PortalServices,
  principal: KnownPrincipal,
): Promise<ReceiveUploadOutcome> {
  return takeFormFile(c, ({ fields, fileName, bytes }) => {
    const mapping = fields.get('mapping') ?? '';
    return services.receiveUpload({
      principal,
      item: fields.get('item') ?? '',
      ...(mapping === '' ? {} : { mapping }),
      fileName,
      bytes,
    });
  });
}

/**
 * Reads a form as it comes in. The fields stand before the file, so that everything is known by then:
 * the token of the session is looked at before one byte of the file is written.
 */
export async function takeFormFile<Outcome>(
  c: PortalContext,
  take: (file: FormFile) => Promise<Outcome>,
): Promise<Outcome | FormRefused> {
  const boundary = boundaryOf(c.req.header('content-type'));
  const body = c.req.raw.body;
  if (boundary === undefined || body === null) return incomplete('—');
  const fields = new Map<string, string>();
  try {
    for await (const part of readMultipart(piecesOf(body), boundary)) {
      if (part.fileName !== undefined) return await takeFile(c, { part, fields, take });
      if (fields.size === fieldsMax) break;
      fields.set(part.name, await textOf(part.bytes, fieldBytesMax));
    }
  } catch (error) {
    if (error instanceof MultipartFault) return incomplete(error.message);
    throw error;
  }
  return incomplete([...fields.keys()].join(', ') || '—');
}

async function takeFile<Outcome>(
  c: PortalContext,
  given: {
    readonly part: FormPart;
    readonly fields: ReadonlyMap<string, string>;
    readonly take: (file: FormFile) => Promise<Outcome>;
  },
): Promise<Outcome | FormRefused> {
  const { part, fields, take } = given;
  const token = c.get('csrf');
  if (token !== undefined && fields.get(csrfName) !== token) {
    return refused(problem('form-expired', {}));
  }
  const fileName = fileNameOf(part.fileName ?? '');
  return fileName === '' ? incomplete('—') : take({ fields, fileName, bytes: part.bytes });
}

interface FormRefused {
  readonly kind: 'refused';
  readonly problem: Problem;
}

function incomplete(found: string): FormRefused {
  return refused(problem('upload-incomplete', { found }));
}

function refused(occurred: Problem): FormRefused {
  return { kind: 'refused', problem: occurred };
}

/** A stream of the web as an iterable, let go whenever its reader leaves. */
export async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}
