/**
 * How the incidents of one report stand to each other: in time, as answer, as part.
 *
 *     "The incidents come hours after the committee threatened ..."   the clash came after the threat, by hours
 *     "bombed a depot in retaliation for rockets fired at Ashdod"     the strike answers the rockets
 *     "Clashes escalated after police shot a miner in Oruro"          the clashes escalate from the shooting
 *     "Three blasts ... One of them, in Mosul"                        the one is a part of the three
 *
 * The words are in codebook/lexicons/en/relation-words.csv. Two happenings are tied by words that stand between them in a
 * sentence, or before both ("After the blast, police ..."); of several ties of two the one that says most is kept.
 */
import type {Codebook} from '../codebook/codebook.ts'
import type {Relation} from '../model/contract.ts'
import type {Annotated, EventMention, Reason, TimeMention} from '../model/layers.ts'
import {overlaps, quote, type Span} from '../model/span.ts'
import type {Sentence} from '../model/syntax.ts'
import {type HappeningOf, happeningFinder} from './claim-homes.ts'
import type {Context, Happening} from './happenings.ts'

export interface Related {
  /** Indices of the happening that is tied, and of the one it is tied to. */
  readonly from: number
  readonly of: number
  readonly relation: Relation
  /** Days that the earlier one may lie before the later one's day. */
  readonly shift: number
  readonly why: Reason
}

/** Lags up to this long leave the earlier happening on the same day or the eve. */
const shortLag = /hour|minute/
/** The kinds that say more come first. */
const weight: readonly Relation['kind'][] = ['part-of', 'response-to', 'escalation-of', 'after', 'before']

export function relationFinder(codebook: Codebook) {
  const rows = codebook
    .table('lexicons/en/relation-words.csv', ['id', 'form', 'kind'])
    .map(({id, form, kind}) => ({id, kind, words: form.split(' ')}))
    .sort((a, b) => b.words.length - a.words.length)
  const byFirst = Map.groupBy(rows, ({words}) => words[0]!)

  return (
    report: Annotated<'syntax' | 'times' | 'events'>,
    found: readonly Happening[],
    context: Context
  ): Related[] => {
    if (found.length < 2) return []
    const happeningOf = happeningFinder(found, context)
    const all = [
      ...partsOf(found),
      ...lagsOf(report, found),
      ...report.syntax.sentences.flatMap(sentence => tiesIn(report, sentence, found, happeningOf))
    ]
    const kept = new Map<string, Related>()
    for (const related of all.toSorted(
      (a, b) => weight.indexOf(a.relation.kind) - weight.indexOf(b.relation.kind)
    )) {
      const key = [related.from, related.of].sort((a, b) => a - b).join()
      const known = kept.get(key)
      if (!known) kept.set(key, related)
      // "in retaliation ... two days after": the answer keeps the distance.
      else if (related.relation.lag && !known.relation.lag && known.from === related.from)
        kept.set(key, {
          ...known,
          relation: {...known.relation, lag: related.relation.lag},
          shift: related.shift
        })
    }
    return [...kept.values()].sort((a, b) => a.from - b.from || a.of - b.of)
  }

  /** Words between two happenings of one sentence; before both of them; or that answer what was told before it. */
  function tiesIn(
    {text, syntax, events}: Annotated<'syntax' | 'events'>,
    sentence: Sentence,
    found: readonly Happening[],
    happeningOf: HappeningOf
  ): Related[] {
    const anchors = syntax
      .inSentence(events, sentence, ({trigger}) => trigger)
      .flatMap(mention => anchorOf(mention, found, happeningOf))
    if (anchors.length === 0) return []
    const ties: Related[] = []
    let escalates: Span | null = null
    for (let i = sentence.first; i < sentence.end; i++) {
      const row = byFirst
        .get(syntax.tokens[i]!.lower)
        ?.find(({words}) => words.every((word, n) => syntax.tokens[i + n]?.lower === word))
      if (!row) continue
      const words = {from: syntax.tokens[i]!.from, to: syntax.tokens[i + row.words.length - 1]!.to}
      i += row.words.length - 1
      if (row.kind === 'escalation') {
        escalates = words
        continue
      }
      const before = anchors.filter(({at}) => at < words.from)
      const behind = anchors.filter(({at}) => at >= words.from)
      const last = before.at(-1)?.of
      if (row.kind === 'answer') {
        const told = lastBefore(found, sentence.from)
        const own = (last ?? behind[0]?.of)!
        if (told !== null && told !== own)
          ties.push(tie(text, words, own, told, 'response-to', `relation-words/${row.id}`))
        continue
      }
      const other = behind.find(({of}) => of !== last)?.of
      const isFirst = last === undefined && i - sentence.first <= opening
      const next = isFirst ? behind.find(({of}) => of !== behind[0]?.of)?.of : undefined
      const [subject, object] = isFirst
        ? next === undefined
          ? [lastBefore(found, sentence.from) ?? undefined, behind[0]?.of]
          : [next, behind[0]?.of]
        : [last, other]
      if (subject === undefined || object === undefined || subject === object) continue
      const kind = row.kind === 'after' && escalates ? 'escalation-of' : (row.kind as Relation['kind'])
      const span = kind === 'escalation-of' ? {from: escalates!.from, to: words.to} : words
      ties.push(tie(text, span, subject, object, kind, `relation-words/${row.id}`))
    }
    return ties
  }
}

/** "After ...", "But following ...": so many words into its sentence. */
const opening = 2

function anchorOf(mention: EventMention, found: readonly Happening[], happeningOf: HappeningOf) {
  const happening = happeningOf(mention)
  return happening ? [{at: mention.trigger.from, of: found.indexOf(happening)}] : []
}

/** The happening that was told last before an offset. */
function lastBefore(found: readonly Happening[], from: number): number | null {
  let best: {of: number; at: number} | null = null
  for (const [of, {claims}] of found.entries())
    for (const {event} of claims)
      if (event && event.trigger.from < from && (best === null || event.trigger.from > best.at))
        best = {of, at: event.trigger.from}
  return best?.of ?? null
}

function tie(
  text: string,
  words: Span,
  from: number,
  of: number,
  kind: Relation['kind'],
  rule: string
): Related {
  const said = quote(text, words)
  return {
    from,
    of,
    relation: {to: `i${of + 1}`, kind, quote: said, lag: null},
    shift: 0,
    why: {value: `relations.${kind} i${of + 1}`, rule, words: [said]}
  }
}

function partsOf(found: readonly Happening[]): Related[] {
  return found.flatMap(({whole}, from) => {
    const of = whole ? found.indexOf(whole) : -1
    if (of < 0 || !whole?.several) return []
    const {several} = whole
    return [
      {
        from,
        of,
        relation: {to: `i${of + 1}`, kind: 'part-of' as const, quote: several, lag: null},
        shift: 0,
        why: {value: `relations.part-of i${of + 1}`, rule: 'several-told-at-once', words: [several]}
      }
    ]
  })
}

/** "Hours after ...", "two days before ...": with the distance. */
function lagsOf(
  {text, syntax, times}: Annotated<'syntax' | 'times'>,
  found: readonly Happening[]
): Related[] {
  return times
    .filter(({kind}) => kind === 'lag')
    .flatMap(time => {
      const sentence = syntax.sentenceAt(time.from)
      if (!sentence) return []
      const behind = indexOfToldIn(found, {from: time.to, to: sentence.to})
      const before = indexOfToldIn(found, {from: sentence.from, to: time.from})
      const main = found.findIndex(({separate}) => !separate)
      const subject = before >= 0 ? before : (lastBefore(found, sentence.from) ?? main)
      if (behind < 0 || subject < 0 || behind === subject) return []
      // "Hours later, ..." counts from what was told before, "hours after ..." from what stands behind.
      return time.counts === 'from-told'
        ? [related(text, sentence.from, time, behind, subject)]
        : [related(text, sentence.from, time, subject, behind)]
    })
}

function related(text: string, start: number, time: TimeMention, subject: number, other: number): Related {
  const isAfter = time.direction === 'after'
  const kind = isAfter ? 'after' : 'before'
  const words = quote(text, {from: start, to: time.to})
  return {
    from: subject,
    of: other,
    relation: {to: `i${other + 1}`, kind, quote: words, lag: time.lag},
    shift: isAfter && shortLag.test(time.lag ?? '') ? -1 : 0,
    why: {value: `relations.${kind} i${other + 1}`, rule: 'lag', words: [quote(text, time)]}
  }
}

function indexOfToldIn(found: readonly Happening[], part: {from: number; to: number}): number {
  return found.findIndex(({claims}) => claims.some(({event}) => event && overlaps(event.trigger, part)))
}
