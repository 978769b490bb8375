/**
 * The class of a sentence's main happening by its CAMEO root (DIR/cameo_conflibert): verbal or material, cooperation or conflict.
 *
 *     "The envoys met"            1 verbal cooperation     roots 03 to 05
 *     "Troops left the town"      2 material cooperation   06 to 08
 *     "The union condemned it"    3 verbal conflict        09 to 13, and 16
 *     "Rebels shelled the town"   4 material conflict      14, 15, 17 to 20
 *     "He hoped for peace"        0                        01, 02, or nothing that is known
 *
 * The main happening is the one told highest in the tree, below the words of whoever is credited.
 */
import {codingTables} from '../src/codebook/codings.ts'
import {eventTypes} from '../src/codebook/event-types.ts'
import {codableOf} from '../src/coding/codable.ts'
import type {Token} from '../src/model/syntax.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'
import {createPipeline} from '../src/pipeline.ts'
import {linesOf} from './json-lines.ts'
import {percent, score} from './measures.ts'
import type {Result, Task} from './suite.ts'

interface Classed {
  readonly id: string
  readonly text: string
  readonly quad: number
}

export function quadOf(root: string): number {
  const number = Number(root)
  if (number <= 2) return 0
  if (number <= 5) return 1
  if (number <= 8) return 2
  return number <= 13 || number === 16 ? 3 : 4
}

const classes = [0, 1, 2, 3, 4]

export function quadClasses({knowledge, data}: Task, name: string): Result {
  const annotate = createPipeline(knowledge)
  const tables = codingTables(knowledge.codebook)
  const types = new Map(eventTypes(knowledge.codebook).map(type => [type.id, type]))
  const predictions: string[] = []
  const pairs = linesOf<Classed>(`${data}/cameo_conflibert/${name}.jsonl`).map(({id, text, quad}) => {
    const report = annotate({id, sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
    const claim = mainEvent(report)
    const row =
      claim &&
      tables.plover.codingOf(
        codableOf([claim], types.get(claim.event!.type)!, types, report.actors, tables.kinds)
      )
    const found = row ? quadOf(row.cameo.slice(0, 2)) : 0
    predictions.push(
      JSON.stringify({id, text, quad, found, type: claim?.event?.type ?? null, cameo: row?.cameo ?? null})
    )
    return {quad, found}
  })
  const right = pairs.filter(({quad, found}) => quad === found).length
  const scores = classes.map(quad => {
    const of = (key: 'quad' | 'found') => pairs.filter(pair => pair[key] === quad)
    return score(of('quad').filter(({found}) => found === quad).length, of('found').length, of('quad').length)
  })
  return {
    figures: {
      accuracy: percent(right, pairs.length),
      macroF1: Number((scores.reduce((sum, {f1}) => sum + f1, 0) / classes.length).toFixed(2)),
      macroF1Of1To4: Number((scores.slice(1).reduce((sum, {f1}) => sum + f1, 0) / 4).toFixed(2)),
      ...Object.fromEntries(scores.map((each, quad) => [`quad${quad}`, each])),
      rows: pairs.length
    },
    predictions
  }
}

/** The claim of the happening told highest in the tree, the first of them; none that only says more of a noun ("a deal that ended the war"). */
function mainEvent({claims, syntax}: AnnotatedReport) {
  const told = claims.flatMap(({claim}) => {
    const token = claim.event && syntax.tokens.find(({from}) => from === claim.event!.trigger.from)
    const depth = token ? depthOf(token) : null
    return depth === null ? [] : [{claim, depth}]
  })
  const [first] = told.sort((a, b) => a.depth - b.depth)
  return first?.claim

  function depthOf(word: Token): number | null {
    let depth = 0
    for (let token: Token | undefined = word; token; token = syntax.head(token)) {
      if (token.relation.startsWith('acl')) return null
      depth++
    }
    return depth
  }
}
