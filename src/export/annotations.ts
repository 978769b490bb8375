/**
 * Claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one for each: its words, and what they claim.
 *
 * One AnnotationPage, because that is what annotation tools and readers of JSON-LD take: lines of JSON-LD are read by few. It is
 * written claim by claim all the same. Words are found again by themselves with what stands around them (TextQuoteSelector)
 * and by their place in the text that was read, in Unicode characters (TextPositionSelector); that text is named by its hash.
 */
import type {LinkedIncident, ReportedClaim} from '../model/assessment.ts'
import {claimInWords, reservations} from '../model/claim-in-words.ts'
import {characterOffsets, firstCharacters, lastCharacters} from './characters.ts'
import {standingOf} from './claims-table.ts'
import type {Format, QuotedText, Setting} from './format.ts'

/** Characters before and behind the words by which they are found again. */
const around = 32
const context = 'http://www.w3.org/ns/anno.jsonld'

export const annotations: Format = {
  id: 'annotations',
  about: 'W3C Web Annotations (JSON-LD): one a claim, on its exact words in the report',
  version: 1,
  extension: 'jsonld',
  mediaType: `application/ld+json; profile="${context}"`,
  rule: 'dateline',
  async *write(all, setting) {
    const {name, by} = setting
    const page = `urn:dateline:export:${name}`
    yield `{"@context":"${context}","id":"${page}","type":"AnnotationPage","startIndex":0,"items":[`
    let [rows, incidents] = [0, 0]
    for await (const incident of all) {
      incidents++
      const texts = await setting.textsOf(incident)
      const own = annotationsOf(incident, texts, setting)
      for (const annotation of own) yield `${rows++ ? ',' : ''}\n${JSON.stringify(annotation)}`
    }
    const collection = {
      id: `${page}:all`,
      type: 'AnnotationCollection',
      label: 'Claims of news reports, and the words that make them',
      generator: software(by),
      total: rows
    }
    yield `\n],"partOf":${JSON.stringify(collection)}}\n`
    return {rows, incidents, leftOut: {}}
  }
}

function annotationsOf(
  incident: LinkedIncident,
  texts: ReadonlyMap<string, QuotedText>,
  {rule}: Setting
): object[] {
  const urls = new Map(incident.reports.map(({id, url}) => [id, url]))
  const standing = standingOf(incident, rule)
  const offsets = new Map([...texts].map(([id, {text}]) => [id, characterOffsets(text)]))
  return incident.claims.map(claim => {
    const text = texts.get(claim.report)
    const offset = offsets.get(claim.report)
    if (!text || !offset) throw new Error(`the text of report ${claim.report} is missing`)
    return {
      id: `urn:dateline:claim:${incident.id}:${claim.key.replace('/', ':')}`,
      type: 'Annotation',
      motivation: 'describing',
      creator: claim.added ? {type: 'Person', nickname: claim.added.by} : software('Dateline'),
      body: [inWords(claim), inValues(claim, incident.id, standing(claim.key))],
      target: {
        type: 'SpecificResource',
        ...sourceOf(urls.get(claim.report) ?? null, text),
        selector: selectorsOf(claim.quote, text.text, offset)
      }
    }
  })
}

const software = (name: string) => ({type: 'Software', name})

function inWords(claim: ReportedClaim): object {
  const but = reservations(claim)
  const said = claim.attribution.map(({source}) => source).join(' > ')
  return {
    type: 'TextualBody',
    purpose: 'describing',
    format: 'text/plain',
    language: 'en',
    value: `${claimInWords(claim)}${but ? ` (${but})` : ''}. Said by: ${said}`
  }
}

/** A body of text that is JSON: terms of our own would be lost to whoever reads by the context of the standard alone. */
function inValues(
  claim: ReportedClaim,
  incident: string,
  standing: ReturnType<ReturnType<typeof standingOf>>
): object {
  const {key, about, refersTo, attribution, interest, certainty, polarity, realis, hedges} = claim
  const {casualties, crowd, damage} = claim
  // Offsets stay behind: those of the target count otherwise than ours.
  const {trigger: _words, ...event} = claim.event ?? {trigger: null}
  const chain = attribution.map(({source, kind, actor}) => ({source, kind, actor}))
  const told = {...(claim.event && {event}), casualties, crowd, damage}
  const values = {
    incident,
    claim: key,
    about,
    refersTo,
    attribution: chain,
    interest,
    certainty,
    polarity,
    realis
  }
  return {
    type: 'TextualBody',
    purpose: 'classifying',
    format: 'application/json',
    value: JSON.stringify({...values, hedges, ...told, ...standing})
  }
}

/** The URL at the time it was read, as the text that was read there; the text itself where there is no URL. */
function sourceOf(url: string | null, {sha256, fetchedAt}: QuotedText): object {
  const text = `urn:sha256:${sha256}`
  // An address out of which a name was taken leads nowhere.
  if (url === null || !URL.canParse(url) || /\[(?:name|contact)\]/.test(url)) return {source: text}
  const state = {type: 'TimeState', ...(fetchedAt !== null && {sourceDate: fetchedAt}), cached: text}
  return {source: new URL(url).href, state}
}

function selectorsOf(
  {from, to, text: exact}: ReportedClaim['quote'],
  text: string,
  offset: (units: number) => number
): object[] {
  return [
    {
      type: 'TextQuoteSelector',
      exact,
      prefix: lastCharacters(text.slice(0, from), around),
      suffix: firstCharacters(text.slice(to), around)
    },
    {type: 'TextPositionSelector', start: offset(from), end: offset(to)}
  ]
}
