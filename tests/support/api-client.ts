/** The part of an OpenAPI document that a client needs to call an operation. */
interface Document {
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly operationId?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly contentType?: string;
  readonly token?: string;
}

export interface ApiClient {
  /** Calls an operation by its id; throws for an answer that the document does not declare. */
  call(operationId: string, call?: Call): Promise<Response>;
}

/**
 * A client that knows nothing but the document: it finds an operation by its id, puts each parameter
 * where the document says, and holds every answer against the statuses declared.
 */
export async function openApiClient(
  send: (request: Request) => Promise<Response>,
  documentAddress: string,
): Promise<ApiClient> {
  const answer = await send(new Request(documentAddress));
  const document = (await answer.json()) as Document;
  const base = document.servers?.[0]?.url ?? '';
  return {
    async call(operationId, { parameters = {}, body, contentType, token } = {}) {
      const { path, method, operation } = find(document, operationId);
      let address = path;
      const query = new URLSearchParams();
      const headers = new Headers();
      for (const [name, value] of Object.entries(parameters)) {
        const known = operation.parameters?.find(
          (each) => each.name.toLowerCase() === name.toLowerCase(),
        );
        if (known?.in === 'path') {
          address = address.replace(`{${known.name}}`, encodeURIComponent(value));
        } else if (known?.in === 'query') query.set(known.name, value);
        else if (known?.in === 'header') headers.set(known.name, value);
        else throw new Error(`${operationId} takes no parameter ${name}.`);
      }
      const types = Object.keys(operation.requestBody?.content ?? {});
      if (body !== undefined) headers.set('content-type', contentType ?? types[0] ?? '');
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      const url = new URL(`${base}${address}?${query.toString()}`, documentAddress);
      const sent = {
        method: method.toUpperCase(),
        headers,
        ...(body === undefined ? {} : { body }),
      };
      const response = await send(new Request(url, sent));
      if (!(String(response.status) in operation.responses)) {
        throw new Error(
          `${operationId} answered ${String(response.status)}, which is not declared.`,
        );
      }
      return response;
    },
  };
}

function find(document: Document, operationId: string) {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId === operationId) return { path, method, operation };
    }
  }
  throw new Error(`The document has no operation ${operationId}.`);
}
