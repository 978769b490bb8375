/** The marks, drawn in the colour of the text so that they survive forced colours, and never typed: "≠" would mirror. */
import type {ReactNode} from 'react'

const stroke = {fill: 'none', stroke: 'currentColor'} as const
const bars = (heights: readonly number[]) =>
  heights.map((height, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: three bars, always in this order
    <rect key={i} x={i * 4.5} y={12 - height} width={3} height={height} />
  ))

const shapes = {
  square: <rect x={3} y={3} width={10} height={10} />,
  triangle: <path d="M8 2.2 14.6 13.6H1.4Z" />,
  circle: <circle cx={8} cy={8} r={5.6} />,
  diamond: <path d="M8 1.2 14.8 8 8 14.8 1.2 8Z" />,
  equal: <path d="M2.5 5.9h11M2.5 10.1h11" {...stroke} strokeWidth={1.6} />,
  about: (
    <path
      d="M2.5 6.6c1.6-2 3.6-2 5.5-.7s3.9 1.3 5.5-.7M2.5 11.1c1.6-2 3.6-2 5.5-.7s3.9 1.3 5.5-.7"
      {...stroke}
      strokeWidth={1.6}
    />
  ),
  unequal: <path d="M2.5 5.9h11M2.5 10.1h11M11 2 5 14" {...stroke} strokeWidth={1.9} />,
  cross: <path d="m3 3 10 10M13 3 3 13" {...stroke} strokeWidth={2.2} />,
  question: (
    <>
      <path d="M5 5.4C5 3.4 6.4 2.6 8 2.6s3 .9 3 2.6c0 2.3-3 2.3-3 4.6" {...stroke} strokeWidth={1.9} />
      <circle cx={8} cy={13} r={1.3} />
    </>
  ),
  box: <rect x={2.5} y={2.5} width={11} height={11} {...stroke} strokeWidth={1.4} />,
  grip: (
    <path
      d="M5 3.5v.01M11 3.5v.01M5 8v.01M11 8v.01M5 12.5v.01M11 12.5v.01"
      {...stroke}
      strokeWidth={2.4}
      strokeLinecap="round"
    />
  ),
  tick: <path d="m2.5 8.5 3.6 3.8L13.5 4" {...stroke} strokeWidth={2.1} />,
  certain: bars([5, 8, 11]),
  probable: bars([5, 8, 1]),
  possible: bars([5, 1, 1]),
  unstated: bars([1, 1, 1])
} satisfies Record<string, ReactNode>

export type GlyphName = keyof typeof shapes

/** `label`: read aloud; left out where the word stands beside it. */
export function Glyph({
  name,
  label,
  className = ''
}: {
  readonly name: GlyphName
  readonly label?: string | undefined
  readonly className?: string
}) {
  const box = ['certain', 'probable', 'possible', 'unstated'].includes(name) ? '0 0 12 12' : '0 0 16 16'
  const said = label ? {role: 'img', 'aria-label': label} : {'aria-hidden': true as const}
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden beside its word
    <svg className={`glyph ${className}`} viewBox={box} {...said}>
      {shapes[name]}
    </svg>
  )
}
