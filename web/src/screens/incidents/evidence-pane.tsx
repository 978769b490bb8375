/** Behind a cell: the words, why it holds, how it moved. */
import {Tab, TabList, TabPanel, Tabs} from 'react-aria-components'
import type {LinkedIncident, RuleId} from '../../../../src/model/assessment.ts'
import {screenKeys} from '../../app/keys.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence} from '../../parts/bidi.tsx'
import {Keycap, KeyedButton} from '../../parts/keycap.tsx'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import {Evidence} from './evidence.tsx'
import type {Column, Row, Value} from './matrix.ts'
import type {RulingOn} from './ruling-dialog.tsx'
import {Why} from './why.tsx'

export type EvidenceTab = 'evidence' | 'why' | 'history'

export interface CellProps {
  readonly incident: LinkedIncident
  readonly row: Row | undefined
  readonly account: string
  readonly columns: readonly Column[]
  readonly values: readonly Value[]
  readonly rule: RuleId
}

interface Props extends CellProps {
  readonly tab: EvidenceTab
  readonly onTab: (tab: EvidenceTab) => void
  readonly onRuling: (ruling: RulingOn) => void
}

const tabs = ['evidence', 'why', 'history'] as const

export function EvidencePane({tab, onTab, onRuling, ...cell}: Props) {
  const {t} = useWords()
  const keys = screenKeys.incidents
  const value = cell.values[0]
  const act = (kind: RulingOn['kind']) => () =>
    value && onRuling({kind, on: value.claims.map(({key}) => key), claim: value.claim})
  return (
    <div className="flex min-h-full flex-col">
      <Tabs selectedKey={tab} onSelectionChange={key => onTab(key as EvidenceTab)} className="grow">
        <TabList className="tabs" aria-label={t('pane.evidence')}>
          {tabs.map(name => (
            <Tab key={name} id={name} className="tab">
              {t(`incidents.${name}`)} <Keycap shows={keys[name]} />
            </Tab>
          ))}
        </TabList>
        <TabPanel id="evidence">
          <Evidence {...cell} />
        </TabPanel>
        <TabPanel id="why">
          <Why {...cell} />
        </TabPanel>
        <TabPanel id="history">
          <History incident={cell.incident} />
        </TabPanel>
      </Tabs>
      {value && (
        <div className="sticky bottom-0 flex flex-wrap gap-1.5 border-t border-line-2 bg-surface p-3 *:grow">
          {(['prefer', 'reject', 'correct'] as const).map(kind => (
            <KeyedButton key={kind} shows={keys[kind]} onPress={act(kind)}>
              {t(`incidents.ruling.${kind}`)}
            </KeyedButton>
          ))}
          <NotAllowed needs="rule" />
        </div>
      )}
    </div>
  )
}

function History({incident}: {readonly incident: LinkedIncident}) {
  const {t, day} = useWords()
  const {history, reports} = incident
  if (history.length === 0) return <p className="p-3 text-ink-3">{t('incidents.history.none')}</p>
  return (
    <ol>
      {history.map(({report, change}) => {
        const source = reports.find(({id}) => id === report)
        return (
          <li key={report} className="border-b border-line p-3">
            <b className="font-semibold">{source?.publishedOn ? day(source.publishedOn) : ''}</b>{' '}
            <Bidi>{source?.outlet ?? report}</Bidi>
            <ul className="text-small text-ink-2">
              {change.split('; ').map(part => (
                <li key={part}>
                  <Sentence>{part}</Sentence>
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
