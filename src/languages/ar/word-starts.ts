/** Where a name may begin in an Arabic word: at the word itself, or behind what is joined to it. */
import type {Word, WordStart} from '../language.ts'
import {frontOffset} from './spelling.ts'

const article = 'ال'
const fronts = ['و', 'ب', 'ل', 'ف', 'ك', 'وب', 'ول']

export function wordStarts(text: string, word: Word): WordStart[] {
  const written = text.slice(word.from, word.to)
  const {form} = word
  const starts: WordStart[] = [{from: word.from, first: form, front: ''}]
  for (const front of fronts) {
    if (!form.startsWith(front) || form.length - front.length < 2) continue
    starts.push({
      from: word.from + frontOffset(written, front.length),
      first: form.slice(front.length),
      front
    })
  }
  // "للموصل" is "ل" and "الموصل".
  const into = /^و?لل/.exec(form)
  if (into)
    starts.push({
      from: word.from + frontOffset(written, into[0].length),
      first: article + form.slice(into[0].length),
      front: into[0].slice(0, -1)
    })
  return starts
}
