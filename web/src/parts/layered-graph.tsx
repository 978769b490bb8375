/** A layered graph as it is drawn: marks with names, and ties between them that can be asked. It mirrors in Arabic; numbers do not. */
import type {Ref} from 'react'
import {useWords} from '../app/settings.tsx'
import {type LayeredEdge, type LayeredNode, layoutOf, shortened} from './layered-graph.ts'
import './layered-graph.css'

/** ═ same wording, ─ credited, a thin line quoted, ┄ by the registry. */
export type TieLook = 'copies' | 'credits' | 'quotes' | 'owned-by'

export interface DrawnNode extends LayeredNode {
  /** The class of its colour, where a side is known. */
  readonly colour?: string
  readonly shape: 'square' | 'triangle' | 'circle' | 'diamond' | 'report'
  readonly isChosen?: boolean
}

export interface DrawnEdge extends LayeredEdge {
  readonly id: string
  readonly look: TieLook
  /** In words, for whoever points at it. */
  readonly said: string
  /** Written on it. */
  readonly count?: number
  readonly verdict?: 'cut' | 'confirmed' | undefined
}

interface Props {
  readonly ref: Ref<SVGSVGElement>
  readonly label: string
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly chosen?: string | null
  readonly onEdge: (edge: DrawnEdge) => void
  readonly onNode?: ((node: DrawnNode) => void) | undefined
}

const shapes = {
  square: 'M-4-4H4V4H-4Z',
  triangle: 'M0-5 5 4H-5Z',
  circle: 'M0-4.6A4.6 4.6 0 1 1-.01-4.6Z',
  diamond: 'M0-5.6 5.6 0 0 5.6-5.6 0Z',
  report: 'M-4-5H2L4-3V5H-4Z'
} as const
const labelAt = 10

interface Point {
  readonly x: number
  readonly y: number
}

export function LayeredGraph({ref, label, nodes, edges, chosen, onEdge, onNode}: Props) {
  const {dir, number} = useWords()
  const {width, height, places, bends} = layoutOf(nodes, edges)
  const isMirrored = dir === 'rtl'
  const across = (x: number) => (isMirrored ? width - x : x)
  const point = ({x, y}: Point) => `${across(x)} ${y}`
  /** A line that leaves and arrives level, and goes straight where others are passed. */
  const lineOf = (points: readonly Point[]) =>
    points.slice(1).reduce(
      (path, to, i) => {
        const from = points[i]!
        const half = (to.x - from.x) / 2
        return i % 2
          ? `${path}L${point(to)}`
          : `${path}C${point({x: from.x + half, y: from.y})} ${point({x: to.x - half, y: to.y})} ${point(to)}`
      },
      `M${point(points[0]!)}`
    )
  const pairs = Map.groupBy(edges, ({from, to}) => [from, to].sort().join(' '))
  return (
    <svg
      ref={ref}
      className="layered-graph"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      direction="ltr"
    >
      {edges.map((edge, i) => {
        const [from, to] = [places.get(edge.from), places.get(edge.to)]
        if (!from || !to) return null
        // Several ties of one pair lie beside each other.
        const own = pairs.get([edge.from, edge.to].sort().join(' '))!
        const asidePx = (own.indexOf(edge) - (own.length - 1) / 2) * 9
        const isWithin = from.x === to.x
        const [low, high] = from.x < to.x ? [from, to] : [to, from]
        const start = {x: low.x + low.width + 6, y: low.y + asidePx}
        const end = {x: high.x - 12, y: high.y + asidePx}
        const path = isWithin
          ? `M${point({x: from.x - 12, y: from.y})}C${point({x: from.x - 36, y: from.y})} ${point({x: from.x - 36, y: to.y})} ${point({x: from.x - 12, y: to.y})}`
          : lineOf([
              start,
              ...bends[i]!.flatMap(({x, y, width: px}) => [
                {x, y},
                {x: x + px, y}
              ]),
              end
            ])
        const first = bends[i]![0] ?? {...end, width: 0}
        const middle = isWithin
          ? {x: from.x - 30, y: (from.y + to.y) / 2}
          : {x: (start.x + first.x) / 2, y: (start.y + first.y) / 2}
        // Points at what is depended on.
        const isForward = isWithin || to === high
        const tip = isWithin
          ? {x: from.x - 9, y: to.y}
          : isForward
            ? {x: end.x + 4, y: end.y}
            : {x: start.x - 4, y: start.y}
        const back = isForward === isMirrored ? 6 : -6
        const classes = ['edge', edge.look, edge.verdict ?? '', edge.id === chosen ? 'chosen' : ''].join(' ')
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the same ties are chosen in the table
          <g key={edge.id} className={classes} onClick={() => onEdge(edge)}>
            <title>{edge.said}</title>
            <path className="reach" d={path} />
            <path className="line" d={path} />
            {edge.look === 'copies' && <path className="inner" d={path} />}
            <path className="tip" d={`M${point(tip)}l${back} -3.5v7z`} />
            {edge.verdict === 'cut' && (
              <path className="cross" d={`M${point({x: middle.x, y: middle.y})}m-4-4l8 8m0-8l-8 8`} />
            )}
            {edge.count !== undefined && (
              <text className="count" x={across(middle.x)} y={middle.y + 3.5} textAnchor="middle">
                {number(edge.count)}
              </text>
            )}
          </g>
        )
      })}
      {nodes.map(node => {
        const {x, y} = places.get(node.id)!
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the same nodes are gone to in the table
          <g
            key={node.id}
            className={`node ${node.colour ?? ''} ${node.isChosen ? 'chosen' : ''} ${onNode ? 'asked' : ''}`}
            transform={`translate(${across(x)} ${y})`}
            onClick={onNode && (() => onNode(node))}
          >
            <title>{node.label}</title>
            <path d={shapes[node.shape]} />
            <text x={isMirrored ? -labelAt : labelAt} y={4} direction={dir}>
              {`\u2068${shortened(node.label)}\u2069${node.after ?? ''}`}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
