import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {abbreviationsOf} from '../../src/annotate/abbreviations.ts'
import {sentenceStarts} from '../../src/annotate/sentences.ts'
import {tokenize} from '../../src/annotate/tokens.ts'
import {loadCodebook} from '../../src/codebook/codebook.ts'
import {piece} from './hostile-text.ts'

const {keepStop, neverEnd} = abbreviationsOf(loadCodebook('codebook'))
const tokensOf = (text: string, region = {from: 0, to: text.length}) => tokenize(text, region, keepStop)
const words = (text: string) => tokensOf(text).map(({from, to}) => text.slice(from, to))
const sentencesOf = (text: string) => {
  const tokens = tokensOf(text)
  const starts = sentenceStarts(text, tokens, neverEnd)
  return starts.map((start, n) =>
    text.slice(tokens[start]!.from, tokens[(starts[n + 1] ?? tokens.length) - 1]!.to)
  )
}
/** A text in which "|" stands between the tokens. */
const splits = (marked: string) => assert.deepEqual(words(marked.replaceAll('|', '')), marked.split(/[| ]/))
/** A text in which " | " stands between the sentences. */
const ends = (marked: string) =>
  assert.deepEqual(sentencesOf(marked.replaceAll(' | ', ' ').replaceAll('|', '')), marked.split(/ ?\| ?/))

const texts = fc.oneof(
  fc.string({unit: 'binary', maxLength: 200}),
  fc.array(piece, {maxLength: 60}).map(pieces => pieces.join('')),
  fc
    .array(fc.oneof(piece, fc.string({unit: 'binary', maxLength: 3})), {maxLength: 40})
    .map(list => list.join(''))
)

test('tokens and the white space between them give back the text, whatever it is', () => {
  fc.assert(
    fc.property(texts, text => {
      let end = 0
      let again = ''
      for (const {from, to} of tokensOf(text)) {
        assert.ok(from >= end && to > from)
        assert.match(text.slice(end, from), /^\s*$/)
        again += text.slice(end, from) + text.slice(from, to)
        end = to
      }
      assert.match(text.slice(end), /^\s*$/)
      assert.equal(again + text.slice(end), text)
    }),
    {seed: 11, numRuns: 2000}
  )
})

test('sentences begin in order at tokens, and every token is in one of them', () => {
  fc.assert(
    fc.property(texts, text => {
      const tokens = tokensOf(text)
      const starts = sentenceStarts(text, tokens, neverEnd)
      assert.equal(starts.length > 0, tokens.length > 0)
      if (starts.length) assert.equal(starts[0], 0)
      for (const [n, start] of starts.entries()) {
        assert.ok(Number.isInteger(start) && start < tokens.length)
        if (n > 0) assert.ok(start > starts[n - 1]!)
      }
    }),
    {seed: 12, numRuns: 2000}
  )
})

test('a part of a text is split within its bounds', () => {
  fc.assert(
    fc.property(texts, fc.nat(100), fc.nat(100), (text, from, length) => {
      const region = {from: Math.min(from, text.length), to: Math.min(from + length, text.length)}
      let end = region.from
      for (const token of tokensOf(text, region)) {
        assert.ok(token.from >= end && token.to > token.from && token.to <= region.to)
        assert.match(text.slice(end, token.from), /^\s*$/)
        end = token.to
      }
      assert.match(text.slice(end, region.to), /^\s*$/)
    }),
    {seed: 13, numRuns: 2000}
  )
})

test('no white space and no pair of surrogates is cut by a token', () => {
  fc.assert(
    fc.property(texts, text => {
      for (const {from, to} of tokensOf(text)) {
        assert.doesNotMatch(text.slice(from, to), /\s/)
        for (const at of [from, to])
          assert.doesNotMatch(text.slice(at - 1, at + 1), /^[\ud800-\udbff][\udc00-\udfff]$/)
      }
    }),
    {seed: 14, numRuns: 2000}
  )
})

test('contractions, hyphens and possessives part as in the treebanks', () => {
  splits("did|n't ca|n’t can|not gon|na do|nt Iran|'s soldiers|' it|’s they|'ve should|n't|'ve")
  splits("O'Reilly Sana'a Ba’athist d'état o'clock 1990's '71 '90s")
  splits('Iranian|-|backed anti-army co-founder e-mail Jamaat|-|e|-|Islami pan|-|Arab F|-|16')
  splits('Committee|--|an entity|—|the 3|-|4 three|–|day')
})

test('numbers keep their marks and part from units', () => {
  splits(
    '1,300.50 7:30 11/28/2000 2024-03-05 713-853-3989 5th 1970s 4A 5|pm 35|mm 61|persons 20|-|year|-|old'
  )
  splits('$|5|m US$|300 €|5 5|% #|1 +44 .50 2|nd|,'.replace('2|nd', '2nd'))
  splits('١٬٣٠٠ ٣٫٥|٪ بـ|15 15|ألف 5-го 16-летний 2,5')
})

test('abbreviations and initials keep their stop', () => {
  splits(
    'Gen. Lt.|-|Gen. U.S. U.S.|-|led a.m. Ph.D. J. R. Smith J.R.|Smith Mr.|Ali Jr.|. etc|... No. 5 p. 12'
  )
  splits('ул. Мира, т.д. А. Б. Иванов А.Б.|Иванов 2015 г. 5 тыс. руб.'.replace('Мира,', 'Мира|,'))
  splits('د. أحمد أ.ف.ب')
})

test('links, addresses, tags and handles are one token each', () => {
  splits(
    'https://t.co/x9|. (|www.example.org/a_(b)|) pic.twitter.com/x9 t.co/x9 yesterday|https://t.co/x9 example.org'
  )
  splits('desk@example.org first.last@example.co.uk|, Carol@OFFICE @desk_24|: #بغداد|#العراق #17Feb C|#')
})

test('signs that run on are one token, and brackets are one each', () => {
  splits('...|" ?! !!! -- ==== ***** (|(|a|)|) "|" [|...|]')
  splits('👨‍👩‍👧|🇺🇦|🇸🇾|👍🏽 1️⃣')
})

test('scripts without capitals: joiners stay in the word, Arabic signs stand alone', () => {
  splits('می‌روند|، خانه‌های|؛ آیا|؟ ہوئے|۔ «|قُتِلَ|» كـــبير قال|.|ثم قتل|5|أشخاص')
  splits("п'ять об’єкт юго-восток Су-25 Ростов-на-Дону „|так|“")
})

test('a sentence missing its space is parted, a name of a site is not', () => {
  splits('killed|.|The enron.com Node.js ENRON.XLS')
  ends('Two were killed.|The police left.')
})

test('line breaks end sentences unless the lines are of one width', () => {
  assert.equal(sentencesOf('Image copyright Ann Roe\nTwo men died.\nPolice came').length, 3)
  assert.equal(sentencesOf('She wants recounts in\nMichigan and\nOhio.').length, 1)
  const telegram =
    'The minister of defence told the assembly that General\nRuiz would leave on Friday for talks with the President\nof the Republic, who has been in the north since the\nArmy withdrew. He gave no reason for the delay that\nMinisters had asked for.'
  assert.equal(sentencesOf(telegram).length, 2)
})

test('a quote closes with the sentence it closes', () => {
  ends('"We left. | They came." | He wept.')
  ends('“Who fired?” he asked.')
  ends('"Stop!" Ali Hassan said. | He ran.')
  ends('„Ми бачили все.“ | Вони пішли.')
  ends('«Мы не уйдем!» — сказал он.')
  ends('Two died.[3] | They left.')
})

test('text in capitals is read as mixed case is', () => {
  ends(
    'SAN SALVADOR, 12 JAN 90 (ACAN-EFE) -- [TEXT] THE U.S. EMBASSY WAS HIT AT 5 P.M. IN LIMA. | GEN. RUIZ LEFT THE U.S. | THE ARMY CAME.'
  )
})

test('a sentence of more than 250 tokens is cut at a comma', () => {
  const text = 'ten men and two, '.repeat(210)
  const starts = sentenceStarts(text, tokensOf(text), neverEnd)
  assert.equal(starts.length, 5)
  for (const start of starts) assert.equal(start % 5, 0)
})

test('a run of a megabyte without space is cut, and not inside a character', () => {
  for (const unit of ['a', '🔥\u200d', '\ud800']) {
    const tokens = tokensOf(unit.repeat(5000))
    assert.ok(tokens.every(({from, to}) => to - from <= 1000))
    assert.equal(tokens.at(-1)!.to, unit.length * 5000)
  }
})
