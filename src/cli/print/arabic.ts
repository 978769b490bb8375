/** The terminal in Arabic: figures, days and words as the page writes them. */
import {marks} from '../../messages/ar/marks.ts'
import {say} from '../../messages/ar/sentences.ts'
import {terminal} from '../../messages/ar/terminal.ts'
import {types} from '../../messages/ar/types.ts'
import type {Message} from '../../messages/catalogue.ts'
import type {marks as marksInEnglish} from '../../messages/en/marks.ts'
import type {types as typesInEnglish} from '../../messages/en/types.ts'
import {wordsOf} from '../../messages/words.ts'
import {arabicPlaceName} from '../../model/arabic-place-name.ts'
import type {Said, Wording} from './wording.ts'

const all = {...marks, ...types, ...terminal}
type All = typeof marksInEnglish & typeof typesInEnglish & Said

const words = wordsOf<All>('ar', all, say)
const forms = new Intl.PluralRules('ar')
const languages = new Intl.DisplayNames('ar', {type: 'language', fallback: 'none'})
const regions = new Intl.DisplayNames('ar', {type: 'region', fallback: 'none'})

const [fromLeft, ends, rightToLeft] = ['\u2068', '\u2069', '\u200f']
/** What prints nothing: marks of direction, vowel signs. */
const silent = /[\p{M}\p{Cf}]/u

const written = (value: string | number) => (typeof value === 'number' ? words.number(value) : value)

export const arabic: Wording = {
  // What a value is made of has its marks of direction; around the whole of it they would turn lists around.
  t: ((key: keyof Said, values: Readonly<Record<string, string | number>> = {}) => {
    const message: Message = terminal[key]
    const text =
      typeof message === 'string' ? message : (message[forms.select(Number(values.n))] ?? message.other)
    return text.replace(/\{(\w+)\}/g, (_, name: string) => written(values[name]!))
  }) as Wording['t'],
  number: words.number,
  day: words.day,
  outside: text => `${fromLeft}${text}${ends}`,
  label: (kind, id) => {
    const key = `${kind}.${id}`
    return key in all ? words.t(key as 'mark.denied') : `${fromLeft}${id}${ends}`
  },
  within: (kind, id) => words.label(kind, id),
  place: (name, tellings) => arabicPlaceName(tellings) ?? name,
  command: text => `${fromLeft}"${text}"${ends}`,
  language: code => languages.of(code) ?? code,
  country: code => regions.of(code) ?? code,
  sentence: text => words.sentence(text) ?? `${fromLeft}${text}${ends}`,
  width: text => [...text].filter(letter => !silent.test(letter)).length,
  widestCell: 60,
  widthOfStep: 15,
  cut(text, width) {
    if (arabic.width(text) <= width) return text
    let [kept, room, open] = ['', width - 1, 0]
    for (const letter of text) {
      if (!silent.test(letter) && room-- <= 0) break
      if (letter === fromLeft) open++
      if (letter === ends) open--
      kept += letter
    }
    return `${kept}${ends.repeat(open)}…`
  },
  page: lines => lines.map(line => (line === '' ? '\n' : `${rightToLeft}${line}\n`)).join('')
}
