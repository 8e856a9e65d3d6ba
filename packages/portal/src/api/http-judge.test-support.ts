import { Ajv2020 } from 'ajv/dist/2020.js';

import { closedDocument, type JsonObject } from './closed-schema.test-support.ts';

/** What a generator needs of a schema; everything else of it is for the validator. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

export interface Operation {
  readonly method: string;
  /** As the document writes it, e.g. `/organisations/{id}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Described;
  readonly responses: Readonly<Record<string, Described>>;
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly parameters?: readonly Parameter[];
            readonly requestBody?: Described;
            readonly responses: Readonly<Record<string, Described>>;
          }
        >
      >
    >
  >;
}

/** Every operation the document describes. */
export function operationsOf(document: unknown): readonly Operation[] {
  const { paths } = document as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      ...(requestBody === undefined ? {} : { body: requestBody }),
      responses,
    })),
  );
}

export type Judge = (
  operation: Operation,
  answer: { readonly status: number; readonly type: string; readonly text: string },
) => string | undefined;

/** Holds answers against what the document says about them; says what is wrong, or nothing. */
export function createJudge(document: unknown): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/);
  for (const format of ['uri', 'uuid', 'binary', 'email']) ajv.addFormat(format, true);
  ajv.addSchema({ ...closedDocument(document as JsonObject), $id: 'openapi.json' });
  return (operation, { status, type, text }) => {
    if (status >= 500 && status !== 503 && status !== 507) return `status ${status}`;
    const described = operation.responses[String(status)];
    if (described === undefined) return `status ${status} is not declared`;
    // 304 and 204 have no body, and HEAD never has one.
    if (described.content === undefined) return text === '' ? undefined : 'a body is not declared';
    const content = described.content[type];
    if (content === undefined) return `${type} is not declared for ${status}`;
    if (!/json$/.test(type)) return undefined;
    const { method, path } = operation;
    const parts = ['paths', path, method.toLowerCase(), 'responses', String(status)];
    const schema = `openapi.json#/${[...parts, 'content', type, 'schema'].map(escaped).join('/')}`;
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return 'the body is no JSON';
    }
    if (ajv.validate({ $ref: schema }, body)) return undefined;
    const [error] = ajv.errors ?? [];
    return `${error?.instancePath ?? ''} ${error?.message ?? 'does not fit'} (${status})`;
  };
}

function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
