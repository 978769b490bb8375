/** Claims with their exact words, each with its report; only what is seen is drawn. */
import {useVirtualizer} from '@tanstack/react-virtual'
import {useEffect, useRef} from 'react'
import type {FoundClaim} from '../../../../src/model/found-claim.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Words} from '../../parts/bidi.tsx'
import {CertaintyMark, DenialMark} from '../../parts/claim-marks.tsx'
import {claimName} from '../../parts/claim-name.ts'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {Range} from '../../parts/range.tsx'
import {isInterested, sideByKind} from '../../parts/side.ts'
import {SideMark} from '../../parts/side-mark.tsx'

interface Props {
  readonly rows: readonly FoundClaim[]
  readonly hasMore: boolean
  /** Position of the claim chosen; -1: none. */
  readonly chosen: number
  readonly onChoose: (row: FoundClaim) => void
  readonly onOpen: (row: FoundClaim) => void
  readonly onEnd: () => void
}

export function ClaimRows({rows, hasMore, chosen, onChoose, onOpen, onEnd}: Props) {
  const {t} = useWords()
  const box = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 54,
    overscan: 8
  })
  const seen = list.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - 20) onEnd()
  }, [hasMore, last, rows.length, onEnd])
  // biome-ignore lint/correctness/useExhaustiveDependencies: brings the chosen row into view when it changes
  useEffect(() => {
    if (chosen >= 0) list.scrollToIndex(chosen, {align: 'auto'})
  }, [chosen])
  return (
    <section className="min-h-0 overflow-auto bg-surface" ref={box} aria-label={t('screen.claims')}>
      <ul className="relative" style={{blockSize: list.getTotalSize()}}>
        {seen.map(({index, key, start}) => (
          <li
            key={key}
            data-index={index}
            ref={list.measureElement}
            className="absolute inset-x-0"
            style={{insetBlockStart: start}}
          >
            <Row
              row={rows[index]!}
              isChosen={index === chosen}
              onChoose={() => onChoose(rows[index]!)}
              onOpen={() => onOpen(rows[index]!)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Row({
  row: {claim, report},
  isChosen,
  onChoose,
  onOpen
}: {
  readonly row: FoundClaim
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onOpen: () => void
}) {
  const words = useWords()
  const {t, label, shortDay} = words
  const {casualties, crowd, damage, attribution, polarity, realis, certainty, interest} = claim
  const count = (casualties ?? crowd ?? damage)?.count
  const speaker = attribution.at(-1)
  const isOfGroup = casualties && casualties.group !== 'people'
  return (
    <button
      type="button"
      className={`claim-row ${isChosen ? 'current' : ''}`}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
      onDoubleClick={onOpen}
    >
      <span>
        {isOfGroup
          ? t('claims.ofGroup', {what: claimName(words, claim), group: label('group', casualties.group)})
          : claimName(words, claim)}{' '}
        {count && (
          <b className="font-semibold whitespace-nowrap">
            <Range low={count.min} high={count.max} />
          </b>
        )}
        <span className="flex flex-wrap gap-x-2 text-small">
          <DenialMark polarity={polarity} realis={realis} />
          {certainty !== 'certain' && <CertaintyMark certainty={certainty} word />}
        </span>
      </span>
      <span className="line-clamp-3 min-w-0" dir="auto">
        <Words lang={report.language}>{claim.quote.text}</Words>
      </span>
      <span className="min-w-0 text-small text-ink-2">
        <span className="line-clamp-1">
          {speaker && isInterested(interest) && (
            <>
              <SideMark side={sideByKind(speaker)} />{' '}
            </>
          )}
          <Bidi>{speaker?.source}</Bidi>
        </span>
        <span className="flex gap-x-2 text-ink-3">
          <span className="truncate">
            <Bidi>{report.outlet ?? report.id}</Bidi>
          </span>
          <span className="whitespace-nowrap">
            {report.publishedOn ? shortDay(report.publishedOn) : t('reader.notDated')}
          </span>
          <LanguageChip language={report.language} />
        </span>
      </span>
    </button>
  )
}
