/**
 * Suite `coreference`: chains of mentions against GUM (DIR/gum/NAME.jsonl). Splits: gum-NAME.
 *
 * The pipeline reads the text put together from the gold words. `goldMentions`: the
 * gold spans are given, single ones among them, and only the chaining is scored.
 * `endToEnd`: the stage's own mentions, right where both ends are. Scores are MUC, B-cubed and
 * CEAF-e of the CoNLL shared tasks and their mean; as there, chains of one mention count
 * on neither side, though GUM annotates them. `pronouns`: third-person pronouns (gold mentions
 * given) with an earlier mention in their gold chain; right when the nearest earlier mention of
 * the chain found is of that chain. `news`: the same figures for that genre alone.
 */
import {readFileSync} from 'node:fs'
import {coreferenceResolver} from '../src/annotate/coreference.ts'
import type {MentionSpan} from '../src/annotate/mention-spans.ts'
import type {CoreferenceChain} from '../src/model/layers.ts'
import type {Span} from '../src/model/span.ts'
import {type AnnotatedReport, createPipeline} from '../src/pipeline.ts'
import {type Chains, chainScores} from './chain-scores.ts'
import {percent} from './measures.ts'
import type {Suite} from './suite.ts'
import {textOfWords} from './words-to-text.ts'

export interface GumText {
  readonly id: string
  readonly genre: string
  readonly tokens: readonly string[]
  readonly sentence_starts: readonly number[]
  readonly entities: readonly {start: number; end: number; chain: string}[]
}

interface Judged {
  readonly genre: string
  readonly gold: Chains
  readonly given: Chains
  readonly own: Chains
  readonly pronouns: readonly {readonly form: string; readonly isRight: boolean}[]
}

const thirdPerson =
  /^(?:he|him|his|himself|she|her|hers|herself|it|its|itself|they|them|their|theirs|themselves)$/i

export const coreference: Suite = {
  run({knowledge, data, splits}) {
    const annotate = createPipeline(knowledge)
    const resolver = coreferenceResolver(knowledge)
    const predictions: string[] = []
    const judged = splits.flatMap(readGum(data)).map((text): Judged => {
      const {report, gold} = readGold(text, annotate)
      const {syntax, entities} = report
      const found = resolver.chains(syntax, entities, gold.map(toMention(report)))
      predictions.push(JSON.stringify({id: text.id, given: found, own: report.coreference}))
      return {
        genre: text.genre,
        gold: chainsOf(gold),
        given: keysOf(found),
        own: keysOf(report.coreference),
        pronouns: judgePronouns(report, gold, found)
      }
    })
    const news = judged.filter(({genre}) => genre === 'news')
    return {figures: {...figuresOf(judged), news: figuresOf(news)}, predictions}
  }
}

export function readGum(data: string): (split: string) => GumText[] {
  return split => {
    const [folder, name] = split.split('-')
    if (folder !== 'gum') throw new Error(`No split "${split}"; names begin with gum-`)
    return readFileSync(`${data}/gum/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as GumText)
  }
}

interface GoldMention extends Span {
  readonly chain: string
}

/** The pipeline's reading of the text, and the gold mentions where they stand in it. */
export function readGold(
  {id, tokens, sentence_starts, entities}: GumText,
  annotate: (report: Parameters<ReturnType<typeof createPipeline>>[0]) => AnnotatedReport
): {report: AnnotatedReport; gold: GoldMention[]} {
  const {text, words} = textOfWords(tokens, sentence_starts)
  const report = annotate({id, sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
  const gold = new Map<string, GoldMention>()
  for (const {start, end, chain} of entities) {
    const mention = {from: words[start]!.from, to: words[end - 1]!.to, chain}
    gold.set(keyOf(mention), mention)
  }
  return {report, gold: [...gold.values()].sort((a, b) => a.from - b.from || b.to - a.to)}
}

export function toMention({syntax}: AnnotatedReport): (span: Span) => MentionSpan {
  return ({from, to}) => {
    const head = syntax.headOf({from, to}) ?? syntax.tokens.findLast(token => token.from <= from)!
    return {from, to, head}
  }
}

export function keyOf({from, to}: Span): string {
  return `${from}-${to}`
}

function chainsOf(mentions: readonly GoldMention[]): Chains {
  return [...Map.groupBy(mentions, ({chain}) => chain).values()]
    .filter(chain => chain.length > 1)
    .map(chain => chain.map(keyOf))
}

function keysOf(chains: readonly CoreferenceChain[]): Chains {
  return chains.map(({mentions}) => mentions.map(keyOf))
}

function judgePronouns(
  {text}: AnnotatedReport,
  gold: readonly GoldMention[],
  found: readonly CoreferenceChain[]
): {form: string; isRight: boolean}[] {
  const chainOf = new Map(gold.map(mention => [keyOf(mention), mention.chain]))
  const before = new Map<string, string>()
  for (const {mentions} of found) {
    for (const [i, mention] of mentions.entries())
      if (i > 0) before.set(keyOf(mention), keyOf(mentions[i - 1]!))
  }
  const seen = new Set<string>()
  return gold.flatMap(mention => {
    const isLater = seen.has(mention.chain)
    seen.add(mention.chain)
    const form = text.slice(mention.from, mention.to).toLowerCase()
    if (!isLater || !thirdPerson.test(form)) return []
    const antecedent = before.get(keyOf(mention))
    return [{form, isRight: antecedent !== undefined && chainOf.get(antecedent) === mention.chain}]
  })
}

function figuresOf(texts: readonly Judged[]) {
  const pairs = (which: 'given' | 'own') => texts.map(({gold, ...found}) => ({gold, found: found[which]}))
  const pronouns = texts.flatMap(text => text.pronouns)
  return {
    goldMentions: chainScores(pairs('given')),
    endToEnd: chainScores(pairs('own')),
    pronouns: {
      accuracy: percent(pronouns.filter(({isRight}) => isRight).length, pronouns.length),
      gold: pronouns.length
    }
  }
}
