/** Reads the entries of a YAML file that analysts edit, and says of each mistake where it stands and what to write. */
import {z} from 'zod'
import {nearestWord} from '../algorithms/nearest-word.ts'
import type {Codebook} from './codebook.ts'
import {DataFileError} from './data-file-error.ts'

export interface Entries<T> {
  /** `at`: which entry of the file, from 0. */
  readonly items: {readonly item: T; readonly at: number}[]
  readonly mistakes: DataFileError[]
}

/** `help`: where an analyst reads what a field may hold. */
export function readEntries<T>(
  codebook: Codebook,
  path: string,
  schema: z.ZodType<T>,
  help: string
): Entries<T> {
  const shown = `codebook/${path}`
  const entries = codebook.entries(path)
  if (!Array.isArray(entries))
    return {items: [], mistakes: [new DataFileError(shown, 1, 'no list; begin each entry with "- id:"')]}
  const items: Entries<T>['items'] = []
  const mistakes: DataFileError[] = []
  for (const [at, entry] of entries.entries()) {
    const parsed = schema.safeParse(entry)
    if (parsed.success) {
      items.push({item: parsed.data, at})
      continue
    }
    const name = (entry as {id?: unknown} | null)?.id ?? `entry ${at + 1}`
    for (const issue of parsed.error.issues) {
      const field = issue.path.map(key => (typeof key === 'symbol' ? String(key) : key))
      const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
      const line = codebook.lineIn(path, [at, ...field, ...extra])
      mistakes.push(new DataFileError(shown, line, `${name}: ${remedyOf(issue, field, schema, help)}`))
    }
  }
  return {items, mistakes}
}

function remedyOf(
  issue: z.core.$ZodIssue,
  field: readonly (string | number)[],
  schema: z.ZodType<unknown>,
  help: string
): string {
  const where = field.join('.')
  if (issue.code === 'unrecognized_keys') {
    const [key] = issue.keys
    const near = nearestWord(key!, fieldsOf(schema))
    return `unknown field "${key}"${where && ` in ${where}`}; ${near ? `did you mean "${near}"?` : `take it out, or see ${help}`}`
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && /received undefined/.test(issue.message))
    return `"${where}" is missing; add it`
  if (issue.code === 'too_small' && issue.origin === 'array') return `"${where}" is empty; write one or more`
  if (issue.code === 'invalid_value') return `"${where}" must be one of ${issue.values.join(', ')}`
  return `${where ? `"${where}": ` : ''}${issue.message}; see ${help}`
}

/** All names of fields that a schema knows, at any depth. */
function fieldsOf(schema: z.ZodType<unknown>): Set<string> {
  const names = new Set<string>()
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    const {properties, $defs} = value as {properties?: object; $defs?: object}
    for (const name of Object.keys(properties ?? {})) names.add(name)
    for (const inner of [properties, $defs]) for (const each of Object.values(inner ?? {})) walk(each)
    for (const key of ['items', 'allOf', 'anyOf'] as const) walk((value as Record<string, unknown>)[key])
    if (Array.isArray(value)) for (const each of value) walk(each)
  }
  walk(z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'}))
  return names
}
