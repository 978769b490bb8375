/** Tags, trees and names of the sentences of a text, given their words: what the network reads, with the tags that the codebook decides. */
import {lowerForm} from '../algorithms/lower-forms.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {type Aside, apart, asideIn, headsTogether, together} from './asides.ts'
import {EntityKeys, type NameMemory} from './entity-keys.ts'
import {recognizerOf} from './entity-recognizer.ts'
import {headed, headingIn} from './headings.ts'
import {lemmatizerOf} from './lemmatizer.ts'
import {networkOf} from './syntax-network.ts'
import {treeRepairer} from './tree-repairs.ts'
import {wordFormsOf} from './word-forms.ts'

export interface Analysis {
  /** Per word: Penn and universal tag, "VBD|VERB". */
  readonly tags: readonly string[]
  /** Per word: number of its head, counted from 1; 0 is the root. */
  readonly heads: ArrayLike<number>
  readonly relations: readonly string[]
  /** By style ("uner": names alone; "re3d": all that is named or described): a label a word, "B-PER", "I-PER", "O". */
  readonly labels: Readonly<Record<string, readonly string[]>>
}

export function analyser({
  codebook,
  gazetteer,
  models
}: Omit<Knowledge, 'profiles'>): (sentences: readonly (readonly string[])[]) => Analysis[] {
  const forms = wordFormsOf(models.groups)
  const keys = new EntityKeys(codebook, gazetteer, forms)
  const recognizer = recognizerOf(models.ner, keys)
  const repaired = treeRepairer(codebook, lemmatizerOf({codebook, models}))
  const network = networkOf(models.syntax, forms)
  const decided = new Map(
    codebook.table('lexicons/en/word-tags.csv', ['form', 'tag']).map(({form, tag}) => [form, tag])
  )
  return sentences => {
    const asides = sentences.map(asideIn)
    const colons = sentences.map((forms, s) => (asides[s] ? 0 : headingIn(forms)))
    const memory = keys.memoryOf(sentences)
    const read = analysed(
      sentences.flatMap((forms, s) => {
        if (asides[s]) return apart(forms, asides[s])
        const colon = colons[s]!
        return colon ? [forms.slice(0, colon), forms.slice(colon + 1)] : [forms]
      }),
      memory
    ).values()
    return asides.map((aside, s) => {
      const first = read.next().value!
      if (aside) return joined(first, read.next().value!, aside)
      return colons[s] ? headed(first, read.next().value!) : first
    })
  }

  function analysed(sentences: readonly (readonly string[])[], memory: NameMemory): Analysis[] {
    const found: Analysis[] = []
    network.read(sentences, ({tags, heads, relations, levels}, s) => {
      const forms = sentences[s]!
      const read = named(tags, network.tags)
      const rows = recognizer.label(forms, levels, keys.inPlace(forms, read, memory))
      const analysis = {
        tags: forms.map((form, i) => decided.get(lowerForm(form)) ?? read[i]!),
        heads,
        relations: named(relations, network.relations),
        labels: Object.fromEntries(
          recognizer.styles.map(({name, labels}, style) => [name, named(rows[style]!, labels)])
        )
      }
      found.push({...analysis, ...repaired(forms, analysis)})
    })
    return found
  }
}

function named(numbers: Int32Array, names: readonly string[]): string[] {
  const found: string[] = []
  for (let i = 0; i < numbers.length; i++) found.push(names[numbers[i]!]!)
  return found
}

/** The reading of a sentence with its aside in its place. */
function joined(outer: Analysis, inner: Analysis, aside: Aside): Analysis {
  const hung = inner.relations.map((relation, i) => (inner.heads[i] === 0 ? 'appos' : relation))
  return {
    tags: together(outer.tags, inner.tags, dash, aside),
    heads: headsTogether(Array.from(outer.heads), Array.from(inner.heads), aside),
    relations: together(outer.relations, hung, 'punct', aside),
    labels: Object.fromEntries(
      Object.keys(outer.labels).map(style => [
        style,
        together(outer.labels[style]!, inner.labels[style]!, 'O', aside)
      ])
    )
  }
}

const dash = ':|PUNCT'
