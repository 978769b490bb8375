/**
 * The knowledge that analysts edit, read from `codebook/` and, for actors, from the user's own folder.
 *
 * Lists are CSV, entries with prose are YAML. A stage asks for the tables it
 * needs when it is made, and compiles them once. The version that every coded
 * report records is the declared one and the first digits of the hash of all files.
 */
import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseDocument} from 'yaml'
import {type Row, readColumn, readCsv} from './csv.ts'
import {DataFileError} from './data-file-error.ts'
import {type YamlPath, yamlLines} from './yaml-lines.ts'

export class Codebook {
  readonly version: string
  readonly #files: ReadonlyMap<string, string>

  readonly #shown: ReadonlyMap<string, string>
  readonly #lines = new Map<string, (field: YamlPath) => number>()

  /** `files`: path below the codebook's folder -> content; `shown`: what an error calls a file that lies elsewhere. */
  constructor(files: ReadonlyMap<string, string>, shown: ReadonlyMap<string, string> = new Map()) {
    this.#files = files
    this.#shown = shown
    const hash = createHash('sha256')
    for (const path of [...files.keys()].sort())
      hash.update(path).update('\0').update(files.get(path)!).update('\0')
    this.version = `${files.get('VERSION')?.trim() ?? '0'}+${hash.digest('hex').slice(0, 8)}`
  }

  /** Rows of a CSV file, for instance `lexicons/en/hedges.csv`. */
  table<const Column extends string>(path: string, columns: readonly Column[]): Row<Column>[] {
    return readCsv(this.#read(path), this.shown(path), columns)
  }

  /** The values of one column of a CSV file. */
  column(path: string, name: string): string[] {
    return readColumn(this.#read(path), this.shown(path), name)
  }

  /** What an error calls a file. */
  shown(path: string): string {
    return this.#shown.get(path) ?? `codebook/${path}`
  }

  /** The value of a YAML 1.2 file, unchecked: the caller validates it. */
  entries(path: string): unknown {
    const document = parseDocument(this.#read(path), {prettyErrors: true})
    const [error] = document.errors
    if (error) throw new DataFileError(`codebook/${path}`, error.linePos?.[0].line ?? 1, error.message)
    return document.toJS()
  }

  /** The line of an entry or field of a YAML file. */
  lineIn(path: string, field: YamlPath): number {
    const lines = this.#lines.get(path) ?? yamlLines(this.#read(path))
    this.#lines.set(path, lines)
    return lines(field)
  }

  /** Content of a file as it stands. */
  source(path: string): string {
    return this.#read(path)
  }

  /** Paths of the files below a folder, sorted; '' is the codebook's own. */
  paths(folder: string): string[] {
    const start = folder && `${folder}/`
    return [...this.#files.keys()].filter(path => path.startsWith(start)).sort()
  }

  #read(path: string): string {
    const content = this.#files.get(path)
    if (content === undefined)
      throw new Error(`codebook/${path} is missing; restore it or take the codebook of a release`)
    return content
  }
}

/** `own`: the user's folder, whose `actors/` and `affiliations/` are read beside the codebook's where they are there. */
export function loadCodebook(folder: string, own?: string): Codebook {
  const files = new Map(filesBelow(folder).map(({path, from}) => [path, readFileSync(from, 'utf8')]))
  const shown = new Map<string, string>()
  for (const part of own ? ['actors', 'affiliations'] : []) {
    if (!existsSync(join(own!, part))) continue
    for (const {path, from} of filesBelow(join(own!, part))) {
      if (!path.endsWith('.csv')) continue
      files.set(`${part}/own/${path}`, readFileSync(from, 'utf8'))
      shown.set(`${part}/own/${path}`, from)
    }
  }
  return new Codebook(files, shown)
}

function filesBelow(folder: string): {path: string; from: string}[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && entry.name !== 'README.md')
    .map(entry => {
      const from = join(entry.parentPath, entry.name)
      const path = from
        .slice(folder.length)
        .replace(/^[\\/]/, '')
        .replaceAll('\\', '/')
      return {path, from}
    })
}
