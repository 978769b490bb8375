/** Reads the trained weights in `models/`; each has a card beside it that says where it comes from. */
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {LinearModel} from '../algorithms/linear-model.ts'
import {decodeWeights} from './weights-file.ts'

/** What the tagger knows of words it has seen. */
export interface Dictionary {
  /** Lower-case word -> hash of the tags it was seen with at least three times. */
  readonly classes: ReadonlyMap<string, number>
  /** Form -> the one tag it has in 99.5 % of at least 30 cases. */
  readonly fixed: ReadonlyMap<string, number>
}

export interface TaggerWeights {
  readonly tags: readonly string[]
  readonly dictionary: Dictionary
  readonly model: LinearModel
}

export interface ParserWeights {
  readonly labels: readonly string[]
  readonly structure: LinearModel
  readonly labeller: LinearModel
}

export interface Models {
  /** First digits of the hash of all weights. */
  readonly version: string
  readonly tagger: TaggerWeights
  readonly parser: ParserWeights
}

export function loadModels(folder: string): Models {
  const hash = createHash('sha256')
  const read = (name: string) => {
    const path = `${folder}/${name}.bin`
    try {
      const bytes = readFileSync(path)
      hash.update(bytes)
      return decodeWeights(bytes)
    } catch (cause) {
      throw new Error(
        `Cannot read the weights ${path}; restore the file, or train them anew with "npm run train"`,
        {cause}
      )
    }
  }
  const tagger = read('tagger')
  const parser = read('parser')
  return {
    version: hash.digest('hex').slice(0, 12),
    tagger: {
      tags: tagger.lists.tags as string[],
      dictionary: {
        classes: new Map(tagger.lists.classes as [string, number][]),
        fixed: new Map(tagger.lists.fixed as [string, number][])
      },
      model: new LinearModel(tagger.models.tagger!)
    },
    parser: {
      labels: parser.lists.labels as string[],
      structure: new LinearModel(parser.models.structure!),
      labeller: new LinearModel(parser.models.labeller!)
    }
  }
}
