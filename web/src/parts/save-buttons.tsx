/** Saves a drawing as a file: SVG or PNG, as it is on the page. */
import type {RefObject} from 'react'
import {useNotes} from '../app/notes.tsx'
import {useWords} from '../app/settings.tsx'
import {savePng, saveSvg} from './save-plot.ts'

const ways = [
  ['SVG', saveSvg],
  ['PNG', savePng]
] as const

/** `name`: of the files, without their ending. */
export function SaveButtons({
  drawing,
  name
}: {
  readonly drawing: RefObject<SVGSVGElement | null>
  readonly name: string
}) {
  const {t} = useWords()
  const {say} = useNotes()
  const act = async (save: (drawing: SVGSVGElement, name: string) => void | Promise<void>) => {
    try {
      if (drawing.current) await save(drawing.current, name)
    } catch (error) {
      say(t('plot.failed', {why: String(error)}))
    }
  }
  return ways.map(([as, save]) => (
    <button
      key={as}
      type="button"
      className="underline"
      onClick={() => void act(save)}
      aria-label={t('plot.save', {as})}
    >
      {as}
    </button>
  ))
}
