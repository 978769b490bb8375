/** Whose side a speaker is on: shape, colour and word, so that each tells alone. */
import {useWords} from '../app/settings.tsx'
import {Glyph, type GlyphName} from './glyph.tsx'
import type {Side} from './side.ts'

type Shown = Side | 'state' | 'opposing'

const looks: Readonly<Record<Shown, {readonly glyph: GlyphName; readonly colour: string}>> = {
  a: {glyph: 'square', colour: 'side-a'},
  b: {glyph: 'triangle', colour: 'side-b'},
  state: {glyph: 'square', colour: 'side-a'},
  opposing: {glyph: 'triangle', colour: 'side-b'},
  neither: {glyph: 'circle', colour: 'side-0'},
  unknown: {glyph: 'diamond', colour: 'side-0'}
}

/** The class that gives a side's colour, also to `.stake`. */
export const colourOf = (side: Shown): string => looks[side].colour

export function SideMark({side, word = false}: {readonly side: Shown; readonly word?: boolean}) {
  const {t} = useWords()
  const {glyph, colour} = looks[side]
  return (
    <span className="inline-flex items-baseline gap-1">
      <Glyph name={glyph} className={colour} label={word ? undefined : t(`side.${side}`)} />
      {word && t(`side.${side}`)}
    </span>
  )
}
