/**
 * The report's text, never changed, with the words of its claims lit.
 *
 * Highlights are drawn by the CSS Custom Highlight API over one text node a
 * paragraph: no element is put between letters, so Arabic keeps its joining.
 */
import {useEffect, useRef, useState} from 'react'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import type {CodedReport} from '../../src/model/contract.ts'
import type {ListedReport} from '../../src/model/listing.ts'
import {fetchReport, fetchReports} from './api.ts'
import type {Evidence} from './app.tsx'
import {label} from './words.ts'

interface Props {
  readonly incident: LinkedIncident
  readonly evidence: Evidence
  readonly onEvidence: (evidence: Evidence) => void
}

export function ReportReader({incident, evidence, onEvidence}: Props) {
  const [report, setReport] = useState<CodedReport | null>(null)
  const [others, setOthers] = useState<ListedReport[]>([])
  useEffect(() => {
    fetchReports().then(all => setOthers(all.filter(({incidents}) => incidents.length === 0)))
  }, [])
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let isCurrent = true
    fetchReport(evidence.report).then(loaded => isCurrent && setReport(loaded))
    return () => {
      isCurrent = false
    }
  }, [evidence.report])
  useEffect(() => {
    if (report && text.current) light(text.current, report, evidence)
  }, [report, evidence])
  const chain = evidence.claim?.attribution.map(({source}) => source)
  return (
    <aside className="reader" aria-label="The words">
      <label>
        Report{' '}
        <select
          value={evidence.report}
          onChange={({target}) => onEvidence({report: target.value, claim: null})}
        >
          {incident.reports.map(({id, outlet, publishedOn}) => (
            <option key={id} value={id}>
              {publishedOn} {outlet}
            </option>
          ))}
          {others.length > 0 && (
            <optgroup label="In no incident">
              {others.map(({id, outlet, publishedOn, language}) => (
                <option key={id} value={id}>
                  {publishedOn} {outlet} ({language})
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      {evidence.claim && (
        <p className="chain">
          <bdi>{chain?.join(' › ')}</bdi>
          <span className="quiet">
            {label(evidence.claim.about)}, {evidence.claim.certainty}
          </span>
        </p>
      )}
      <div className="text" ref={text}>
        {report &&
          paragraphsOf(report.report.text).map(({from, words}) => (
            <p key={from} dir="auto" data-from={from}>
              {words}
            </p>
          ))}
      </div>
    </aside>
  )
}

/** Paragraphs with their offsets; together with the blank lines between they are the text. */
function paragraphsOf(text: string): {from: number; words: string}[] {
  return [...text.matchAll(/[^\n]+/g)]
    .filter(({0: words}) => words.trim())
    .map(({index, 0: words}) => ({from: index, words}))
}

/** Lights all claims quietly, the one under discussion loudly, and brings it into view. */
function light(box: HTMLElement, {claims}: CodedReport, {claim}: Evidence): void {
  if (!('highlights' in CSS)) return
  const all = claims.flatMap(({quote}) => rangesOf(box, quote))
  const own = claim ? rangesOf(box, claim.quote) : []
  const words = claim ? claim.evidence.flatMap(quote => rangesOf(box, quote)) : []
  CSS.highlights.set('claim', new Highlight(...all))
  CSS.highlights.set('chosen', new Highlight(...own))
  CSS.highlights.set('evidence', new Highlight(...words))
  own[0]?.startContainer.parentElement?.scrollIntoView({block: 'center'})
}

function rangesOf(box: HTMLElement, {from, to}: {from: number; to: number}): Range[] {
  return [...box.querySelectorAll<HTMLElement>('p')].flatMap(paragraph => {
    const node = paragraph.firstChild
    const start = Number(paragraph.dataset.from)
    const length = node?.nodeValue?.length ?? 0
    if (!node || to <= start || from >= start + length) return []
    const range = new Range()
    range.setStart(node, Math.max(0, from - start))
    range.setEnd(node, Math.min(length, to - start))
    return [range]
  })
}
