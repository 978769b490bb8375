/**
 * What reports tell of one incident, to be moved to another or split off: dragged by mouse, or by the keys of React Aria
 * (the arrow to the handle, Enter, Tab to where it goes, Enter), or selected and moved by a key of the screen.
 */
import {Link} from '@tanstack/react-router'
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
import {Glyph} from '../../parts/glyph.tsx'
import {LanguageChip} from '../../parts/language-chip.tsx'
import {Range} from '../../parts/range.tsx'

/** What is dragged: keys of tellings (REPORT/i2). */
const dragged = 'application/x-dateline-telling'

interface Props {
  readonly incident: LinkedIncident
  readonly letter: string
  /** Letters of the other incidents that a report tells of too, by its id. */
  readonly alsoIn: ReadonlyMap<string, string>
  readonly selected: ReadonlySet<string>
  readonly mayMove: boolean
  readonly onSelect: (keys: ReadonlySet<string>) => void
  /** Tellings of another incident were dropped here. */
  readonly onDrop: (keys: readonly string[]) => void
}

export const tellingKey = ({report, incident}: LinkedIncident['members'][number]): string =>
  `${report}/${incident}`

export function Tellings({incident, letter, alsoIn, selected, mayMove, onSelect, onDrop}: Props) {
  const {t} = useWords()
  const own = new Set(incident.members.map(tellingKey))
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
        {incident.members.map(member => {
          const report = reports.get(member.report)
          const key = tellingKey(member)
          const name = report?.outlet ?? member.report
          return (
            <GridListItem key={key} id={key} textValue={`${name} ${report?.title ?? ''}`} className="telling">
              {mayMove ? (
                <>
                  <Button
                    slot="drag"
                    className="grip"
                    aria-label={t('compare.tellings.drag', {report: name})}
                  >
                    <Glyph name="grip" />
                  </Button>
                  <Checkbox slot="selection" className="tick">
                    <Glyph name={selected.has(key) ? 'tick' : 'box'} />
                  </Checkbox>
                </>
              ) : (
                <>
                  <span />
                  <span />
                </>
              )}
              <Telling
                report={report}
                id={member.report}
                incident={incident.id}
                claims={claims.get(member.report) ?? []}
                also={alsoIn.get(member.report)}
              />
            </GridListItem>
          )
        })}
      </GridList>
    </section>
  )
}

const mostFigures = 3

function Telling({
  report,
  id,
  incident,
  claims,
  also
}: {
  readonly report: ReportRef | undefined
  readonly id: string
  readonly incident: string
  readonly claims: readonly ReportedClaim[]
  readonly also: string | undefined
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
        {claims.length > Math.min(figures.length, mostFigures) && (
          <span className="text-ink-3">
            {t('compare.tellings.more', {n: claims.length - Math.min(figures.length, mostFigures)})}
          </span>
        )}
      </span>
      {also && <span className="tag">{t('compare.tellings.alsoIn', {letter: also})}</span>}
    </div>
  )
}

/** Where tellings become an incident of their own. */
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
