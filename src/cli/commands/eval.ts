/** `dateline eval`: how well Dateline reads, measured on hand-coded corpora. */
import {buildCommand} from '@stricli/core'
import {besides, readingCorpora} from '../besides.ts'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'

interface Flags {
  readonly data: string
  readonly split?: readonly string[]
  readonly language?: string
  readonly out?: string
  readonly folds: number
  readonly train?: string
  readonly gazetteer?: string
}

interface Evaluation {
  evaluate(suite: string, options: object): Promise<object>
}

export const evaluate = buildCommand({
  docs: {
    brief:
      'Measure a suite (actors, attribution, badinput, cameo, ud, ner, coreference, certainty, dossier, geo, gvdb, hrdsattack, indiapolice, link, muc4, satp, seed, time, actors-coverage, relevance, speed) on corpora and write its row of evaluation/SCORES.md',
    fullDescription:
      'Prints the figures as JSON. Examples: dateline eval ud --data corpora --split ewt-dev,gum-cc-dev; ' +
      'dateline eval ner --data corpora --split uner-ewt-dev --folds 5; dateline eval speed --data corpora --split trnews'
  },
  parameters: {
    flags: {
      data: {kind: 'parsed', parse: String, brief: 'Folder with the corpora'},
      split: {
        kind: 'parsed',
        parse: String,
        variadic: ',',
        optional: true,
        brief: 'Which parts, for instance ewt-dev,gum-cc-dev'
      },
      language: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'Reports in this language alone, for instance en (dossier)'
      },
      out: {kind: 'parsed', parse: String, optional: true, brief: 'Write the predictions to this file'},
      folds: {
        kind: 'parsed',
        parse: Number,
        default: '0',
        brief: 'Train anew for each of so many parts and measure on it (ner)'
      },
      train: {
        kind: 'parsed',
        parse: String,
        optional: true,
        brief: 'Learn from this split first, and measure what was learnt (attribution)'
      },
      gazetteer: {
        ...gazetteerFlag,
        brief: 'Folder of imported places, read besides the embedded ones; left out, the embedded ones alone'
      }
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {
          parse: String,
          brief:
            'actors, attribution, badinput, cameo, ud, ner, coreference, certainty, dossier, geo, gvdb, hrdsattack, indiapolice, link, muc4, satp, seed, time, actors-coverage, relevance or speed',
          placeholder: 'SUITE'
        }
      ]
    }
  },
  async func(this: Context, {data, split, language, out, folds, train, gazetteer}: Flags, suite: string) {
    const {evaluate} = await besides<Evaluation>('evaluation/main.ts')
    const figures = await readingCorpora(() =>
      evaluate(suite, {
        data: pathIn(this, data),
        splits: split ?? [],
        language,
        out: out && pathIn(this, out),
        folds,
        train,
        // Figures are compared: places imported here by chance must not move them.
        packs: gazetteer === undefined ? null : packsIn(this, gazetteer),
        log: (line: string) => say(this, line)
      })
    )
    this.process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`)
  }
})
