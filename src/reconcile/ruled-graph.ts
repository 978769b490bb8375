/** The graph of origins with what people said of its edges: cut ones stay to be seen, and confirmed ones are added where no words show them. */
import type {OriginEdge, OriginNode, Origins} from '../model/assessment.ts'
import type {RuledTie, TieRulings} from '../model/ruling.ts'
import {plainName} from './owners.ts'

const kindOf: Readonly<Record<RuledTie['tie']['kind'], OriginNode['kind']>> = {
  copies: 'report',
  credits: 'agency',
  'owned-by': 'owner'
}

export function ruledGraph({nodes, edges}: Origins, {ties}: TieRulings): Origins {
  if (ties.length === 0) return {nodes, edges}
  const marked = [...edges]
  const all = [...nodes]
  const reports = new Set(nodes.filter(({kind}) => kind === 'report').map(({id}) => id))
  for (const ruled of ties) {
    const {tie, verdict, word} = ruled
    if (!reports.has(tie.report)) continue
    const mark = {ruled: {verdict, ...word}}
    const at = marked.findIndex(edge => isOn(edge, tie, nodes))
    if (at >= 0) marked[at] = {...marked[at]!, ...mark}
    else if (verdict === 'confirmed') {
      const to = nodeOf(tie, all)
      if (to) marked.push({from: tie.report, to, kind: tie.kind, evidence: [], ...mark})
    }
  }
  return {nodes: all, edges: marked}
}

function isOn(
  edge: OriginEdge,
  {report, kind, on, name}: RuledTie['tie'],
  nodes: readonly OriginNode[]
): boolean {
  if (edge.kind !== kind) return false
  if (kind === 'copies')
    return (edge.from === report && edge.to === on) || (edge.from === on && edge.to === report)
  if (edge.from !== report) return false
  const to = nodes.find(({id}) => id === edge.to)
  return kind === 'owned-by' ? edge.to === `owner:${on}` : plainName(to?.name ?? '') === plainName(name)
}

/** Its node, made where there is none; null where the other report is of another incident. */
function nodeOf({kind, on, name}: RuledTie['tie'], nodes: OriginNode[]): string | null {
  if (kind === 'copies') return nodes.some(({id}) => id === on) ? on : null
  const known = nodes.find(
    node =>
      node.kind === kindOf[kind] && (node.id === `owner:${on}` || plainName(node.name) === plainName(name))
  )
  if (known) return known.id
  const id = kind === 'owned-by' ? `owner:${on}` : `voice:${plainName(name)}`
  nodes.push({id, kind: kindOf[kind], name})
  return id
}
