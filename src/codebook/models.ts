/** Reads the trained weights in `models/`; each has a card beside it that says where it comes from. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {type ByteMatrix, type ByteTable, Matrices, type Matrix} from '../algorithms/matrices.ts'
import {RowIndex} from '../algorithms/row-index.ts'
import {decodeWeights, type WeightsFile} from './weights-file.ts'

/** Words by the company they keep, and how they are written; each column holds 0 for a word of no group. */
export interface WordGroups {
  /** Lower-case words, digits as 0, with their numbers; the most frequent word has 1, an unknown one 0. */
  readonly numbers: ReadonlyMap<string, number>
  /** By number: its group among few large ones. */
  readonly families: Uint8Array
  /** Its group among many small ones. */
  readonly clusters: Int16Array
  /** How it is written inside sentences: 1 small, 2 both, 3 with a capital. */
  readonly cases: Uint8Array
}

interface NetworkWeights {
  readonly memory: Matrices
  /** Rows of the table by key. */
  readonly rows: RowIndex
  readonly table: ByteTable
  readonly shorts: Readonly<Record<string, ByteMatrix>>
  readonly floats: Readonly<Record<string, Matrix>>
}

/** Reads tags and trees: src/annotate/syntax-network.ts. */
export interface SyntaxWeights extends NetworkWeights {
  /** Penn and universal tag, "VBD|VERB". */
  readonly tags: readonly string[]
  readonly relations: readonly string[]
}

/** Reads names over the state of the network of tags and trees: src/annotate/entity-recognizer.ts. */
export interface EntityWeights extends NetworkWeights {
  /** Ways to label: as names alone, as reports name and describe. */
  readonly styles: readonly {
    readonly name: string
    /** "O", "B-PER", "I-PER", ... */
    readonly labels: readonly string[]
    /** Score of a label (column) behind another (row); the last row is for the start of a sentence. */
    readonly transitions: Float32Array
  }[]
}

export interface Models {
  /** First digits of the hash of all weights. */
  readonly version: string
  readonly groups: WordGroups
  readonly syntax: SyntaxWeights
  readonly ner: EntityWeights
}

/** `root`: folder that holds `models/` and `kernels/`. */
export function loadModels(root: string): Models {
  const hash = createHash('sha256')
  const read = (name: string) => {
    const path = `${root}models/${name}.bin`
    try {
      const bytes = readFileSync(path)
      hash.update(bytes)
      return decodeWeights(bytes)
    } catch (cause) {
      throw new Error(
        `Cannot read the weights ${path}; restore the file, or make it with "dateline train ${name}"`,
        {cause}
      )
    }
  }
  const groups = wordGroupsOf(read('clusters'))
  const memory = matrices(root, megabytes)
  const syntax = syntaxWeightsOf(read('syntax'), memory)
  const ner = nerWeightsOf(read('ner'), memory)
  return {version: hash.digest('hex').slice(0, 12), groups, syntax, ner}
}

/** For weights, for what is kept of words and for the longest sentences; what is never touched takes no memory. */
const megabytes = 96

/** Memory for matrices, with the kernels that `npm run build:kernels` made. */
export function matrices(root: string, size: number): Matrices {
  const path = `${root}kernels/matrix.wasm`
  try {
    return new Matrices(new WebAssembly.Module(readFileSync(path)), size)
  } catch (cause) {
    throw new Error(`Cannot read ${path}; make it with "npm run build"`, {cause})
  }
}

/** `lists.words` by frequency; the arrays hold the group of each, counted from 1. */
export function wordGroupsOf({lists, arrays}: WeightsFile): WordGroups {
  const words = lists.words as readonly string[]
  const {families, clusters, cases} = arrays
  return {
    numbers: new Map(words.map((word, i) => [word, i + 1])),
    families: Uint8Array.of(0, ...families!),
    clusters: Int16Array.of(0, ...clusters!),
    cases: Uint8Array.of(0, ...cases!)
  }
}

const scaled = 'Scales'

/** Arrays "x" with "xScales" are short numbers, others floats; "table" holds the rows of "keys". */
function networkOf({arrays}: WeightsFile, memory: Matrices): NetworkWeights {
  const {keys, table, tableScales, ...others} = arrays
  const names = Object.keys(others).filter(name => !name.endsWith(scaled))
  const shorts: Record<string, ByteMatrix> = {}
  const floats: Record<string, Matrix> = {}
  for (const name of names) {
    const scales = others[name + scaled]
    if (scales) shorts[name] = memory.short(others[name] as Int16Array, scales as Float32Array)
    else {
      floats[name] = memory.raw(1, others[name]!.length)
      floats[name].data.set(others[name]!)
    }
  }
  return {
    memory,
    rows: new RowIndex(keys as Int32Array),
    table: memory.table(table as Int8Array, tableScales as Float32Array),
    shorts,
    floats
  }
}

export function syntaxWeightsOf(file: WeightsFile, memory: Matrices): SyntaxWeights {
  const {tags, relations} = file.lists as {tags: string[]; relations: string[]}
  return {...networkOf(file, memory), tags, relations}
}

export function nerWeightsOf(file: WeightsFile, memory: Matrices): EntityWeights {
  const styles = file.lists.styles as readonly {name: string; labels: readonly string[]}[]
  return {
    ...networkOf(file, memory),
    styles: styles.map(({name, labels}) => ({
      name,
      labels,
      transitions: file.arrays[`${name}Transitions`] as Float32Array
    }))
  }
}
