/**
 * Where restricted names and contacts stand in a text, and the text without them (SAFETY A5, D1).
 *
 *     "Karim Haddad, a baker"            with the name "karim haddad":   "[name], a baker"
 *     "Haddad said"                      where the whole name stands elsewhere in the same answer: "[name] said"
 *     "وكريم حدّاد"                        whatever its marks, letters of the same sound and the words joined to it
 *     "write to desk@paper.example"      "write to [contact]"
 *
 * Numbers of people, days and hashes are no telephone numbers: those begin with "+" or stand behind a word for one.
 */

export interface WithheldSpan {
  readonly from: number
  readonly to: number
  readonly shown: '[name]' | '[contact]'
}

/** Letters that are written one for another, by the first of each row. */
const alike = ['اأإآٱ', 'يىئی', 'هة', 'وؤ', 'كک']
const marks = '[\\p{M}\\u0640]*'
const joined = 'وفبلك'
/** Words of a name that many names share. */
const particle =
  /^(?:al|el|bin|ibn|ben|bint|abu|abd|umm|de|da|del|della|di|du|la|le|van|von|der|den|the|ال|بن|ابن|بنت|أبو|ابو|عبد|أم|ام)$/iu

/** `near`: what must stand in a text for the pattern to be worth trying. */
const contacts = [
  {near: /@/, pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/giu},
  {
    near: /\+|00/,
    pattern: /(?<![\p{L}\p{N}])(?:\+|00)[1-9٠-٩](?:[ ().-]{0,2}[\d٠-٩]){6,14}(?![\p{L}\p{N}])/gu
  },
  {
    near: /tel|phone|mobile|cell|whatsapp|signal|viber|هاتف|جوال|واتساب|موبايل/i,
    pattern:
      /(?<=(?:\b(?:tel|telephone|phone|mobile|cell|whatsapp|signal|viber)\b|هاتف|جوال|واتساب|موبايل)[\s:.]{0,3}(?:number|no|on|at|رقم)?[\s:.]{0,3})[+(]?[\d٠-٩](?:[ ().-]{0,2}[\d٠-٩]){5,14}/giu
  }
]

/** A name or part of one, sought where its first word stands. */
interface Sought {
  readonly words: readonly string[]
  /** Made when it is first needed: of many names few stand in a text. */
  pattern: RegExp | null
}

/** Finds spans in one text after another. `all`: everything that is answered, in which a whole name lets its parts be found too. */
export function wordsWithheld(
  names: readonly string[],
  all: readonly string[]
): (text: string) => readonly WithheldSpan[] {
  const whole = seekerOf(names.map(wordsOf).filter(words => words.length > 0))
  const told = new Set(
    all.flatMap(text =>
      whole(text)
        .filter(own => patternIn(own).test(text))
        .map(own => own.words)
    )
  )
  const part = seekerOf([...told].flatMap(partsOf))
  return text => {
    const spans: WithheldSpan[] = []
    const add = (
      pattern: RegExp,
      shown: WithheldSpan['shown'],
      isMeant: (words: string) => boolean = () => true
    ) => {
      for (const {0: words, index: from} of text.matchAll(pattern)) {
        const to = from + words.length
        if (isMeant(words) && !spans.some(span => span.from < to && from < span.to))
          spans.push({from, to, shown})
      }
    }
    // Of two names that begin alike the longer one is meant.
    for (const own of whole(text).toSorted((x, y) => y.words.length - x.words.length))
      add(patternIn(own), '[name]')
    // "May" is a name, "may" is none.
    for (const own of part(text)) add(patternIn(own), '[name]', words => !/^\p{Ll}/u.test(words))
    for (const {near, pattern} of contacts) if (near.test(text)) add(pattern, '[contact]')
    return spans.sort((x, y) => x.from - y.from)
  }
}

function partsOf(words: readonly string[]): string[][] {
  const own = words.filter(word => word.length > 2 && !particle.test(word))
  return words.length > 1 && own.length ? [[own[0]!], [own.at(-1)!]] : []
}

function patternIn(sought: Sought): RegExp {
  sought.pattern ??= new RegExp(patternOf(sought.words), 'giu')
  sought.pattern.lastIndex = 0
  return sought.pattern
}

/** By the words of a text, those that may stand in it: patterns of hundreds of names are too slow to try everywhere. */
function seekerOf(all: readonly (readonly string[])[]): (text: string) => Sought[] {
  const byFirst = new Map<string, Sought[]>()
  for (const words of all) {
    const first = plainForm(words[0]!)
    byFirst.set(first, [...(byFirst.get(first) ?? []), {words, pattern: null}])
  }
  return text => {
    if (byFirst.size === 0) return []
    const found = new Set<Sought>()
    for (const [word] of plainForm(text).matchAll(/[\p{L}\p{N}]+/gu))
      for (const form of formsOf(word)) for (const own of byFirst.get(form) ?? []) found.add(own)
    return [...found]
  }
}

/** Itself, and without the Arabic words of one letter that may be joined to it. */
function formsOf(word: string): string[] {
  const forms = [word]
  for (let i = 0; i < 2 && joined.includes(word[i] ?? ' '); i++) forms.push(word.slice(i + 1))
  return forms
}

/** The same for all ways of writing a word that a pattern takes for one. */
function plainForm(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  return unmarked(text)
    .toLowerCase()
    .replace(/[\u0600-\u06ff]/g, letter => alike.find(row => row.includes(letter))?.[0] ?? letter)
}

export function without(text: string, spans: readonly WithheldSpan[]): string {
  let shown = ''
  let at = 0
  for (const span of spans) {
    shown += text.slice(at, span.from) + span.shown
    at = span.to
  }
  return shown + text.slice(at)
}

/** Where an offset of the text stands in the text without them: inside a span, before or behind what is shown of it. */
export function movedOffset(offset: number, spans: readonly WithheldSpan[], end: 'from' | 'to'): number {
  let moved = offset
  for (const {from, to, shown} of spans) {
    if (offset <= from) break
    if (offset < to) return moved - (offset - from) + (end === 'from' ? 0 : shown.length)
    moved += shown.length - (to - from)
  }
  return moved
}

function wordsOf(name: string): string[] {
  return name.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Between words of a name may stand what stands between words of an address too: "karim-haddad". */
function patternOf(words: readonly string[]): string {
  const letters = words.map(word => [...unmarked(word)].map(letter => classOf(letter) + marks).join(''))
  const before = /^\p{Script=Arabic}/u.test(words[0] ?? '')
    ? `(?<=(?<![\\p{L}\\p{N}])[${joined}]{0,2})`
    : '(?<![\\p{L}\\p{N}])'
  return `${before}${letters.join('[^\\p{L}\\p{N}]{1,3}')}(?![\\p{L}\\p{N}])`
}

function unmarked(word: string): string {
  return word.normalize('NFD').replace(/[\p{M}\u0640]/gu, '')
}

function classOf(letter: string): string {
  const row = alike.find(own => own.includes(letter))
  if (row) return `[${row}]`
  const accented = accents.get(letter.toLowerCase())
  return accented ? `[${letter}${accented}]` : letter
}

/** By a letter of Latin script: the same with accents. */
const accents = new Map<string, string>()
for (let code = 0xc0; code < 0x250; code++) {
  const letter = String.fromCharCode(code)
  const base = letter.normalize('NFD')
  if (base.length > 1)
    accents.set(base[0]!.toLowerCase(), (accents.get(base[0]!.toLowerCase()) ?? '') + letter)
}
