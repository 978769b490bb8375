/** The schemas of the OpenAPI document as types of TypeScript, written from the document alone. */

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null'
}

export function typeOf(schema: Schema): string {
  const {$ref, anyOf, oneOf, allOf, type} = schema
  if ($ref) return `Components[${JSON.stringify($ref.replace('#/components/schemas/', ''))}]`
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  if ('const' in schema) return JSON.stringify(schema.const)
  const either = anyOf ?? oneOf
  if (either) return either.map(one => `(${typeOf(one)})`).join(' | ')
  if (allOf) return allOf.map(one => `(${typeOf(one)})`).join(' & ')
  if (typeof type === 'object') return type.map(one => `(${typeOf({...schema, type: one})})`).join(' | ')
  if (type === 'array') return arrayOf(schema)
  if (type === 'object') return objectOf(schema)
  return (type && scalars[type]) ?? 'JSONValue'
}

function arrayOf({items, prefixItems}: Schema): string {
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`
  return `(${items ? typeOf(items) : 'JSONValue'})[]`
}

function objectOf({properties, required = [], additionalProperties, propertyNames}: Schema): string {
  const fields = Object.entries(properties ?? {}).map(
    ([name, own]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(own)}`
  )
  if (fields.length > 0 || additionalProperties === false) return `{${fields.join('; ')}}`
  const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'JSONValue'
  const names = propertyNames ? typeOf(propertyNames) : 'string'
  // Names that are listed and not required may be left out.
  return names === 'string' || required.length > 0
    ? `Record<${names}, ${value}>`
    : `Partial<Record<${names}, ${value}>>`
}
