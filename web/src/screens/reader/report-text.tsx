/** The text of a report as it came, with its claims underlined; the one under discussion is lit. */
import {useEffect, useRef} from 'react'
import type {Claim, CodedReport} from '../../../../src/model/contract.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {
  claimsAt,
  draw,
  erase,
  hiddenMarks,
  offsetAt,
  type Paragraph,
  paragraphsOf,
  rangesIn,
  underlineOf,
  underlines
} from './highlights.ts'
import './report-text.css'

interface Props {
  readonly report: CodedReport
  readonly chosen: Claim | null
  /** The claim that the mouse is over, in the list or in the text. */
  readonly pointed: string | null
  readonly onChoose: (claim: Claim) => void
  readonly onPoint: (claim: string | null) => void
}

export function ReportText({report, chosen, pointed, onChoose, onPoint}: Props) {
  const {t} = useWords()
  const box = useRef<HTMLDivElement>(null)
  const {claims, passages} = report
  const paragraphs = paragraphsOf(report.report.text)
  useEffect(() => (box.current ? underline(box.current, claims) : undefined), [claims])
  useEffect(() => {
    if (!box.current) return
    const ranges = light(box.current, chosen)
    ranges[0]?.startContainer.parentElement?.scrollIntoView({block: 'nearest'})
    return () => erase('chosen', 'evidence')
  }, [chosen])
  useEffect(() => {
    const claim = claims.find(({id}) => id === pointed)
    if (!box.current || !claim) return
    draw('pointed', rangesIn(box.current, claim.quote))
    return () => erase('pointed')
  }, [claims, pointed])
  const under = (x: number, y: number) => {
    const at = box.current && offsetAt(box.current, x, y)
    return at === null ? undefined : claimsAt(claims, at)[0]
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard claims are walked in the list beside
    // biome-ignore lint/a11y/noStaticElementInteractions: the text is read, not operated
    <div
      ref={box}
      className="report-text"
      onClick={({clientX, clientY}) => {
        const claim = getSelection()?.isCollapsed === false ? undefined : under(clientX, clientY)
        if (claim) onChoose(claim)
      }}
      onMouseMove={({clientX, clientY}) => onPoint(under(clientX, clientY)?.id ?? null)}
      onMouseLeave={() => onPoint(null)}
    >
      {paragraphs.map((paragraph, i) => {
        const passage = passageOf(passages, paragraph)
        const isNew = passageOf(passages, paragraphs[i - 1]) !== passage
        const marks = hiddenMarks(paragraph)
        return (
          <div key={paragraph.from} className={`passage ${passage?.kind ?? 'body'}`}>
            {isNew && passage && passage.kind !== 'body' && (
              <p className="note">
                {t(`reader.passage.${passage.kind}`)} {passage.author && <Bidi>{passage.author}</Bidi>}{' '}
                {passage.language !== report.report.language && passage.language}
              </p>
            )}
            {marks.length > 0 && (
              <p className="note text-deny">{t('reader.hidden', {marks: marks.join(', ')})}</p>
            )}
            <Begins claims={claims} paragraph={paragraph} />
            <p className="words" dir="auto" lang={passage?.language} data-from={paragraph.from}>
              {paragraph.words}
            </p>
          </div>
        )
      })}
    </div>
  )
}

/** In the margin: the numbers of the claims that begin here. */
function Begins({claims, paragraph}: {readonly claims: readonly Claim[]; readonly paragraph: Paragraph}) {
  const {number} = useWords()
  const own = claims.filter(({quote}) => paragraph.from <= quote.from && quote.from < paragraph.to)
  return (
    <span className="begins" aria-hidden="true">
      {own.map(({id}) => number(Number(id.replace(/\D/g, '')))).join(' ')}
    </span>
  )
}

type Passages = CodedReport['passages']

/** What most of it is part of: a dateline before the first sentence is a passage of its own. */
function passageOf(passages: Passages, paragraph: Paragraph | undefined): Passages[number] | undefined {
  if (!paragraph) return undefined
  const shared = ({from, to}: Passages[number]) => Math.min(to, paragraph.to) - Math.max(from, paragraph.from)
  return passages.filter(passage => shared(passage) > 0).toSorted((a, b) => shared(b) - shared(a))[0]
}

/** One highlight for each underline; what it draws is in report-text.css. */
function underline(box: HTMLElement, claims: readonly Claim[]): () => void {
  const byLine = Map.groupBy(claims, underlineOf)
  for (const name of underlines)
    draw(
      name,
      (byLine.get(name) ?? []).flatMap(({quote}) => rangesIn(box, quote))
    )
  return () => erase(...underlines)
}

function light(box: HTMLElement, claim: Claim | null): Range[] {
  const own = claim ? rangesIn(box, claim.quote) : []
  draw('chosen', own, 1)
  draw('evidence', claim?.evidence.flatMap(quote => rangesIn(box, quote)) ?? [], 2)
  return own
}
