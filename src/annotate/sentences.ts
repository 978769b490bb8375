/**
 * Finds where sentences end, over the tokens of one passage.
 *
 *     "Gen. Ali said so."  "at 5 p.m. Monday"  "No. 5"      one sentence
 *     "They left at 5 p.m. Police came."                    two
 *     "“Who fired?” he asked."                              one: a small letter follows the quote
 *     "“We left. They came.” He wept."                      three; a closing quote stays with what it closes
 *     "1. Two men were held."  "It fell. [3] They left."    one; two, with the note in the first
 *     "в 2015 г. в Киеве"  "А. Б. Иванов"                   one
 *
 * A blank line ends a sentence always; a line break does unless the lines are
 * of one width, as in a telegram. A sentence of more than 250 tokens is cut, at a
 * semicolon or comma if there is one.
 */
import {startsUpper} from '../algorithms/letters.ts'
import type {Span} from '../model/span.ts'
import {isHardWrapped} from './hard-wrapped-lines.ts'

const longest = 250
const longestNote = 6
const mostNotes = 12
/** Most words between a closing quote and the verb of saying that takes it up: "“Stop!” Ali Hassan said". */
const longestSpeaker = 3
const stops = '.!?…؟۔。！？'
const closing = /^(?:["”“’')\]}»«›‹]+|\p{C}+)$/u
const bullet = /^[-–—*•·▪●■◦‣]+$/
const dots = /^(?:\.{2,}|…+)$/
/** What no line ends with unless the sentence goes on in the next. */
const goesOn = /^(?:,|،|an?|the|and|or|of|in|on|at|to|by|for|from|with|as|that|[Mm]rs?|[Mm]s)$/
const credits = new Set(['Image', 'Photo', 'Picture'])
const face = /^[:;=]['-]?[)(DPpO|]$/
const clock = /^[ap]\.?m\.$/i
/** What goes on after the time of day: "5 p.m. Monday", "5 p.m. EST". */
const afterClock =
  /^(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*|[A-Z]{2,4}|Eastern|Central|Pacific|Mountain|Local)\.?$/
/** Words that open a sentence after an abbreviation that may have closed the one before; the first row also where all is in capitals. */
const surely =
  'The He She They We These Those This That There It However Meanwhile Police Officials Witnesses Residents Authorities Gunmen Militants Он Она Они Это Эти Однако Вона Вони Він Це Ці Однак'
const openers = new Set(
  `${surely} A An I In On But And At For As After If When His Her Their Its You What So No To By While Since Soldiers Some Several Two Three В На По Но И А С Как После Когда Если Во Об У Та Після Коли Якщо Але За До`.split(
    ' '
  )
)
const sureOpeners = new Set(surely.split(' '))
const saying = new Set('said says asked told added wrote shouted cried replied'.split(' '))
/** Verbs of saying that follow the quote they take up, in scripts without capitals. */
const sayingFirst = new Set(
  'قال قالت قالوا أضاف أضافت أكد أكدت صرح صرحت ذكر ذكرت گفت گفتند افزود وتلي ووتی'.split(' ')
)

/** Numbers of the first tokens of sentences, in order; the first is 0. `neverEnd`: abbreviations that close none. */
export function sentenceStarts(
  text: string,
  tokens: readonly Span[],
  neverEnd: ReadonlySet<string>
): number[] {
  const starts = tokens.length ? [0] : []
  const passage = {text, tokens, neverEnd, isWrapped: isHardWrapped(text, tokens)}
  for (let i = 0; i + 1 < tokens.length; i++) {
    const next = endsAfter(passage, i, starts.at(-1)!)
    if (next === 0) continue
    if (next < tokens.length) starts.push(next)
    i = next - 1
  }
  return starts.flatMap((start, n) => cut(text, tokens, start, starts[n + 1] ?? tokens.length))
}

interface Passage {
  readonly text: string
  readonly tokens: readonly Span[]
  readonly neverEnd: ReadonlySet<string>
  readonly isWrapped: boolean
}

/** The token that begins the next sentence when one ends at token `i` (closing quotes included), or the number of tokens; else 0. */
function endsAfter(passage: Passage, i: number, start: number): number {
  const {text, tokens} = passage
  const word = wordAt(passage, i)
  const follower = wordAt(passage, i + 1)
  if (endsLine(passage, i, follower)) return i + 1
  // "The square on Monday Image: Ann Roe"
  if (credits.has(follower) && i + 2 < tokens.length && wordAt(passage, i + 2) === ':') return i + 1
  if (startsUpper(follower) ? face.test(word) || isLink(word) : isLink(word) && isLink(follower)) return i + 1
  const end = word.at(-1)!
  // "... He left": dots may open a sentence.
  if (!stops.includes(end) || (i === start && dots.test(word))) return 0
  let next = i + 1
  while (next < tokens.length && closes(passage, next)) next++
  const isQuoted = next > i + 1 && !')]}'.includes(text[tokens[next - 1]!.from]!)
  const closed = next
  next = afterNotes(passage, next)
  if (next >= tokens.length) return next
  const nextWord = wordAt(passage, next)
  if ('。！？'.includes(end)) return next
  if (tokens[next]!.from === tokens[next - 1]!.to && !isGluedSentence(passage, i, next)) return 0
  if (/^[,;،؛)\]]/.test(nextWord)) return 0
  const isSmall = /^\p{Ll}/u.test(nextWord) && !/^\p{Ll}+\p{Lu}/u.test(nextWord)
  // "He said . . . that"
  if (isSmall && next > closed && wordAt(passage, closed) === '.') return 0
  if (isQuoted && (isSmall || sayingFirst.has(nextWord) || /^[—–-]/.test(nextWord))) return 0
  if (isQuoted && end !== '.' && isSpeaker(passage, next)) return 0
  if (end === '.' && word.length > 1 && !/^\.+$/.test(word)) {
    return abbreviationEnds(passage, i, word, nextWord) ? next : 0
  }
  if (end === '.' && word.length === 1) {
    // "1. Two men were held"
    if (isItem(passage, i, start)) return 0
    if (isSmall && !isPlainWord(i > 0 ? wordAt(passage, i - 1) : '')) return 0
  }
  if (dots.test(word) && !/^["“'(«„]?\p{Lu}/u.test(nextWord) && !isCaseless(nextWord)) return 0
  return next
}

function endsLine({text, tokens, isWrapped}: Passage, i: number, follower: string): boolean {
  const {to} = tokens[i]!
  const {from} = tokens[i + 1]!
  if (from - to < 1) return false
  const gap = text.slice(to, from)
  const line = gap.indexOf('\n')
  if (line < 0) return false
  if (gap.includes('\n', line + 1)) return true
  if (isWrapped && !bullet.test(follower)) return false
  // A page breaks lines around its links: "said in\nMichigan".
  if (goesOn.test(text.slice(tokens[i]!.from, to))) return false
  const first = bullet.test(follower) && i + 2 < tokens.length ? tokens[i + 2]!.from : from
  const isDash = first !== from && /^[-–—]/.test(follower)
  return !/^[\p{Ll},]/u.test(text.slice(first, first + 2)) || (isDash && stops.includes(text[to - 1]!))
}

/** Whether token `n` closes what is open: glued to the one before, and not to the next. */
function closes(passage: Passage, n: number): boolean {
  const {text, tokens} = passage
  const {from, to} = tokens[n]!
  if (!closing.test(text.slice(from, to))) return false
  // A quote may stand alone at the end of a paragraph: "He left. \"".
  if (from !== tokens[n - 1]!.to) return text.slice(to, tokens[n + 1]?.from ?? to).includes('\n')
  return !/^[\p{L}\p{N}]/u.test(text.slice(to, to + 2))
}

/** Past notes that belong to the sentence before, on the same line: "[3]", ":)", the rest of ". . .". */
function afterNotes(passage: Passage, from: number): number {
  const {text, tokens} = passage
  let next = from
  while (next < tokens.length && next < from + mostNotes) {
    if (text.slice(tokens[next - 1]!.to, tokens[next]!.from).includes('\n')) break
    const word = wordAt(passage, next)
    if (face.test(word) || (/^[.?!…]+$/.test(word) && !dots.test(word))) next++
    else if (
      word === '[' &&
      next + 2 < tokens.length &&
      wordAt(passage, next + 2) === ']' &&
      /^[\p{N}a-z,–-]+$/u.test(wordAt(passage, next + 1)) &&
      tokens[next + 1]!.to - tokens[next + 1]!.from <= longestNote
    )
      next += 3
    else break
  }
  return next
}

/** "killed.The police": no space, but a small letter before and a capital after; Arabic has no capitals. */
function isGluedSentence(passage: Passage, i: number, next: number): boolean {
  const {text, tokens} = passage
  const after = wordAt(passage, next)
  if (i + 1 !== next) return /^["“«„(]?\p{Lu}/u.test(after)
  const before = text[tokens[i]!.from - 1] ?? ''
  return (
    tokens[i]!.to - tokens[i]!.from === 1 &&
    ((/\p{Ll}/u.test(before) && /^\p{Lu}\p{Ll}*$/u.test(after)) ||
      (/\p{Lo}/u.test(before) && /^\p{Lo}/u.test(after)))
  )
}

function abbreviationEnds(
  {text, tokens, neverEnd}: Passage,
  i: number,
  word: string,
  nextWord: string
): boolean {
  const {from} = tokens[i]!
  const bare = word.slice(0, -1)
  if (neverEnd.has(bare.toLowerCase()) || neverEnd.has(bare)) return false
  const isUpper = startsUpper(nextWord)
  const isShouted = isUpper && nextWord.length > 1 && nextWord === nextWord.toUpperCase()
  if (isShouted) return sureOpeners.has(nextWord[0] + nextWord.slice(1).toLowerCase())
  if (word.length === 2) {
    // "в 2015 г. Он": after a figure, a short word for its unit; else an initial.
    return sureOpeners.has(nextWord) && !/\p{Lu}\. ?$/u.test(text.slice(Math.max(0, from - 3), from))
  }
  if (/^etc\.$/i.test(word)) return isUpper
  // "4 p.m. Baghdad time"
  if (clock.test(word))
    return (
      isUpper &&
      !afterClock.test(nextWord) &&
      !/^\s\S{1,20} time\b/.test(text.slice(tokens[i]!.to, tokens[i]!.to + 30))
    )
  return openers.has(nextWord) || (/^["“«„]$/.test(nextWord) && word.length > 3)
}

/** "“Stop!” Ali Hassan said" */
function isSpeaker(passage: Passage, from: number): boolean {
  for (let n = from; n <= from + longestSpeaker && n < passage.tokens.length; n++) {
    const word = wordAt(passage, n)
    if (n > from && saying.has(word)) return true
    if (!startsUpper(word)) return false
  }
  return false
}

/** The number of an item in a list: first in its sentence, or after a colon. */
function isItem(passage: Passage, stop: number, start: number): boolean {
  const number = stop - 1
  if (number < start || passage.tokens[number]!.to !== passage.tokens[stop]!.from) return false
  if (!/^(?:\p{Nd}{1,2}|\p{Nd}{1,2}\.\p{Nd}{1,2}|\p{L})$/u.test(wordAt(passage, number))) return false
  const before = number > start ? wordAt(passage, number - 1) : ':'
  return before === ':' || (number - 1 === start && bullet.test(before))
}

/** A word that ends a sentence of a writer who begins with small letters; others with a stop are abbreviations not known. */
function isPlainWord(word: string): boolean {
  return /^(?:\p{Ll}{3,}|\p{Lu}\p{Ll}{3,}|\p{Lu}{3,}|\p{N}+|[)"”’'\]%]|n['’]?t|as|be|by|do|go|he|if|in|is|it|me|my|no|of|on|so|to|up|us|we)$/u.test(
    word
  )
}

function isLink(word: string): boolean {
  return word.length > 9 && /^(?:https?:|www\.|pic\.twitter|t\.co\/)/.test(word)
}

function isCaseless(word: string): boolean {
  return /^\p{Lo}/u.test(word)
}

function wordAt({text, tokens}: Passage, n: number): string {
  const {from, to} = tokens[n]!
  return text.slice(from, to)
}

function cut(text: string, tokens: readonly Span[], start: number, end: number): number[] {
  const starts = [start]
  while (end - starts.at(-1)! > longest) {
    const from = starts.at(-1)!
    let at = from + longest
    for (let i = at; i > from + longest / 2; i--) {
      if (/[;,،؛]/.test(text[tokens[i - 1]!.from]!)) {
        at = i
        break
      }
    }
    starts.push(at)
  }
  return starts
}
