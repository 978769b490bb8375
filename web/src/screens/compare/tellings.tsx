/**
 * What reports tell of one incident, and the claims of each, to be moved to another or split off: dragged by mouse, or by the
 * keys of React Aria (the arrow to the handle, Enter, Tab to where it goes, Enter), or selected and moved by a key of the screen.
 */
import {Link} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import {
  Button,
  Checkbox,
  type DragAndDropOptions,
  DropZone,
  GridList,
  GridListItem,
  isTextDropItem,
  Text,
  useDragAndDrop
} from 'react-aria-components'
import type {LinkedIncident, ReportedClaim, ReportRef} from '../../../../src/model/assessment.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {DenialMark} from '../../parts/claim-marks.tsx'
import {claimName} from '../../parts/claim-name.ts'
import {Glyph} from '../../parts/glyph.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {Range} from '../../parts/range.tsx'
import {ToldClaim} from './told-claim.tsx'

/** What is dragged: a row, by its key. */
const dragged = 'application/x-dateline-telling'

interface Props {
  readonly incident: LinkedIncident
  readonly letter: string
  /** Letters of the other incidents that a report tells of too, by its id. */
  readonly alsoIn: ReadonlyMap<string, string>
  readonly selected: ReadonlySet<string>
  /** Tellings whose claims are shown. */
  readonly unfolded: ReadonlySet<string>
  readonly mayMove: boolean
  readonly onSelect: (keys: ReadonlySet<string>) => void
  readonly onUnfold: (telling: string) => void
  /** Rows of another incident were dropped here. */
  readonly onDrop: (keys: readonly string[]) => void
}

export const tellingKey = ({report, incident}: LinkedIncident['members'][number]): string =>
  `${report}/${incident}`

/** Rows of claims and of tellings are of one list: what a claim founded may have the key of what is told by it. */
export const claimRow = (claim: string): string => `claim ${claim}`

/** The key of the claim that a row is of; null: it is of what a report tells. */
export const claimOf = (row: string): string | null => (row.startsWith('claim ') ? row.slice(6) : null)

export function Tellings({
  incident,
  letter,
  alsoIn,
  selected,
  unfolded,
  mayMove,
  onSelect,
  onUnfold,
  onDrop
}: Props) {
  const words = useWords()
  const {t} = words
  const own = new Set([...incident.members.map(tellingKey), ...incident.claims.map(({key}) => claimRow(key))])
  const {dragAndDropHooks} = useDragAndDrop({
    isDisabled: !mayMove,
    getItems: keys => [...keys].map(key => ({[dragged]: String(key), 'text/plain': String(key)})),
    acceptedDragTypes: [dragged],
    getDropOperation: () => 'move',
    shouldAcceptItemDrop: () => false,
    onRootDrop: async ({items}) => {
      const keys = (await keysIn(items)).filter(key => !own.has(key))
      if (keys.length) onDrop(keys)
    }
  } satisfies DragAndDropOptions)
  const reports = new Map(incident.reports.map(report => [report.id, report]))
  const claims = Map.groupBy(incident.claims, ({report}) => report)
  return (
    <section className="min-w-0 border-e border-line" aria-label={t('compare.tellings', {letter})}>
      <h2 className="flex items-center gap-2 border-b border-line px-3 py-1.5 text-small">
        <b className="letter">{letter}</b> {t('value.reports', {n: incident.reports.length})}
      </h2>
      <GridList
        aria-label={t('compare.tellings', {letter})}
        className="tellings"
        selectionMode={mayMove ? 'multiple' : 'none'}
        disallowTypeAhead
        selectedKeys={[...selected].filter(key => own.has(key))}
        onSelectionChange={keys => onSelect(keys === 'all' ? own : new Set([...keys].map(String)))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {incident.members.flatMap(member => {
          const report = reports.get(member.report)
          const key = tellingKey(member)
          const name = report?.outlet ?? member.report
          const told = claims.get(member.report) ?? []
          const isUnfolded = unfolded.has(key)
          return [
            <Row
              key={key}
              id={key}
              name={name}
              text={`${name} ${report?.title ?? ''}`}
              isSelected={selected.has(key)}
              mayMove={mayMove}
            >
              <Telling
                report={report}
                id={member.report}
                incident={incident.id}
                claims={told}
                also={alsoIn.get(member.report)}
                isUnfolded={isUnfolded}
                onUnfold={() => onUnfold(key)}
              />
            </Row>,
            ...(isUnfolded ? told : []).map(claim => (
              <Row
                key={claimRow(claim.key)}
                id={claimRow(claim.key)}
                name={claimName(words, claim)}
                text={claim.quote.text}
                isSelected={selected.has(claimRow(claim.key))}
                mayMove={mayMove}
                isClaim
              >
                <ToldClaim claim={claim} language={report?.language} />
              </Row>
            ))
          ]
        })}
      </GridList>
    </section>
  )
}

function Row({
  id,
  name,
  text,
  isSelected,
  mayMove,
  isClaim = false,
  children
}: {
  readonly id: string
  /** What is dragged by its handle. */
  readonly name: string
  readonly text: string
  readonly isSelected: boolean
  readonly mayMove: boolean
  readonly isClaim?: boolean
  readonly children: ReactNode
}) {
  const {t} = useWords()
  return (
    <GridListItem id={id} textValue={text} className={isClaim ? 'telling of-report' : 'telling'}>
      {mayMove ? (
        <>
          <Button slot="drag" className="grip" aria-label={t('compare.tellings.drag', {report: name})}>
            <Glyph name="grip" />
          </Button>
          <Checkbox slot="selection" className="tick">
            <Glyph name={isSelected ? 'tick' : 'box'} />
          </Checkbox>
        </>
      ) : (
        <>
          <span />
          <span />
        </>
      )}
      {children}
    </GridListItem>
  )
}

const mostFigures = 3

function Telling({
  report,
  id,
  incident,
  claims,
  also,
  isUnfolded,
  onUnfold
}: {
  readonly report: ReportRef | undefined
  readonly id: string
  readonly incident: string
  readonly claims: readonly ReportedClaim[]
  readonly also: string | undefined
  readonly isUnfolded: boolean
  readonly onUnfold: () => void
}) {
  const {t, label, shortDay} = useWords()
  const figures = claims.filter(({casualties}) => casualties?.count)
  return (
    <div className="min-w-0">
      <span className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span>
          <Link to="/reports/$id" params={{id}} search={{incident}}>
            <Bidi>{report?.outlet ?? id}</Bidi>
          </Link>
          {report?.agency && (
            <span className="text-ink-3">
              {' '}
              › <Bidi>{report.agency}</Bidi>
            </span>
          )}{' '}
          {report && <LanguageChip language={report.language} />}
        </span>
        <span className="text-ink-3">{report?.publishedOn ? shortDay(report.publishedOn) : ''}</span>
      </span>
      {report?.title && (
        <span className="words outside line-clamp-2" dir="auto" lang={report.language}>
          {report.title}
        </span>
      )}
      <span className="flex flex-wrap gap-x-3 text-ink-2">
        {figures.slice(0, mostFigures).map(({key, casualties, polarity, realis}) => (
          <span key={key}>
            {label('outcome', casualties!.outcome)}{' '}
            <b className="font-semibold text-ink">
              <Range low={casualties!.count!.min} high={casualties!.count!.max} />
            </b>{' '}
            <DenialMark polarity={polarity} realis={realis} />
          </span>
        ))}
        {figures.length === 0 && <span className="text-ink-3">{t('compare.tellings.noFigure')}</span>}
        {claims.length > 0 && (
          <Button className="underline" aria-expanded={isUnfolded} onPress={onUnfold}>
            {t('compare.tellings.unfold', {n: claims.length})}{' '}
            <span aria-hidden="true" className="inline-block rtl:-scale-x-100">
              {isUnfolded ? '▾' : '▸'}
            </span>
          </Button>
        )}
      </span>
      {also && <span className="tag">{t('compare.tellings.alsoIn', {letter: also})}</span>}
    </div>
  )
}

/** Where rows become an incident of their own. */
export function NewIncident({onDrop}: {readonly onDrop: (keys: readonly string[]) => void}) {
  const {t} = useWords()
  return (
    <DropZone
      className="new-incident"
      getDropOperation={types => (types.has(dragged) ? 'move' : 'cancel')}
      onDrop={async ({items}) => {
        const keys = await keysIn(items)
        if (keys.length) onDrop(keys)
      }}
    >
      <b>{t('compare.newIncident')}</b>
      <Text slot="label">{t('compare.newIncident.what')}</Text>
    </DropZone>
  )
}

type Items = Parameters<NonNullable<DragAndDropOptions['onRootDrop']>>[0]['items']

async function keysIn(items: Items): Promise<string[]> {
  const texts = items.filter(isTextDropItem).filter(({types}) => types.has(dragged))
  return Promise.all(texts.map(item => item.getText(dragged)))
}
