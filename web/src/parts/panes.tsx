/**
 * Panes beside each other: list, work, evidence; the list may be left out. The outer two are as wide as the person makes them, by mouse or
 * arrow keys on the line between, and stay so. On a narrow screen one is shown, and a bar leads to the others.
 */
import {type CSSProperties, type PointerEvent, type ReactNode, useEffect, useState} from 'react'
import {ToggleButton, ToggleButtonGroup} from 'react-aria-components'
import {forgetful} from '../app/remembered.ts'
import {useWords} from '../app/settings.tsx'

const names = ['list', 'work', 'evidence'] as const
export type Pane = (typeof names)[number]
type Outer = Exclude<Pane, 'work'>

const limits: Readonly<Record<Outer, readonly [number, number]>> = {list: [140, 480], evidence: [240, 760]}
const step = 16

interface Props {
  /** Widths are remembered by it. */
  readonly name: string
  readonly widths: Readonly<Record<Outer, number>>
  /** One of the outer two may be left out. */
  readonly list?: ReactNode
  readonly work: ReactNode
  readonly evidence?: ReactNode
  /** What a narrow screen shows; when it changes, that is shown. */
  readonly focus: Pane
  readonly labels?: Partial<Record<Pane, string>>
  /** Stands for the list on a screen of middle width; `isOpen`: the list lies over the work. */
  readonly rail?: {readonly content: ReactNode; readonly isOpen: boolean}
}

export function Panes({name, widths, focus, labels = {}, rail, ...content}: Props) {
  const {t} = useWords()
  const [kept] = useState(() => forgetful(`panes.${name}`, widths))
  const [now, setNow] = useState(kept.get())
  const [shown, setShown] = useState<Pane>(focus)
  useEffect(() => setShown(focus), [focus])
  const label = (pane: Pane) => labels[pane] ?? t(`pane.${pane}`)
  const resize = (pane: Outer, px: number) => {
    const [least, most] = limits[pane]
    const next = {...now, [pane]: Math.round(Math.min(most, Math.max(least, px)))}
    setNow(next)
    kept.set(next)
  }
  const line = (pane: Outer) => (
    <Divider
      label={t('pane.widthOf', {pane: label(pane)})}
      pane={pane}
      px={now[pane]}
      onResize={px => resize(pane, px)}
    />
  )
  const own = names.filter(pane => content[pane] !== undefined)
  const lacked = names.find(pane => !own.includes(pane))
  const style = {
    '--list': `${now.list}px`,
    '--evidence': `${now.evidence}px`
  } as CSSProperties
  return (
    <div
      className={['panes', rail ? 'railed' : '', rail?.isOpen ? 'open' : ''].filter(Boolean).join(' ')}
      data-shown={shown}
      data-lacks={lacked}
      style={style}
    >
      <ToggleButtonGroup
        className="pane-bar"
        aria-label={t('frame.screens')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={keys => setShown([...keys][0] as Pane)}
      >
        {own.map(pane => (
          <ToggleButton key={pane} id={pane} className="pane-choice">
            {label(pane)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {own.includes('list') && (
        <>
          <nav className="pane" data-pane="list" aria-label={label('list')}>
            {content.list}
          </nav>
          {rail && (
            <nav className="pane rail" aria-label={t('pane.rail')}>
              {rail.content}
            </nav>
          )}
          {line('list')}
        </>
      )}
      <main className="pane" data-pane="work" id="work" tabIndex={-1}>
        {content.work}
      </main>
      {own.includes('evidence') && (
        <>
          {line('evidence')}
          <aside className="pane" data-pane="evidence" aria-label={label('evidence')}>
            {content.evidence}
          </aside>
        </>
      )}
    </div>
  )
}

function Divider({
  pane,
  label,
  px,
  onResize
}: {
  readonly pane: Outer
  readonly label: string
  readonly px: number
  readonly onResize: (px: number) => void
}) {
  const [least, most] = limits[pane]
  // Towards the end of the line the list grows and the evidence shrinks; the other way round in Arabic.
  const signOf = (element: Element) =>
    (pane === 'list' ? 1 : -1) * (getComputedStyle(element).direction === 'rtl' ? -1 : 1)
  const drag = (down: PointerEvent<HTMLElement>) => {
    const line = down.currentTarget
    const sign = signOf(line)
    line.setPointerCapture(down.pointerId)
    const move = ({clientX}: globalThis.PointerEvent) => onResize(px + sign * (clientX - down.clientX))
    line.addEventListener('pointermove', move)
    line.addEventListener('lostpointercapture', () => line.removeEventListener('pointermove', move), {
      once: true
    })
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line one moves is no thematic break
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={px}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className="pane-line"
      onPointerDown={drag}
      onKeyDown={event => {
        const sign = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
        if (!sign) return
        event.preventDefault()
        onResize(px + sign * signOf(event.currentTarget) * step)
      }}
    />
  )
}
