/** `dateline train`: makes the weights in `models/` anew from open data. */
import {buildCommand} from '@stricli/core'
import {besides, readingCorpora} from '../besides.ts'
import {type Context, pathIn, say} from '../context.ts'

interface Flags {
  readonly data: string
}

interface Training {
  train(model: string, data: string, log: (line: string) => void): void
}

export const train = buildCommand({
  docs: {
    brief:
      'Train the weights of a model (clusters, syntax, ner, muc4, muc4/words; word-rarity, ordinary-words, link) and write them to models/ or codebook/',
    fullDescription:
      'The same data give the same bytes. In this order: clusters, syntax, ner; word-rarity, link; muc4/words, muc4; "tagger" and "parser" are one network and train syntax. Example: dateline train syntax --data corpora'
  },
  parameters: {
    flags: {
      data: {kind: 'parsed', parse: String, brief: 'Folder with the corpora (ud, ner_open, gum, re3d, ...)'}
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {
          parse: String,
          brief:
            'clusters, syntax (tagger, parser), ner, muc4, muc4/words, word-rarity, ordinary-words or link',
          placeholder: 'MODEL'
        }
      ]
    }
  },
  async func(this: Context, {data}: Flags, model: string) {
    const {train} = await besides<Training>('training/main.ts')
    await readingCorpora(() => train(model, pathIn(this, data), line => say(this, line)))
  }
})
