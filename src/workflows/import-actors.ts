/** Takes lists of actors into the user's own registry: DIR/actors/*.csv and DIR/affiliations/*.csv; nothing there is overwritten. */
import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs'
import {basename, join} from 'node:path'
import {type Import, importActors} from '../codebook/actor-import.ts'
import {actorColumns, affiliationColumns} from '../codebook/actor-rows.ts'
import {readForeignTable} from '../codebook/foreign-csv.ts'
import {loadOwnCodebook} from '../codebook/load.ts'

export interface ImportedFile extends Import {
  readonly file: string
  /** Files written, or that would be. */
  readonly written: readonly string[]
}

export interface ImportTask {
  readonly registry: string
  readonly dryRun: boolean
  /** Kind of rows that do not say theirs. */
  readonly kind: string | null
}

/** Files in order: a later one sees the actors of an earlier one, unless it is a dry run. */
export function importActorFiles(files: readonly string[], task: ImportTask): ImportedFile[] {
  return files.map(file => importFile(file, task))
}

function importFile(file: string, {registry, dryRun, kind}: ImportTask): ImportedFile {
  const found = importActors(loadOwnCodebook(registry), readForeignTable(bytesOf(file)), kind)
  const name = `${basename(file).replace(/\.\w+$/, '')}.csv`
  const written: string[] = []
  const write = (folder: string, columns: readonly string[], rows: readonly object[]) => {
    if (rows.length === 0) return
    const path = join(registry, folder, name)
    written.push(path)
    if (!dryRun) append(path, columns, rows as Readonly<Record<string, string | readonly string[]>>[])
  }
  write('actors', actorColumns, found.actors)
  write('affiliations', affiliationColumns, found.affiliations)
  return {file, written, ...found}
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new Error(`Cannot read ${file}; give a CSV file`, {cause})
  }
}

/** Adds rows behind those that are there; the file is whole or as before. */
function append(
  path: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string | readonly string[]>>[]
): void {
  const before = existsSync(path)
    ? readFileSync(path, 'utf8').replace(/\n*$/, '\n')
    : `${columns.join(',')}\n`
  const lines = rows.map(row => columns.map(column => cell(row[column] ?? '')).join(','))
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(`${path}.new`, `${before}${lines.join('\n')}\n`)
  renameSync(`${path}.new`, path)
}

function cell(value: string | readonly string[]): string {
  const text = (
    typeof value === 'string' ? value : value.map(item => item.replaceAll(';', ',')).join(';')
  ).replaceAll(/\s+/g, ' ')
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
