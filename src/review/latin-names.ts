/**
 * Names of persons in scripts with capitals: a capitalised word that no list explains is one, and takes those beside it along.
 *
 *     "Tuesday Karim Haddad, 34, said"             Karim Haddad
 *     "Interior Minister Ana Quispe of Bolivia"     Ana Quispe: title and country are explained
 *     "his brother Grace", "a boy named rami"       by the words before them
 *     "BAKER MARIAM HADDAD SHOT IN BASRA"           Mariam Haddad: the other words are ordinary
 *     "K.H., a witness"                             initials
 *
 * It is made to withhold in doubt: the name of a body that no list has goes too, and a person may clear it.
 */
import type {LatinLexicon, Sort} from './latin-lexicon.ts'
import {latinWordsIn, type Word} from './latin-words.ts'
import type {FoundName, Seen} from './private-names.ts'

type Kind = Sort | 'place' | 'acronym' | 'particle' | 'ordinary' | 'unknown'

interface Read extends Word {
  readonly kind: Kind
  /** How many words the phrase of a list has that explains it. */
  readonly phrase: number
}

const oddCapital = 'a capital within a sentence, and no name of a list'
const recognised = 'the recogniser reads it as the name of a person'
const beside = 'stands with a name'
const besideInHeading = 'stands with a name in a heading'

/** Whether it may begin a name: by a capital, or in a line that has none by being strange. */
const counts = (word: Read) =>
  word.capital || (word.line === 'small' && word.kind === 'unknown' && word.text.length > 2)

const explained = (word: Read) =>
  word.phrase > 1 ||
  (word.kind !== 'unknown' && word.kind !== 'ordinary' && word.kind !== 'particle') ||
  (word.kind === 'ordinary' && (!word.capital || word.line !== 'mixed'))

const isTitled = (row: readonly Read[], n: number) => row[n + 1]?.kind === 'title'

export function latinNames(
  lexicon: LatinLexicon,
  registered: (wordAt: (i: number) => string | undefined) => number
): (text: string, seen: Seen) => FoundName[] {
  return (text, seen) => {
    const words = read(text, seen)
    const held = new Map<number, string>()
    const hold = (i: number, why: string) => {
      if (!held.has(i)) held.set(i, why)
    }
    for (const [first, end] of rows(words)) judge(words, first, end, hold)
    people(words, seen, hold)
    cues(text, words, hold)
    return [...spansOf(text, words, held), ...initials(text), ...handles(text)]
  }

  function read(text: string, seen: Seen): Read[] {
    const words = latinWordsIn(
      text,
      word => lexicon.phraseAt(i => (i === 0 ? word : undefined))?.value === 'title'
    )
    const result: Read[] = []
    for (let i = 0; i < words.length; ) {
      const wordAt = (n: number) => {
        const own = words[i + n]
        return own && (n === 0 || isJoint(own.gap)) ? own.form : undefined
      }
      const own = registered(wordAt)
      const listed =
        lexicon.phraseAt(wordAt) ??
        lexicon.phraseAt(n => (n === 0 ? words[i]!.form.replace(/(?<=...)s$/, '') : undefined))
      const place = placeLength(text, words, i, seen)
      const length = Math.max(own, listed?.length ?? 0, place)
      const kind: Kind | null =
        length === 0
          ? null
          : own === length
            ? 'registered'
            : listed?.length === length
              ? listed.value
              : 'place'
      if (kind === null || isOnlyForm(words[i]!, kind, length)) {
        result.push({...words[i]!, kind: loneKind(words[i]!), phrase: 1})
        i++
      } else {
        for (let n = 0; n < length; n++) result.push({...words[i + n]!, kind, phrase: length})
        i += length
      }
    }
    // "in Goma ... the road to Goma": told as a place once, it is one again.
    const places = new Set(
      result.flatMap(own => (own.kind === 'place' && own.phrase === 1 ? [own.form] : []))
    )
    return result.map(own => (own.kind === 'unknown' && places.has(own.form) ? {...own, kind: 'place'} : own))
  }

  /** "US", "who": what is a code in capitals is a word in small letters. A given name that a list has by chance is none of its sort. */
  function isOnlyForm(word: Word, kind: Kind, length: number): boolean {
    if (length > 1) return false
    if (kind === 'registered') return !word.capital || (lexicon.isGiven(word.form) && !word.shout)
    return (
      kind !== 'place' && kind !== 'country' && kind !== 'title' && word.capital && lexicon.isGiven(word.form)
    )
  }

  function loneKind(word: Word): Kind {
    if (lexicon.cue(word.form, 'particle')) return 'particle'
    if (lexicon.isGiven(word.form)) return 'unknown'
    if (lexicon.isOrdinary(word.form)) return 'ordinary'
    if (word.line === 'small' && lexicon.isPlace(word.form)) return 'place'
    // In a line of capitals an abbreviation looks like a name.
    if (word.shout && word.text.length <= 4 && word.line !== 'shout') return 'acronym'
    return !/\p{L}{2}/u.test(word.text) && (!word.capital || /\p{N}/u.test(word.text))
      ? 'ordinary'
      : 'unknown'
  }

  /** How many words from here on are of a place: as the pipeline read it, or by the gazetteer behind "in" and the like. */
  function placeLength(text: string, words: readonly Word[], i: number, seen: Seen): number {
    const {from, capital} = words[i]!
    if (!capital) return 0
    const whole = seen.places.find(place => place.from === from)
    const inSeen = whole ? words.filter(own => own.from >= from && own.to <= whole.to).length : 0
    if (inSeen > 0 && !isTaken(seen, whole!)) return inSeen
    for (let length = 4; length > 0; length--) {
      const row = words.slice(i, i + length)
      if (row.length < length || row.slice(1).some(({gap}) => !isJoint(gap))) continue
      if (!lexicon.isPlace(text.slice(from, row.at(-1)!.to))) continue
      if (length > 1) return row.some(({form}) => lexicon.isGiven(form)) ? 0 : length
      if (lexicon.isGiven(words[i]!.form)) return 0
      return isBehindPlaceWord(words, i) || lexicon.isLargePlace(text.slice(from, words[i]!.to)) ? 1 : 0
    }
    return 0
  }

  function isTaken({people: own}: Seen, place: {readonly from: number; readonly to: number}): boolean {
    return own.some(({from, to}) => from <= place.from && place.to <= to && to - from > place.to - place.from)
  }

  /** A row of capitalised words with nothing but blanks, hyphens and particles between. */
  function rows(words: readonly Read[]): [number, number][] {
    const result: [number, number][] = []
    for (let i = 0; i < words.length; ) {
      if (!counts(words[i]!)) {
        i++
        continue
      }
      let end = i + 1
      for (let n = end; n < words.length; n++) {
        const {gap, kind} = words[n]!
        if (
          !isJoint(gap) &&
          !(/^\.[ -]?$/.test(gap) && (words[n - 1]!.text.length === 1 || words[n - 1]!.kind === 'title'))
        )
          break
        if (counts(words[n]!)) end = n + 1
        else if (kind !== 'particle') break
      }
      result.push([i, end])
      i = end
    }
    return result
  }

  /** In a heading every word has a capital: an ordinary one beside a name is none. */
  function inHeading({line, kind, form}: Read): boolean {
    return (line === 'title' || line === 'shout') && kind === 'ordinary' && !lexicon.isGiven(form)
  }

  function judge(
    words: readonly Read[],
    first: number,
    end: number,
    hold: (i: number, why: string) => void
  ): void {
    const row = words.slice(first, end)
    const isName = row.map((word, n) => {
      if (word.kind === 'unknown') return true
      if (word.kind === 'particle') return n + 1 < row.length || n > 0
      return false
    })
    const isLone = row.length === 1 || row.every(({kind}) => kind === 'title' || kind === 'ordinary')
    if (!isName.includes(true)) {
      const [last] = row.slice(-1) as [Read]
      const before = words[first - 1]
      // "that Grace was shot": a word that is small elsewhere has no capital here without a reason.
      const isOdd =
        last.kind === 'ordinary' &&
        last.line === 'mixed' &&
        !row[0]!.initial &&
        !(before && /^(?:the|a|an|of)$/.test(before.form))
      const titled =
        row.length > 1 && row.at(-2)!.kind === 'title' && last.kind === 'ordinary' && last.line === 'mixed'
      if ((isOdd && row.length === 1) || titled) hold(end - 1, oddCapital)
      // "Precious Stone was": a second word has no capital either, unless an article makes a body's name of them.
      const isPair =
        row.length > 1 &&
        row.length < 4 &&
        row.every(({kind, line}) => kind === 'ordinary' && line === 'mixed') &&
        !(before && /^(?:the|a|an)$/.test(before.form) && !row[0]!.initial)
      if (isPair) for (let n = first; n < end; n++) hold(n, oddCapital)
      return
    }
    if (isLone && row.length === 1 && row[0]!.kind === 'particle') return
    if (isBody(row)) return
    // Beside a name: ordinary words and places belong to it; titles, bodies, roles and days do not.
    const isGivenAt = (n: number) => row[n] !== undefined && lexicon.isGiven(row[n].form)
    const swallowed = (n: number): boolean => {
      const {kind, phrase, initial} = row[n]!
      if (isName[n]) return true
      if (kind === 'ordinary') return !(initial && n === 0 && row[n]!.line !== 'mixed' && row.length > 3)
      if (kind === 'particle' || kind === 'acronym') return kind === 'particle'
      const follows = isName[n - 1] === true
      // "Mark Rivers", "Goodluck Sunday".
      if (follows && phrase === 1 && ['role', 'day', 'function'].includes(kind))
        return row[n]!.line === 'mixed' || isGivenAt(n - 1)
      if (follows && kind === 'body' && phrase === 1) return isGivenAt(n - 1) && n === row.length - 1
      if (phrase === 1 && ['registered', 'place', 'country', 'people', 'known', 'institution'].includes(kind))
        return (
          follows || (kind !== 'people' && kind !== 'country' && isName[n + 1] === true && !isTitled(row, n))
        )
      return false
    }
    for (let n = 0; n < row.length; n++) {
      if (isName[n]) hold(first + n, 'a capitalised word that no list explains')
    }
    const isStrange = [...isName]
    // In a heading every word has a capital: of the ordinary ones that before a name, or between its parts, may belong to it.
    for (let n = 1; n < row.length; n++)
      if (
        !isName[n] &&
        isName[n - 1] &&
        swallowed(n) &&
        (!inHeading(row[n]!) || isName[n + 1] || isGivenAt(n - 1))
      ) {
        isName[n] = true
        hold(first + n, beside)
      }
    for (let n = row.length - 2; n >= 0; n--)
      if (!isName[n] && isName[n + 1] && swallowed(n) && (!inHeading(row[n]!) || isStrange[n + 1])) {
        isName[n] = true
        hold(first + n, inHeading(row[n]!) ? besideInHeading : beside)
      }
  }

  /** "Altiplano Miners Union": what ends in a word for bodies, holds an ordinary word and one strange word at most, is a body's name. */
  function isBody(row: readonly Read[]): boolean {
    const strange = row.filter(({kind}) => kind === 'unknown' || kind === 'particle')
    return (
      row.at(-1)!.kind === 'body' &&
      strange.length <= 1 &&
      row.length >= 3 &&
      row.some(
        ({kind, form}) =>
          ['ordinary', 'role', 'people'].includes(kind) && !lexicon.cue(form, 'kin') && form !== 'family'
      ) &&
      strange.every(({form}) => !lexicon.isGiven(form)) &&
      row.slice(0, -1).every(({kind}) => kind !== 'title')
    )
  }

  /** What the recogniser read as a person, where no list says otherwise. */
  function people(words: readonly Read[], seen: Seen, hold: (i: number, why: string) => void): void {
    for (const {from, to} of seen.people) {
      const own = words.flatMap((word, i) => (from <= word.from && word.to <= to ? [i] : []))
      if (own.every(i => explained(words[i]!))) continue
      for (const i of own)
        if (!['title', 'body', 'role', 'function', 'day'].includes(words[i]!.kind) && words[i]!.phrase === 1)
          hold(i, recognised)
    }
  }

  /** By what stands around: an age, a relative, a word for naming, a verb of speech. */
  function cues(text: string, words: readonly Read[], hold: (i: number, why: string) => void): void {
    const namings = lexicon.namingCues.map(cue => cue.split(' '))
    for (const [i, word] of words.entries()) {
      const after = text.slice(word.to, word.to + 24)
      const isLoose =
        word.capital && ['ordinary', 'place', 'known', 'institution'].includes(word.kind) && word.phrase === 1
      if (
        isLoose &&
        (/^,? (?:\(\d{1,3}\)|aged? \d{1,3}\b)|^, (?:a |an )?\d{1,3}(?:,|\)|\.|-year-old| years? old)/.test(
          after
        ) ||
          /^ \(\d{1,3}\)/.test(after))
      )
        hold(i, 'an age stands behind it')
      const next = words[i + 1]
      if (
        word.kind === 'place' &&
        word.phrase === 1 &&
        !isBehindPlaceWord(words, i) &&
        next &&
        lexicon.cue(next.form, 'say') &&
        /^,? $/.test(next.gap)
      )
        hold(i, 'it speaks, and is no word for a body')
      const saying = next && /^['’]?s?,? ?$/.test(next.gap) && lexicon.cue(next.form, 'say')
      if (
        saying &&
        isLoose &&
        word.initial &&
        word.kind === 'ordinary' &&
        !/s$/.test(word.form) &&
        !/ly$/.test(word.form)
      )
        hold(i, 'it speaks, and is no word for a body')
      if (
        lexicon.cue(word.form, 'kin') &&
        next?.capital &&
        /^,? $/.test(next.gap) &&
        ['ordinary', 'place', 'known', 'institution'].includes(next.kind) &&
        next.phrase === 1
      )
        hold(i + 1, 'a relative')
      if (next?.capital && next.phrase === 1 && isHonorific(word) && /^\.? $/.test(next.gap))
        hold(i + 1, 'a title stands before it')
      const named = namings.find(cue => cue.every((own, n) => words[i + n]?.form === own))
      if (!named) continue
      for (let n = i + named.length; n < i + named.length + 4 && n < words.length; n++) {
        const own = words[n]!
        if (!/^[\s,"“‘'-]*$/.test(own.gap)) break
        const isFirst = n === i + named.length
        const isStrange =
          (isFirst &&
            own.capital &&
            own.phrase === 1 &&
            ['title', 'people', 'known', 'day'].includes(own.kind)) ||
          own.kind === 'unknown' ||
          (own.kind === 'ordinary' && own.capital) ||
          (own.kind === 'place' && own.phrase === 1 && n === i + named.length)
        if (!isStrange && own.kind !== 'particle') break
        hold(n, `behind "${named.join(' ')}"`)
      }
    }
    // Of a name told in small letters its neighbours that no list has belong to it.
    for (const [i, word] of words.entries()) {
      if (word.capital || !lexicon.isGiven(word.form) || lexicon.isOrdinary(word.form)) continue
      hold(i, 'listed as a given name')
      const next = words[i + 1]
      if (next?.kind === 'unknown' && isJoint(next.gap)) hold(i + 1, beside)
    }
  }

  function spansOf(text: string, words: readonly Read[], held: ReadonlyMap<number, string>): FoundName[] {
    const found: FoundName[] = []
    for (const i of [...held.keys()].sort((a, b) => a - b)) {
      const {from, to, gap, form} = words[i]!
      const last = found.at(-1)
      const joins = held.has(i - 1) && (isJoint(gap) || /^\. ?$/.test(gap)) && !gap.includes('\n')
      const parts = standsAlone(words[i]!, held.get(i)!) ? [form] : []
      if (last && joins)
        found[found.length - 1] = {
          ...last,
          to,
          name: text.slice(last.from, to),
          parts: [...last.parts, ...parts]
        }
      else found.push({from, to, name: text.slice(from, to), parts, why: held.get(i)!})
    }
    return found
  }

  /** Whether the word by itself is the name, wherever the page has it. */
  function standsAlone({kind, form, line}: Read, why: string): boolean {
    if (kind === 'unknown') return form.length > 2
    if (kind === 'particle' || why === besideInHeading) return false
    return why === recognised
      ? kind !== 'ordinary' || lexicon.isGiven(form)
      : line === 'mixed' && form.length > 2
  }

  function initials(text: string): FoundName[] {
    return [...text.matchAll(/(?<![\p{L}\p{N}.])\p{Lu}\.(?:[ -]?\p{Lu}\.)+/gu)]
      .filter(([name]) => !lexicon.cue(name.toLowerCase().replaceAll(/[ -]/g, ''), 'safe-initials'))
      .map(({0: name, index}) => ({from: index, to: index + name.length, name, parts: [], why: 'initials'}))
  }
}

/** Whoever writes on a network is named by it. */
function handles(text: string): FoundName[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}.])@[\p{L}\p{N}_]{2,}/gu)].map(({0: name, index}) => ({
    from: index,
    to: index + name.length,
    name,
    parts: [],
    why: 'an account of a network'
  }))
}

const isHonorific = ({form, capital}: Word) =>
  capital && /^(?:mr|mrs|ms|miss|dr|prof|sir|madam|mme|sheikh|shaikh|haji|hajji|sayyid|mullah)$/.test(form)

const isJoint = (gap: string) =>
  /^(?:[ \u00a0]\n?|\n|-|‐|‑|['’ʼ/]| & |['’] |, (?=$)| ["“”'‘’]|["”’] )$/.test(gap)

const placeWords =
  /^(?:in|at|near|outside|inside|around|across|towards|toward|city|town|village|district|province|region|state|county|governorate|suburb|camp|of)$/

function isBehindPlaceWord(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]
  if (!before || !/^[ ,\u00a0]*$/.test(words[i]!.gap)) return false
  if (before.form === 'of') return placeWords.test(words[i - 2]?.form ?? '') && words[i - 2]!.form !== 'of'
  return placeWords.test(before.form)
}
