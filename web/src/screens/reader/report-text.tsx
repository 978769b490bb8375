/** The text of a report as it came, with its claims underlined; the one under discussion is lit. */
import {type RefObject, useEffect, useImperativeHandle, useRef} from 'react'
import type {Claim, CodedReport} from '../../../../src/model/contract.ts'
import type {Span} from '../../../../src/model/span.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {claimMark} from './claim-mark.ts'
import {
  claimsAt,
  draw,
  erase,
  hiddenMarks,
  offsetAt,
  type Paragraph,
  paragraphsOf,
  rangesIn,
  selectedSpan,
  underlineOf,
  underlines
} from './highlights.ts'
import {useCaret} from './use-caret.ts'
import './report-text.css'

interface Props {
  readonly report: CodedReport
  readonly chosen: Claim | null
  /** The claim that the mouse is over, in the list or in the text. */
  readonly pointed: string | null
  readonly onChoose: (claim: Claim) => void
  readonly onPoint: (claim: string | null) => void
  readonly selecting: RefObject<Selecting | null>
}

/** What is selected in the text, and how to select by keys. */
export interface Selecting {
  span(): Span | null
  /** From the claim chosen, or the first words that are seen. */
  byKeys(): void
}

export function ReportText({report, chosen, pointed, onChoose, onPoint, selecting}: Props) {
  const {t} = useWords()
  const box = useRef<HTMLDivElement>(null)
  const caret = useCaret(box)
  useImperativeHandle(selecting, () => ({
    span: () => box.current && selectedSpan(box.current),
    byKeys: () => caret.begin(chosen?.quote.from ?? firstSeen(box.current))
  }))
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
    <div
      ref={box}
      className="report-text outline-none"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: words are selected in it by keys
      tabIndex={0}
      role="document"
      aria-label={t('reader.text')}
      onKeyDown={caret.onKeyDown}
      onBlur={caret.end}
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

/** Where the first paragraph begins that is not scrolled away. */
function firstSeen(box: HTMLElement | null): number {
  const paragraphs = [...(box?.querySelectorAll<HTMLElement>('[data-from]') ?? [])]
  const top = document.querySelector('header.sticky')?.getBoundingClientRect().bottom ?? 0
  const seen = paragraphs.find(paragraph => paragraph.getBoundingClientRect().bottom > top)
  return Number(seen?.dataset.from ?? 0)
}

/** In the margin: the numbers of the claims that begin here. */
function Begins({claims, paragraph}: {readonly claims: readonly Claim[]; readonly paragraph: Paragraph}) {
  const {number} = useWords()
  const own = claims.filter(({quote}) => paragraph.from <= quote.from && quote.from < paragraph.to)
  return (
    <span className="begins" aria-hidden="true">
      {own.map(({id}) => claimMark(id, number)).join(' ')}
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
