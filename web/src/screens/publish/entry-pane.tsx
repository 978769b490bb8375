/** One incident before the public: where it stands, what the gate says, what would change, and what one may do. */
import {Link} from '@tanstack/react-router'
import type {ReactNode} from 'react'
import type {PublicationEntry} from '../../../../src/model/publication.ts'
import {screenKeys} from '../../app/keys.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Headline} from '../../parts/headline.tsx'
import {Keycap, KeyedButton} from '../../parts/keycap.tsx'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import type {Decision} from './decision-dialog.tsx'
import {GateConditions} from './gate-conditions.tsx'
import {Standing} from './standing.tsx'
import {ViewChanges} from './view-changes.tsx'

interface Props {
  readonly entry: PublicationEntry
  readonly onDecide: (kind: Decision['kind']) => void
  readonly onLook: (kind: 'read' | 'redaction') => void
}

export function EntryPane({entry, onDecide, onLook}: Props) {
  const {t} = useWords()
  const may = useMay()
  const {queued, shown, changes, leadsTo, versions} = entry
  const can = possibleFor(entry)
  const keys = screenKeys.publish
  return (
    <article>
      <header className="border-b border-line-2 bg-surface p-3">
        <h1 className="text-h3">
          <Headline {...queued} />
        </h1>
        <p>
          <Standing {...queued} />
        </p>
        {queued.digest === null && (
          <p>
            {t('publish.gone')}{' '}
            {leadsTo && (
              <Link to="/publish/$id" params={{id: leadsTo}} search={{}}>
                {t('publish.leadsTo')} <span className="id">{leadsTo}</span>
              </Link>
            )}
          </p>
        )}
        <p className="flex flex-wrap gap-2 pt-2">
          {may('publish') && can.publish && (
            <KeyedButton primary={can.isReady} shows={keys.publish} onPress={() => onDecide('publish')}>
              {t(versions.length ? 'publish.do.correct' : 'publish.do.publish')}
            </KeyedButton>
          )}
          {may('review') && can.look && (
            <>
              <KeyedButton shows={keys.read} onPress={() => onLook('read')}>
                {t('publish.do.read')}
              </KeyedButton>
              <KeyedButton shows={keys.redaction} onPress={() => onLook('redaction')}>
                {t('publish.do.redaction')}
              </KeyedButton>
            </>
          )}
          {may('publish') && can.keep && (
            <KeyedButton shows={keys.keep} onPress={() => onDecide('keep')}>
              {t('publish.do.keep')}
            </KeyedButton>
          )}
          {may('publish') && can.withdraw && (
            <KeyedButton shows={keys.withdraw} onPress={() => onDecide('withdraw')}>
              {t('publish.do.withdraw')}
            </KeyedButton>
          )}
          {queued.digest !== null && (
            <Link to="/incidents/$id" params={{id: queued.id}} search={{}} className="btn">
              {t('publish.do.open')} <Keycap shows={keys.open} />
            </Link>
          )}
          {queued.standing === 'public' && (
            <a
              className="btn"
              href={`/public/incidents/${encodeURIComponent(queued.id)}`}
              target="_blank"
              rel="noreferrer"
            >
              {t('publish.pagePublic')}
            </a>
          )}
        </p>
        <NotAllowed needs="publish" />
      </header>
      {queued.conditions.length > 0 && (
        <Part title={t('publish.gate')}>
          <GateConditions conditions={queued.conditions} />
        </Part>
      )}
      <Part title={t('publish.changes')}>
        {!shown ? (
          <p className="text-ink-3">{t('publish.changes.first')}</p>
        ) : changes.length === 0 ? (
          <p className="text-ink-3">{t('publish.changes.none')}</p>
        ) : (
          <ViewChanges changes={changes} />
        )}
      </Part>
    </article>
  )
}

/** What may be done to it, whoever may do it. */
export function possibleFor({queued, shown, changes, view, versions}: PublicationEntry) {
  const {standing, digest, changed} = queued
  const isShown = standing === 'public' || standing === 'waiting'
  return {
    // The same again would be no correction.
    publish: view !== null && (!isShown || changed || changes.length > 0 || shown === null),
    isReady: queued.conditions.every(({passes}) => passes),
    look: digest !== null,
    keep: isShown && changed && versions.length > 0,
    withdraw: standing === 'public' || (standing === 'waiting' && versions.length > 0)
  }
}

function Part({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <section className="border-b border-line-2 bg-surface p-3">
      <h2 className="label pb-1">{title}</h2>
      {children}
    </section>
  )
}
