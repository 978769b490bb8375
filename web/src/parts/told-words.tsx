/** The exact words of a claim with those around them in its report, and the way they came: outlet, agency, speaker. */
import {useQuery} from '@tanstack/react-query'
import type {ReactNode} from 'react'
import {wordsAround} from '../../../src/export/words-around.ts'
import type {ReportedClaim} from '../../../src/model/assessment.ts'
import {reportQuery} from '../app/queries.ts'
import {useWords} from '../app/settings.tsx'
import {Bidi} from './bidi.tsx'

interface Props {
  readonly claim: ReportedClaim
  readonly publishedOn: string | null | undefined
  /** Of the report; where a passage is in another, that counts. */
  readonly language: string | undefined
  /** Stands at the end, beside key and offsets. */
  readonly children?: ReactNode
}

export function ToldWords({claim, publishedOn, language, children}: Props) {
  const {day} = useWords()
  const {data} = useQuery(reportQuery(claim.report))
  const own = languageAt(data?.passages, claim.quote.from) ?? language
  const {before, after} = wordsAround(data?.report.text ?? '', claim.quote)
  return (
    <section className="px-3 py-2">
      <p className="flex justify-between gap-2 text-small text-ink-3">
        <span className="chain">
          {claim.attribution.map(({source: name}, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a chain is in order, and may name one twice
            <span key={i}>
              <Bidi>{name}</Bidi>
            </span>
          ))}
        </span>
        <span className="whitespace-nowrap">{publishedOn ? day(publishedOn) : ''}</span>
      </p>
      <blockquote className="words my-1.5" dir="auto" lang={own}>
        <span className="text-ink-2">{before}</span>
        <mark>{claim.quote.text}</mark>
        <span className="text-ink-2">{after}</span>
      </blockquote>
      <p className="flex justify-between gap-2 text-small text-ink-3">
        <span className="id">
          {claim.key} [{claim.quote.from}, {claim.quote.to})
        </span>
        {children}
      </p>
    </section>
  )
}

function languageAt(
  passages: readonly {readonly from: number; readonly to: number; readonly language: string}[] | undefined,
  at: number
): string | undefined {
  return passages?.find(({from, to}) => from <= at && at < to)?.language
}
