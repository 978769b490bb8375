/**
 * Splits a report into passages: title, body, embedded posts, captions, boilerplate.
 *
 *     "Clashes in the old town\n\nPolice ..."                         title, body
 *     "... pic.twitter.com/x — Name (@handle) November 5, 2021"       social-post with author, day and links
 *     "READ ALSO: ...", "Photo: ...", the dateline                    boilerplate, caption, boilerplate
 *
 * Passages are in text order and do not overlap; together they hold every word. What the page marked (`marked` of the
 * report) stays as it marked it; the words decide about the rest as if that were not there.
 */
import type {Knowledge} from '../codebook/knowledge.ts'
import {identifyLanguage} from '../languages/identify.ts'
import type {Passage} from '../model/contract.ts'
import {isIsoDate} from '../model/date.ts'
import type {Span} from '../model/span.ts'
import {stage} from '../model/stage.ts'
import {readDay} from './calendar.ts'
import {datelineAt} from './dateline.ts'
import {treelessHeader} from './treeless-header.ts'

type Kind = Passage['kind']

const longestTitle = 200
/** A dateline stands in the first paragraphs, and once; a town before a colon further down heads its paragraph. */
const latestDateline = 5
const postEnd =
  /(?:—|–|--|-)\s*(?<author>[^\n—–]{1,80}?\(@\w{1,30}\))\s*(?<day>\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9} \d{4})?\s*$/u
const link = /(?:https?:\/\/|pic\.twitter\.com\/|t\.co\/)[^\s<>"]+/g
/** "عاجل | ...": the mark of urgent news, not of a menu. */
const urgent = /^عاجل\s*\|/u
/** A line that is only a date, a byline or a stamp. */
const stampLine =
  /^(?:by [\p{Lu}\p{L} .,&'-]{2,80}|(?:\p{L}{3,9},? )?(?:\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}|(?:(?:published|updated|posted|date)(?: on)? ?:? ?)?(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}))(?:[T ,|–-].{0,40})?)$/iu

export const passages = ({codebook, gazetteer, profiles}: Knowledge) => {
  const others = treelessHeader(codebook, gazetteer)
  const functionWords = new Set(
    codebook.table('lexicons/en/function-words.csv', ['form']).map(({form}) => form)
  )
  const openings = codebook.table('lexicons/en/boilerplate.csv', ['id', 'form', 'kind'])

  return stage({
    name: 'passages',
    needs: [],
    adds: ['passages'],
    run({text, title, marked = []}) {
      const found: Passage[] = []
      const paragraphs = unmarkedParagraphs(text, marked)
      const evidence = {functionWords, profiles}
      const whole = identifyLanguage(text, evidence) ?? profiles(text) ?? 'und'
      let language = ''
      let beforeTitle = !marked.some(({kind}) => kind === 'title')
      let isFiled = false
      let nextMark = 0
      const addMarks = (until: number) => {
        for (; nextMark < marked.length && marked[nextMark]!.from < until; nextMark++) {
          const {from, to} = marked[nextMark]!
          const own = identifyLanguage(text.slice(from, to), evidence)
          found.push({...marked[nextMark]!, language: own ?? (language || whole)})
        }
      }
      for (const [n, paragraph] of paragraphs.entries()) {
        addMarks(paragraph.from)
        for (const {span, kind} of partsOf(
          text,
          paragraph,
          beforeTitle && n < paragraphs.length - 1,
          isFiled ? latestDateline : n,
          title
        )) {
          if (kind === 'boilerplate' && filedAt(text, span.from)) isFiled = true
          if (kind === 'title' || kind === 'body') beforeTitle = false
          const words = text.slice(span.from, span.to)
          const own = identifyLanguage(words, evidence)
          language = own ?? (kind === 'boilerplate' ? whole : language || whole)
          found.push({...span, kind, language, ...(kind === 'social-post' ? postOf(words) : {})})
        }
      }
      addMarks(text.length)
      return {passages: joined(text, found)}
    }
  })

  function filedAt(text: string, from: number) {
    return (
      datelineAt(text, from) ?? (isArabic(text.slice(from, from + 20)) ? others.datelineAt(text, from) : null)
    )
  }

  function partsOf(
    text: string,
    paragraph: Span,
    mayBeTitle: boolean,
    n: number,
    title: string | null
  ): {span: Span; kind: Kind}[] {
    const words = text.slice(paragraph.from, paragraph.to)
    if (postEnd.test(words.slice(-160)) && (/pic\.twitter\.com|t\.co\//.test(words) || words.length < 600)) {
      return [{span: paragraph, kind: 'social-post'}]
    }
    const opening = words.slice(0, 60).toLowerCase()
    const known = openings.find(({form}) => opening.startsWith(form))
    if (known) return [{span: paragraph, kind: known.kind as Kind}]
    if (
      words.length < 140 &&
      (stampLine.test(words.trim()) || (isArabic(words) && others.isStamp(words.trim())))
    )
      return [{span: paragraph, kind: 'boilerplate'}]
    if (words.length < longestTitle && words.includes(' | ') && !urgent.test(words))
      return [{span: paragraph, kind: 'boilerplate'}]
    if (isTitle(words, mayBeTitle, title)) return [{span: paragraph, kind: 'title'}]
    const dateline = n < latestDateline ? filedAt(text, paragraph.from) : null
    if (!dateline) return [{span: paragraph, kind: 'body'}]
    const rest = trimmedSpan(text, {from: dateline.span.to, to: paragraph.to})
    return [
      {span: dateline.span, kind: 'boilerplate'},
      ...(rest ? [{span: rest, kind: 'body' as const}] : [])
    ]
  }
}

function isArabic(words: string): boolean {
  return /\p{Script=Arabic}/u.test(words)
}

/** The first paragraph that is no boilerplate is a title when it is one short line without a full stop and more follows. */
function isTitle(words: string, mayBeTitle: boolean, title: string | null): boolean {
  if (title && words.trim() === title.trim()) return true
  if (!mayBeTitle || words.length > longestTitle || words.includes('\n')) return false
  return !/[.:;,]["”’]?$/.test(words.trim()) && !datelineAt(words, 0)
}

function postOf(words: string): Pick<Passage, 'author' | 'on' | 'links'> {
  const {author, day} = postEnd.exec(words.slice(-160))?.groups ?? {}
  const on = day ? readDay(day) : null
  const links = words.match(link) ?? []
  return {
    ...(author ? {author: author.trim()} : {}),
    ...(on && isIsoDate(on) ? {on} : {}),
    ...(links.length ? {links: [...links]} : {})
  }
}

function unmarkedParagraphs(text: string, marked: readonly Span[]): Span[] {
  const ends = [...marked.map(({from}) => from), text.length]
  return ends.flatMap((to, n) => paragraphsOf(text, {from: n === 0 ? 0 : marked[n - 1]!.to, to}))
}

function paragraphsOf(text: string, {from: start, to: end}: Span): Span[] {
  const found: Span[] = []
  let from = start
  for (const {index, 0: gap} of text.slice(start, end).matchAll(/\r?\n[ \t]*\r?\n\s*/g)) {
    const span = trimmedSpan(text, {from, to: start + index})
    if (span) found.push(span)
    from = start + index + gap.length
  }
  const last = trimmedSpan(text, {from, to: end})
  if (last) found.push(last)
  return found
}

function trimmedSpan(text: string, {from, to}: Span): Span | null {
  const words = text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  const end = from + words.trimEnd().length
  return start < end ? {from: start, to: end} : null
}

/** Body paragraphs of one language that follow each other are one passage. */
function joined(text: string, found: readonly Passage[]): Passage[] {
  const passages: Passage[] = []
  for (const passage of found) {
    const last = passages.at(-1)
    const goesOn = last?.kind === 'body' && passage.kind === 'body' && last.language === passage.language
    if (goesOn && /^\s*$/.test(text.slice(last.to, passage.from)))
      passages[passages.length - 1] = {...last, to: passage.to}
    else passages.push(passage)
  }
  return passages
}
