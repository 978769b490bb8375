/** Spanish: figures and who gives them, as an example of what a folder and lists are enough for. */
import type {Language, LayerReader, Lists} from '../language.ts'
import {treelessQuantities} from '../treeless/quantities.ts'
import {treelessReaders} from '../treeless/readers.ts'
import {spanishWords} from './words.ts'

const level = (word: string) => word.toLowerCase()

export function spanish(lists: Lists): Language {
  let listed: ReturnType<typeof spanishWords> | null = null
  const words: Language['words'] = (syntax, sentence) => (listed ??= spanishWords(lists))(syntax, sentence)
  const own = {id: 'es', lists, level, words}
  const {readers, ...others} = treelessReaders(own)
  let quantities: LayerReader<'quantities'> | null = null
  const quantityReader: LayerReader<'quantities'> = (report, sentences) =>
    (quantities ??= treelessQuantities(own))(report, sentences)
  return {
    ...own,
    ...others,
    // Nothing is joined to a Spanish word.
    startsOf: (_text, {from, form}) => [{from, first: form, front: ''}],
    readers: {quantities: quantityReader, ...readers}
  }
}
