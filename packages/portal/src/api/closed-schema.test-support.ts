type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/**
 * The document with every object closed: an answer with a field that the document does not name no
 * longer fits. Clients stay free to read on; only our own test is this strict.
 */
export function closedDocument(document: JsonObject): JsonObject {
  return mapValues(document, (key, value) => {
    if (key === 'components' && isObject(value)) return closedComponents(value);
    return key === 'paths' ? closedContents(value) : value;
  });
}

function closedComponents(components: JsonObject): JsonObject {
  return mapValues(components, (key, value) =>
    key === 'schemas' && isObject(value)
      ? mapValues(value, (_, schema) => closed(schema, 'part'))
      : value,
  );
}

/** Response schemas, wherever they stand below the paths. */
function closedContents(value: Json): Json {
  if (isList(value)) return value.map(closedContents);
  if (!isObject(value)) return value;
  return mapValues(value, (key, inner) =>
    key === 'schema' ? closed(inner, 'use') : closedContents(inner),
  );
}

/** A part of a schema is closed where it is used, so that its combinations stay possible. */
function closed(schema: Json, place: 'use' | 'part'): Json {
  if (!isObject(schema)) return schema;
  const inner = mapValues(schema, (key, value) => {
    if (key === 'properties' && isObject(value)) {
      return mapValues(value, (_, property) => closed(property, 'use'));
    }
    if (key === 'items') return closed(value, 'use');
    if ((key === 'allOf' || key === 'oneOf' || key === 'anyOf') && isList(value)) {
      return value.map((member) => closed(member, 'part'));
    }
    return value;
  });
  const shaped = ['$ref', 'allOf', 'oneOf', 'anyOf', 'properties'].some((key) => key in schema);
  const open = 'additionalProperties' in schema;
  return place === 'use' && shaped && !open ? { ...inner, unevaluatedProperties: false } : inner;
}

function mapValues(object: JsonObject, map: (key: string, value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(key, value)]));
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
