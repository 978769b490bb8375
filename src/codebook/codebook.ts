/**
 * The knowledge that analysts edit, read from `codebook/`.
 *
 * Lists are CSV, entries with prose are YAML. A stage asks for the tables it
 * needs when it is made, and compiles them once. The version that every coded
 * report records is the declared one and the first digits of the hash of all files.
 */
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseDocument} from 'yaml'
import {type Row, readColumn, readCsv} from './csv.ts'
import {DataFileError} from './data-file-error.ts'

export class Codebook {
  readonly version: string
  readonly #files: ReadonlyMap<string, string>

  /** `files`: path below the codebook's folder -> content. */
  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files
    const hash = createHash('sha256')
    for (const path of [...files.keys()].sort())
      hash.update(path).update('\0').update(files.get(path)!).update('\0')
    this.version = `${files.get('VERSION')?.trim() ?? '0'}+${hash.digest('hex').slice(0, 8)}`
  }

  /** Rows of a CSV file, for instance `lexicons/en/hedges.csv`. */
  table<const Column extends string>(path: string, columns: readonly Column[]): Row<Column>[] {
    return readCsv(this.#read(path), `codebook/${path}`, columns)
  }

  /** The values of one column of a CSV file. */
  column(path: string, name: string): string[] {
    return readColumn(this.#read(path), `codebook/${path}`, name)
  }

  /** The value of a YAML 1.2 file, unchecked: the caller validates it. */
  entries(path: string): unknown {
    const document = parseDocument(this.#read(path), {prettyErrors: true})
    const [error] = document.errors
    if (error) throw new DataFileError(`codebook/${path}`, error.linePos?.[0].line ?? 1, error.message)
    return document.toJS()
  }

  /** Paths of the files below a folder, sorted. */
  paths(folder: string): string[] {
    return [...this.#files.keys()].filter(path => path.startsWith(`${folder}/`)).sort()
  }

  #read(path: string): string {
    const content = this.#files.get(path)
    if (content === undefined)
      throw new Error(`codebook/${path} is missing; restore it or take the codebook of a release`)
    return content
  }
}

export function loadCodebook(folder: string): Codebook {
  const files = new Map<string, string>()
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || entry.name === 'README.md') continue
    const path = join(entry.parentPath, entry.name)
    files.set(
      path
        .slice(folder.length)
        .replace(/^[\\/]/, '')
        .replaceAll('\\', '/'),
      readFileSync(path, 'utf8')
    )
  }
  return new Codebook(files)
}
