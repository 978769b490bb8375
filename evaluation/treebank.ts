/** Reads CoNLL-U with the raw text of its documents: paragraphs become blocks between blank lines. */
import type {Span} from '../src/model/span.ts'

export interface TreeRow {
  readonly form: string
  readonly upos: string
  readonly xpos: string
  /** Counted from 1; 0 is the root. */
  readonly head: number
  readonly relation: string
}

export interface TreeSentence {
  readonly rows: readonly TreeRow[]
}

export interface Document {
  readonly id: string
  readonly text: string
  readonly words: readonly Span[]
  /** Numbers of the words that begin sentences. */
  readonly starts: readonly number[]
  readonly sentences: readonly TreeSentence[]
}

export function documentsOf(source: string): Document[] {
  const documents: {id: string; text: string; words: Span[]; starts: number[]; sentences: TreeSentence[]}[] =
    []
  for (const block of source.split('\n\n')) {
    const lines = block.split('\n').filter(line => line !== '')
    if (lines.length === 0) continue
    const comment = (name: string) => lines.find(line => line.startsWith(`# ${name}`))
    const newDocument = comment('newdoc')
    if (newDocument || documents.length === 0)
      documents.push({id: newDocument?.split('= ')[1] ?? '', text: '', words: [], starts: [], sentences: []})
    const document = documents.at(-1)!
    if (document.text) document.text = document.text.trimEnd() + (comment('newpar') ? '\n\n' : ' ')
    document.starts.push(document.words.length)
    const cells = lines.filter(line => !line.startsWith('#')).map(line => line.split('\t'))
    addWords(document, cells)
    document.sentences.push({
      rows: cells
        .filter(([id]) => /^\d+$/.test(id!))
        .map(row => ({
          form: row[1]!,
          upos: row[3]!,
          xpos: row[4]!,
          head: Number(row[6]),
          relation: row[7]!
        }))
    })
  }
  return documents
}

/** A word of several ("don't" is 4-5) is written once; its parts follow each other in it. */
function addWords(document: {text: string; words: Span[]}, cells: readonly string[][]): void {
  let inside = 0
  for (const [id, form, , , , , , , , misc] of cells) {
    const range = /^(\d+)-(\d+)$/.exec(id!)
    if (range) {
      const parts = cells.filter(
        ([other]) => Number(other) >= Number(range[1]) && Number(other) <= Number(range[2])
      )
      inside = parts.length
      let at = document.text.length
      const whole = form!
      for (const [k, part] of parts.entries()) {
        const left = whole.length - (at - document.text.length)
        const length = k === parts.length - 1 ? left : Math.min(part[1]!.length, left)
        document.words.push({from: at, to: at + length})
        at += length
      }
      document.text += whole + (misc?.includes('SpaceAfter=No') ? '' : ' ')
    } else if (!/^\d+$/.test(id!)) {
      // An empty node ("8.1") stands for a word that is not there.
    } else if (inside > 0) inside--
    else {
      document.words.push({from: document.text.length, to: document.text.length + form!.length})
      document.text += form! + (misc?.includes('SpaceAfter=No') ? '' : ' ')
    }
  }
}
