/**
 * Whose people a figure counts, where the words name a fighting side: that figure is a part of the toll, not all of it.
 *
 *     "It had lost nobody"                    the speaker's own fighters
 *     "25 of the Eagles were killed"          the Eagles, by whichever words of their name
 *     "Fifty people lost their lives"         nobody's: the toll
 *
 * The words are in codebook/lexicons/en/own-loss-words.csv.
 */
import type {ActorKinds} from '../codebook/actor-kinds.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Actor, Claim, CodedReport} from '../model/contract.ts'
import {overlaps} from '../model/span.ts'

export interface Owners {
  readonly name: string
  readonly actor: Actor | null
  /** The group of casualties that they are. */
  readonly group: 'security-forces' | 'militants'
}

export type OwnersOf = (claim: Claim, report: CodedReport) => Owners | null

const speaksForState = new Set(['security', 'official'])

export function ownersFinder(codebook: Codebook, kinds: ActorKinds): OwnersOf {
  const rows = codebook
    .table('lexicons/en/own-loss-words.csv', ['id', 'form', 'within', 'unless'])
    .map(({form, within, unless}) => ({
      within,
      pattern: new RegExp(
        `\\b${form}\\b${unless ? `(?!(?: \\w+){0,2} (?:${unless.split('; ').join('|')})\\b)` : ''}`,
        'i'
      )
    }))
  const groupOf = (isState: boolean) => (isState ? 'security-forces' : 'militants')
  const isState = ({kind}: Actor) => kinds.isA(kind, 'state-forces')
  const isArmed = (actor: Actor) => isState(actor) || kinds.isA(actor.kind, 'armed-group')

  return (claim, report) => {
    const {of, group, count} = claim.casualties!
    const words = claim.evidence.find(({text}) => text === of)
    const named =
      words &&
      (report.actors.find(actor => isArmed(actor) && actor.mentions.some(each => overlaps(each, words))) ??
        sideAfterOf(
          `${of}${report.report.text.slice(words.to, words.to + longestName)}`,
          report.actors.filter(isArmed)
        ))
    if (named && group !== 'civilians')
      return {name: named.name.toLowerCase(), actor: named, group: groupOf(isState(named))}
    if (group !== 'people') return null
    const statement = claim.quote.text
    const sentence = count?.max === 0 ? sentenceAround(claim, report.report.text) : ''
    if (!rows.some(({pattern, within}) => pattern.test(within === 'sentence' ? sentence : statement)))
      return null
    const origin = claim.attribution.at(-1)!
    const speaker = report.actors.find(({id}) => id === origin.actor) ?? null
    const state = speaker ? isState(speaker) : speaksForState.has(origin.kind)
    return {name: origin.source.toLowerCase(), actor: speaker, group: groupOf(state)}
  }
}

const longestName = 60

/** "25 of the Eagles", "30 men of the Banner Front": the one side whose name has these words, though it is cut short. */
function sideAfterOf(words: string, armed: readonly Actor[]): Actor | undefined {
  const name = /^[^,.;:()"“”]*? of (?:the )?((?:\p{Lu}[\p{L}’'-]+ ?)+)/u.exec(words)?.[1]
  const own = name?.toLowerCase().trim().split(' ')
  const meant = own
    ? armed.filter(actor => own.every(word => actor.name.toLowerCase().split(' ').includes(word)))
    : []
  return meant.length === 1 ? meant[0] : undefined
}

function sentenceAround({quote}: Claim, text: string): string {
  const before = text.slice(0, quote.from)
  const start = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1
  return text.slice(start, quote.to)
}
