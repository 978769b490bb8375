/**
 * What is seen of a phrase: its words, what governs it, what it does or suffers, what stands around it.
 *
 * One list of features serves all slots; each slot has weights of its own.
 */
import {hashString} from '../algorithms/hash.ts'
import {agentsOf, isPassive, isVerb, patientsOf} from '../languages/en/clauses.ts'
import type {EventMention} from '../model/layers.ts'
import {contains, overlaps, type Span} from '../model/span.ts'
import type {ReadItem, ReadReport} from './item.ts'
import type {Mention} from './mentions.ts'
import type {WordClasses} from './word-classes.ts'

/** What is looked up again and again of one report. */
export interface Seen {
  readonly report: ReadReport
  /** What each word does or suffers: "agt:kill", "pat:kill". */
  readonly parts: ReadonlyMap<number, readonly string[]>
  /** Types of events by sentence. */
  readonly happenings: readonly (readonly string[])[]
  readonly eventParts: ReadonlyMap<number, readonly string[]>
  /** By token: indices of the events that it did, and of those that it has any part in. */
  readonly did: ReadonlyMap<number, readonly number[]>
  readonly partOf: ReadonlyMap<number, readonly number[]>
  /** By token: kinds of named things that cover it. */
  readonly kinds: ReadonlyMap<number, readonly string[]>
  readonly sources: readonly Span[]
  readonly wholeType: readonly string[]
}

export function lookAt(report: ReadReport): Seen {
  const {syntax} = report
  const parts = new Map<number, string[]>()
  const put = (map: Map<number, string[]>, token: number, part: string) => {
    const list = map.get(token)
    if (!list) map.set(token, [part])
    else if (!list.includes(part)) list.push(part)
  }
  for (const token of syntax.tokens) {
    if (!isVerb(token) || token.upos === 'AUX') continue
    for (const agent of agentsOf(syntax, token)) put(parts, agent.index, `agt:${token.lemma}`)
    for (const patient of patientsOf(syntax, token)) put(parts, patient.index, `pat:${token.lemma}`)
    for (const child of syntax.children(token, 'obl', 'obl:agent', 'nmod')) {
      const preposition = syntax.child(child, 'case')
      for (const joined of syntax.conjuncts(child))
        put(
          parts,
          joined.index,
          `${preposition?.lower ?? ''}:${token.lemma}${isPassive(syntax, token) ? '/p' : ''}`
        )
    }
  }
  for (const token of syntax.tokens) {
    if (token.upos !== 'NOUN' && token.upos !== 'PROPN') continue
    for (const child of syntax.children(token, 'nmod', 'nmod:poss', 'compound', 'appos', 'obl')) {
      const preposition = syntax.child(child, 'case')
      for (const joined of syntax.conjuncts(child))
        put(parts, joined.index, `${child.relation}.${preposition?.lower ?? ''}:${token.lemma}`)
    }
  }
  const eventParts = new Map<number, string[]>()
  const mark = (span: Span, part: string) => {
    const head = syntax.headOf(span)
    if (head) put(eventParts, head.index, part)
  }
  const did = new Map<number, number[]>()
  const partOf = new Map<number, number[]>()
  for (const [e, {agents, patients, instruments, damaged, places, token}] of report.events.entries()) {
    const note = (map: Map<number, number[]>, index: number) => map.set(index, [...(map.get(index) ?? []), e])
    note(partOf, token)
    for (const span of [...agents, ...patients, ...instruments, ...damaged, ...places]) {
      const head = syntax.headOf(span)
      if (head) for (const joined of syntax.conjuncts(head)) note(partOf, joined.index)
    }
    for (const span of agents) {
      const head = syntax.headOf(span)
      if (head) for (const joined of syntax.conjuncts(head)) note(did, joined.index)
    }
  }
  for (const event of report.events) {
    const tail = `${event.type}${event.realis === 'happened' ? '' : `/${event.realis}`}${event.polarity === 'affirmed' ? '' : '/not'}`
    for (const agent of event.agents) mark(agent, `A:${tail}`)
    for (const patient of event.patients) mark(patient, `P:${tail}`)
    for (const instrument of event.instruments) mark(instrument, `I:${tail}`)
    for (const thing of event.damaged) mark(thing, `D:${tail}`)
    for (const place of event.places) mark(place, `L:${tail}`)
    put(eventParts, event.token, `T:${tail}`)
  }
  for (const {of, outcome, polarity, realis, background} of report.casualties)
    mark(
      of,
      `C:${outcome}${polarity === 'affirmed' ? '' : '/not'}${realis === 'happened' ? '' : `/${realis}`}${background ? '/old' : ''}`
    )
  const happenings: string[][] = syntax.sentences.map(() => [])
  for (const event of report.events) happenings[syntax.tokens[event.token]!.sentence]!.push(event.type)
  const kinds = new Map<number, string[]>()
  for (const entity of report.entities)
    for (const token of syntax.within(entity))
      put(kinds, token.index, `${entity.type}${entity.named ? '*' : ''}`)
  for (const actor of report.actors)
    for (const span of actor.mentions)
      for (const token of syntax.within(span)) {
        put(kinds, token.index, `actor.${actor.kind}`)
        if (actor.known) put(kinds, token.index, `known.${actor.known}`)
      }
  for (const place of report.places)
    for (const {from, to} of place.mentions)
      for (const token of syntax.within({from, to})) put(kinds, token.index, `place.${place.precision}`)
  return {
    report,
    parts,
    happenings,
    eventParts,
    did,
    partOf,
    kinds,
    sources: report.speech.flatMap(({source}) => (source ? [source] : [])),
    wholeType: mostTold(report.events)
  }
}

function mostTold(events: readonly EventMention[]): string[] {
  const counts = new Map<string, number>()
  for (const {type} of events) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([type]) => type)
}

export function mentionFeatures(
  {item, report}: ReadItem,
  seen: Seen,
  mention: Mention,
  {groups, own}: WordClasses
): Int32Array {
  const found = new Set<number>()
  const add = (feature: string) => {
    found.add(hashString(feature))
  }
  const {syntax} = report
  const {head, first, last} = mention
  const lemma = head.lemma
  const number = groups.numbers.get(head.lower.replace(/\d/g, '0')) ?? 0
  const family = groups.families[number] ?? 0
  const cluster = groups.clusters[number] ?? 0
  add('1')
  const nature = mention.isName ? 'N' : head.upos === 'PROPN' ? 'P' : head.xpos
  add(`nature=${nature}`)
  if (!mention.isName) {
    add(`lemma=${lemma}`)
    add(`word=${head.lower}`)
    add(`end3=${head.lower.slice(-3)}`)
  }
  add(`cluster=${cluster}`)
  add(`family=${family}`)
  const classOf = (word: string) => own.get(word.replace(/\d/g, '0')) ?? 0
  const ownClass = classOf(lemma)
  add(`own=${ownClass}`)
  for (let at = first; at <= last; at++) {
    const token = syntax.tokens[at]!
    if (at !== head.index) {
      add(`in=${token.lemma}`)
      add(`in.own=${classOf(token.lemma)}`)
    }
    if (mention.isName) add(`name=${token.lower}`)
  }
  if (mention.key.split(' ').length < 4) add(`key=${mention.key}`)
  add(`length=${Math.min(5, last - first + 1)}`)
  const kinds = [...new Set([head.index, last].flatMap(at => seen.kinds.get(at) ?? []))]
  for (const kind of kinds) add(`kind=${kind}`)
  const mainKind = kinds.find(kind => !/place|known/.test(kind)) ?? '-'
  const who = mention.isName ? `${mainKind}` : lemma
  const children = syntax.children(head)
  const determiner =
    children.find(({relation}) => relation === 'det')?.lower ??
    children.find(({relation}) => relation === 'nummod')?.upos ??
    '-'
  add(`det=${determiner}`)
  for (const child of children)
    if (/^(nmod|appos|acl|conj|nummod|amod)/.test(child.relation)) {
      const preposition = syntax.child(child, 'case')?.lower ?? ''
      add(`has.${child.relation}.${preposition}=${child.lemma}`)
      if (child.relation === 'appos') {
        add(`appos=${child.lemma}`)
        for (const kind of seen.kinds.get(child.index) ?? []) add(`appos.kind=${kind}`)
      }
    }
  // What governs it, two steps up.
  const anchor = syntax.firstConjunct(head)
  if (anchor !== head) add(`joined=${anchor.lemma}`)
  const parts = [...new Set([head.index, last, first].flatMap(at => seen.parts.get(at) ?? []))]
  for (const part of parts) {
    add(`part=${part}`)
    add(`part.kind=${part}|${mainKind}`)
    const [relation, told] = part.split(/:|\/p/) as [string, string]
    add(`part.own=${relation}:${classOf(told)}`)
    add(`part.own.own=${relation}:${classOf(told)}|${ownClass}`)
    add(`part.family=${part}|${family}`)
  }
  const roles = [...new Set([head.index, last, first].flatMap(at => seen.eventParts.get(at) ?? []))]
  for (const role of roles) {
    add(`role=${role}`)
    add(`role.kind=${role}|${mainKind}`)
    add(`role.who=${role}|${who}`)
    add(`role.sort=${role.slice(0, 1)}`)
  }
  if (!roles.length) add('role=none')
  const governor = syntax.head(anchor)
  if (governor) {
    const preposition = syntax.child(anchor, 'case')?.lower ?? ''
    add(`up=${anchor.relation}.${preposition}>${governor.lemma}`)
    add(`up.own=${anchor.relation}.${preposition}>${classOf(governor.lemma)}`)
    add(`up.own.own=${anchor.relation}.${preposition}>${classOf(governor.lemma)}|${ownClass}`)
    add(`rel=${anchor.relation}.${preposition}`)
    add(`rel.who=${anchor.relation}.${preposition}|${who}`)
    const next = syntax.head(governor)
    if (next) {
      add(`up2=${anchor.relation}.${preposition}>${governor.relation}>${next.lemma}`)
      add(`up2w=${governor.lemma}>${next.lemma}`)
    }
    for (const role of seen.eventParts.get(governor.index) ?? []) {
      add(`up.role=${anchor.relation}.${preposition}|${role}`)
      add(`up.role.kind=${anchor.relation}.${preposition}|${role}|${mainKind}`)
    }
    for (const part of seen.parts.get(governor.index) ?? [])
      add(`up.part=${anchor.relation}.${preposition}|${part}`)
  } else add('up=root')
  // The nearest word that tells a happening, and the verbs up the tree.
  for (const [step, up] of syntax.ancestors(head).slice(0, 6).entries()) {
    if (isVerb(up)) add(`verb${Math.min(2, step)}=${up.lemma}`)
    for (const role of seen.eventParts.get(up.index) ?? []) if (role.startsWith('T:')) add(`under=${role}`)
  }
  // Around it.
  const sentence = syntax.sentences[head.sentence]!
  for (let step = 1; step <= 3; step++) {
    const before = first - step >= sentence.first ? syntax.tokens[first - step]!.lemma : '<'
    const behind = last + step < sentence.end ? syntax.tokens[last + step]!.lemma : '>'
    add(`-${step}=${before}`)
    add(`+${step}=${behind}`)
    add(`-${step}.own=${classOf(before)}`)
    add(`+${step}.own=${classOf(behind)}`)
    if (step === 1) {
      add(`-1.kind=${before}|${mainKind}`)
      add(`+1.kind=${behind}|${mainKind}`)
      add(`-1+1=${before}|${behind}`)
    }
  }
  const word = (at: number) => (at >= sentence.first && at < sentence.end ? syntax.tokens[at]!.lemma : '_')
  add(`-2-1=${word(first - 2)}|${word(first - 1)}`)
  add(`+1+2=${word(last + 1)}|${word(last + 2)}`)
  const clusterAt = (at: number) =>
    at >= sentence.first && at < sentence.end
      ? (groups.clusters[groups.numbers.get(syntax.tokens[at]!.lower) ?? 0] ?? 0)
      : -1
  add(`c-1+1=${clusterAt(first - 1)}|${clusterAt(last + 1)}`)
  for (let at = Math.max(sentence.first, first - 8); at < Math.min(sentence.end, last + 9); at++) {
    if (at >= first && at <= last) continue
    const token = syntax.tokens[at]!
    if (/^(NOUN|VERB|ADJ)$/.test(token.upos)) add(`near${at < first ? '<' : '>'}=${token.lemma}`)
  }
  for (const type of new Set(seen.happenings[head.sentence])) {
    add(`here=${type}`)
    add(`here.kind=${type}|${mainKind}`)
    add(`here.who=${type}|${who}`)
  }
  if (!seen.happenings[head.sentence]!.length) {
    add('here=none')
    add(`here.who=none|${who}`)
  }
  for (const type of new Set(seen.happenings[head.sentence - 1] ?? [])) add(`before=${type}`)
  for (const type of seen.wholeType) {
    add(`whole=${type}`)
    add(`whole.who=${type}|${who}`)
  }
  add(`sentence=${Math.min(6, head.sentence)}`)
  add(`sentence.who=${Math.min(2, head.sentence)}|${who}`)
  if (seen.sources.some(source => overlaps(source, head))) {
    add('source')
    add(`source.who=${who}`)
  }
  for (const frame of report.speech) {
    if (frame.content.some(span => contains(span, head))) {
      add(`told=${frame.certainty}`)
      break
    }
  }
  const quotes = report.text.slice(sentence.from, head.from).split('"').length % 2 === 0
  if (quotes) add('quoted')
  for (const tag of item.tags.slice(0, 1)) add(`tag=${tag}`)
  add(`country.who=${item.headerPlace}|${who}`)
  return Int32Array.from(found).sort()
}
