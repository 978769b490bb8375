/**
 * Suite `time`: what expressions of time mean. Splits: gum-NAME (DIR/gum/NAME.jsonl), hrdsattack-NAME (see hrdsattack-dates.ts).
 *
 * The pipeline reads the text put together from the gold words; the day of the document is the day of publication.
 * A gold date counts as right when an expression that overlaps it is found and both ends of its stretch are those of gold,
 * compared as finely as gold writes them: `when` 2014 wants a stretch that lies in 2014, a gold century or decade one that
 * lies in it (gold dates "the end of 1990" and "early 17th century" as 1990 and the 17th century), `from` 2015-09-14 one
 * that begins on that day. `notBefore` and `notAfter` count as ends. A gold date without a year (--10) wants the month
 * alone; a stretch from the first day of a year to the first or last of another is one of years. Where one expression of
 * ours spans two gold dates ("from March to August"), the first is compared with its beginning and the last with its end.
 * An expression that means no date is not counted as found; gold times of day without a day are left out.
 */
import {isoDate} from '../src/model/date.ts'
import type {TimeMention} from '../src/model/layers.ts'
import {overlaps, type Span} from '../src/model/span.ts'
import {createPipeline} from '../src/pipeline.ts'
import {dates} from './hrdsattack-dates.ts'
import {readRows} from './hrdsattack-rows.ts'
import {linesOf} from './json-lines.ts'
import {score} from './measures.ts'
import type {Suite} from './suite.ts'
import {textOfWords} from './words-to-text.ts'

interface GoldDate {
  readonly kind: 'date' | 'time'
  readonly start: number
  readonly end: number
  readonly when?: string
  readonly from?: string
  readonly to?: string
  readonly notBefore?: string
  readonly notAfter?: string
}

interface DatedText {
  readonly id: string
  readonly genre: string
  readonly created: string
  readonly tokens: readonly string[]
  readonly sentence_starts: readonly number[]
  readonly dates: readonly GoldDate[]
}

interface Tally {
  readonly genre: string
  readonly gold: number
  readonly found: number
  readonly right: number
  readonly met: number
  readonly metFound: number
}

export const time: Suite = {
  run({knowledge, data, splits}) {
    const annotate = createPipeline(knowledge)
    const predictions: string[] = []
    const figures: Record<string, object> = {}
    for (const split of splits) {
      const [folder, name] = split.split('-')
      if (folder === 'hrdsattack') {
        const result = dates(knowledge, readRows(data, [name!], annotate))
        figures[split] = result.figures
        predictions.push(...result.predictions)
        continue
      }
      if (folder !== 'gum') throw new Error(`No split "${split}"; names begin with gum- or hrdsattack-`)
      const tallies = linesOf<DatedText>(`${data}/${folder}/${name}.jsonl`).map(text => {
        const {tally, shown} = judge(text, annotate)
        predictions.push(JSON.stringify({id: text.id, ...shown}))
        return tally
      })
      figures[split] = {
        ...figuresOf(tallies),
        ...Object.fromEntries(
          [...Map.groupBy(tallies, ({genre}) => genre)].map(([genre, own]) => [genre, figuresOf(own).value])
        )
      }
    }
    return {figures, predictions}
  }
}

function judge(text: DatedText, annotate: ReturnType<typeof createPipeline>) {
  const {text: words, words: spans} = textOfWords(text.tokens, text.sentence_starts)
  const {times} = annotate({
    id: text.id,
    sha256: '',
    url: null,
    outlet: null,
    title: null,
    publishedOn: isoDate(text.created),
    text: words
  })
  const gold = text.dates
    .filter(({kind}) => kind === 'date')
    .map(date => ({
      date,
      span: {from: spans[date.start]!.from, to: spans[date.end - 1]!.to}
    }))
  const valued = times.filter(({when}) => when !== null)
  const inside = (found: TimeMention) => gold.filter(({span}) => overlaps(span, found))
  const isRight = ({date, span}: {date: GoldDate; span: Span}) => {
    const found = valued.find(mention => overlaps(mention, span))
    if (!found) return false
    const beside = inside(found)
    const place = beside.findIndex(other => other.date === date)
    const end =
      beside.length < 2 ? 'both' : place === 0 ? 'from' : place === beside.length - 1 ? 'to' : 'both'
    return agrees(date, found, end)
  }
  const right = gold.filter(isRight)
  const shown = (mention: TimeMention) =>
    `${words.slice(mention.from, mention.to)} = ${mention.when ? `${mention.when.from}..${mention.when.to}` : (mention.clock ?? '')}`
  return {
    tally: {
      genre: text.genre,
      gold: gold.length,
      found: valued.reduce((sum, mention) => sum + Math.max(1, inside(mention).length), 0),
      right: right.length,
      met: gold.filter(({span}) => times.some(mention => overlaps(mention, span))).length,
      metFound: times.reduce((sum, mention) => sum + inside(mention).length, 0)
    },
    shown: {
      wrong: gold
        .filter(entry => !right.includes(entry))
        .map(({date: {start: _start, end: _end, ...date}, span}) => ({
          ...date,
          found: times.filter(mention => overlaps(mention, span)).map(shown)
        })),
      spurious: valued.filter(mention => inside(mention).length === 0).map(shown)
    }
  }
}

/** Whether the stretch found is that of gold, as finely as gold writes it. */
function agrees(gold: GoldDate, {when, clock}: TimeMention, end: 'both' | 'from' | 'to'): boolean {
  const {from, to} = inYears(gold)
  const first = gold.when ?? from ?? gold.notBefore
  const last = gold.when ?? to ?? gold.notAfter
  const hour = /^(?:\d{4}-\d\d-\d\dT)?(\d\d:\d\d):\d\d$/.exec(gold.when ?? '')?.[1]
  if (hour) return clock === hour
  if (!when) return false
  const fits = (gold: string | undefined, day: string) => gold === undefined || sameDay(day, gold)
  return (end === 'to' || fits(first, when.from)) && (end === 'from' || fits(last, when.to))
}

/** From 1900-01-01 to 1999-12-31 is from 1900 to 1999, and that is 19. */
function inYears({from, to}: GoldDate): {from: string | undefined; to: string | undefined} {
  const year = /^\d{4}(?:-01-01)?$/
  if (!from || !to || !year.test(from) || !/^\d{4}(?:-01-01|-12-31)?$/.test(to)) return {from, to}
  const [a, b] = [from.slice(0, 4), to.slice(0, 4)]
  const common = a.endsWith('00') && b.endsWith('99') ? 2 : a.endsWith('0') && b.endsWith('9') ? 3 : 4
  return a.slice(0, common) === b.slice(0, common) && common < 4
    ? {from: a.slice(0, common), to: b.slice(0, common)}
    : {from: a, to: b}
}

function sameDay(day: string, gold: string): boolean {
  return gold.startsWith('--') ? day.slice(5).startsWith(gold.slice(2)) : day.startsWith(gold)
}

function figuresOf(tallies: readonly Tally[]) {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  const found = sum(tally => tally.found)
  const gold = sum(tally => tally.gold)
  return {
    value: score(
      sum(tally => tally.right),
      found,
      gold
    ),
    recognised: score(
      sum(tally => tally.metFound),
      Math.max(
        found,
        sum(tally => tally.metFound)
      ),
      gold,
      sum(tally => tally.met)
    ),
    gold
  }
}
