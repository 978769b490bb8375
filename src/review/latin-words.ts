/** A text of a script with capitals as words, each with what a reader sees of its form. */

export interface Word {
  readonly text: string
  /** Small letters, one kind of apostrophe, without the "'s" of a possessor. */
  readonly form: string
  readonly from: number
  /** Before "'s". */
  readonly to: number
  readonly capital: boolean
  /** In capitals altogether, of two letters or more. */
  readonly shout: boolean
  /** What stands between it and the word before. */
  readonly gap: string
  /** Whether a capital says nothing here: a sentence, heading or quotation begins. */
  readonly initial: boolean
  /** Of a line all of whose longer words have capitals, or are in capitals, or that has no capital at all. */
  readonly line: 'mixed' | 'title' | 'shout' | 'small'
}

const pattern = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu
/** What is inside of an address is no word of the text; "U.S." is one, and no name. */
const outside = /https?:\/\/\S+|\bwww\.\S+|(?<!\p{L})(?:\p{L}\.){2,}/giu
const uncased = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Lo}]/u

export function latinWordsIn(text: string, endsNoSentence: (word: string) => boolean): Word[] {
  const words: Word[] = []
  let start = 0
  // As long as it was, so that offsets stand.
  const read = text.replace(outside, own =>
    /^.\./u.test(own) ? own.replaceAll(/\p{L}/gu, '.') : ' '.repeat(own.length)
  )
  for (const line of read.split('\n')) {
    const found = [...line.matchAll(pattern)].filter(([word]) => !uncased.test(word))
    const kind = lineKind(found.map(([word]) => word))
    for (const {0: word, index} of found) {
      const last = words.at(-1)
      const from = start + index
      const bare = word.replace(/['’ʼ]s$/i, '')
      const gap = last ? text.slice(last.to, from).replace(/^['’ʼ]s\b/i, '') : text.slice(0, from)
      words.push({
        text: bare,
        form: bare.toLowerCase().replaceAll(/[’ʼ]/g, "'"),
        from,
        to: from + bare.length,
        capital: /^\p{Lu}/u.test(bare),
        shout: bare.length > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase(),
        gap,
        initial: !last || begins(gap, last.text, endsNoSentence),
        line: kind
      })
    }
    start += line.length + 1
  }
  return words
}

function begins(gap: string, before: string, endsNoSentence: (word: string) => boolean): boolean {
  if (/[!?:;\n“”"„«»‘([—–•*|]/u.test(gap)) return true
  return gap.includes('.') && [...before].length > 1 && !endsNoSentence(before.toLowerCase())
}

function lineKind(words: readonly string[]): Word['line'] {
  const long = words.filter(word => word.length > 3 && /\p{L}/u.test(word))
  const share = (test: (word: string) => boolean) => long.filter(test).length / long.length
  if (long.length >= 2 && share(word => word === word.toUpperCase()) >= 0.8) return 'shout'
  if (words.length >= 3 && words.every(word => word === word.toLowerCase())) return 'small'
  if (long.length >= 3 && share(word => /^\p{Lu}/u.test(word)) >= 0.75) return 'title'
  return 'mixed'
}
