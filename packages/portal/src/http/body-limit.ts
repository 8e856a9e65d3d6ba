import { problem, type Problem } from '@credence/domain';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

import type { PortalEnv } from './environment.ts';
import type { Refuse } from './gates.ts';
import { isDeeperThan } from './json-depth.ts';
import { isStreamed } from './streamed.ts';

export interface BodyRule {
  /** Bytes of a body where no route says otherwise: forms, and small documents. */
  readonly standardBytes: number;
  /** Levels of lists and objects of a JSON document. */
  readonly jsonDepth: number;
  /** Routes that take files. The first pattern that fits the path counts. */
  readonly larger?: readonly { readonly path: RegExp; readonly bytes: number }[];
}

/** Routes that take files of an agency. */
const filePaths = /^(?:(?:\/en)?\/desk\/(?:intake|export)|\/api\/v1\/intake\/)/;

/** A folder of cards is checked whole; the largest edition shipped is a tenth of this. */
const draftRule = { path: /^(?:\/en)?\/desk\/rules\/check$/, bytes: 2 * 1_048_576 };

/** As large as the largest workbook that is read; what surrounds a file in a form is some more. */
const fileBytes = 65 * 1_048_576;

/**
 * Operator settings: a form of a desk is some kilobytes, a document of the API a few levels deep, a
 * file as large as the desk takes.
 */
export function bodiesWithFiles(uploadBytesMax: number = fileBytes): BodyRule {
  const bytes = Math.max(uploadBytesMax + 1_048_576, fileBytes);
  return {
    standardBytes: 256 * 1024,
    jsonDepth: 32,
    larger: [{ path: filePaths, bytes }, draftRule],
  };
}

export const defaultBodyRule: BodyRule = bodiesWithFiles();

/** Refuses a body that is too long before it is read, or as soon as it turns out to be. */
export function limitBodies(rule: BodyRule, refuse: Refuse): MiddlewareHandler<PortalEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    // Held to its limit while it is read: its handler never keeps it in memory.
    if (isStreamed(c.req)) return next();
    const { path } = c.req;
    const bytes = rule.larger?.find((each) => each.path.test(path))?.bytes ?? rule.standardBytes;
    const limited = bodyLimit({
      maxSize: bytes,
      onError: () => refuse(c, problem('too-large', { max: inWords(bytes) })),
    });
    return limited(c, async () => {
      const isJson = c.req.header('content-type')?.split(';', 1)[0]?.trim() === 'application/json';
      const wrong = isJson ? faultOf(await c.req.text(), rule.jsonDepth) : undefined;
      if (wrong === undefined) await next();
      else c.res = await refuse(c, wrong);
    });
  };
}

/** Depth first: what reads a text that is too deep might not come back. */
function faultOf(text: string, jsonDepth: number): Problem | undefined {
  if (isDeeperThan(text, jsonDepth)) return problem('json-too-deep', { max: jsonDepth });
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return problem('json-malformed', {});
  }
}

function inWords(bytes: number): string {
  return bytes % 1_048_576 === 0 ? `${bytes / 1_048_576} MiB` : `${Math.floor(bytes / 1024)} KiB`;
}
