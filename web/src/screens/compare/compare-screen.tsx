/** Incidents side by side, to be made one, tied, told apart, or to have reports moved between them. */
import {useInfiniteQuery, useQueries} from '@tanstack/react-query'
import {useNavigate} from '@tanstack/react-router'
import {type CSSProperties, useRef, useState} from 'react'
import type {LinkedIncident} from '../../../../src/model/assessment.ts'
import {screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {incidentQuery, pairsQuery} from '../../app/queries.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {EmptyState} from '../../parts/empty-state.tsx'
import {Keycap, KeyedButton} from '../../parts/keycap.tsx'
import {Panes} from '../../parts/panes.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import './compare.css'
import {PairDialog, type PairRuling} from './pair-dialog.tsx'
import {PairList, pairKey, pairsIn} from './pair-list.tsx'
import {SideBySide} from './side-by-side.tsx'
import {claimOf, claimRow, NewIncident, Tellings, tellingKey} from './tellings.tsx'
import {Together} from './together.tsx'
import {letterOf, useCompare} from './use-compare.ts'

const keys = screenKeys.compare

export function CompareScreen() {
  const {t} = useWords()
  const {ids, list, go} = useCompare()
  const {say} = useNotes()
  const navigate = useNavigate()
  const may = useMay()
  const searchBox = useRef<HTMLInputElement>(null)
  const pairs = pairsIn(useInfiniteQuery(pairsQuery).data)
  const read = useQueries({queries: ids.map(incidentQuery)})
  const found = read.flatMap(({data}) => data ?? [])
  // Ids that are no more lead to the incident that holds what they held.
  const incidents = [...new Map(found.map(({value}) => [value.id, value as LinkedIncident])).values()]
  const seen = found.map(({value, etag}) => ({incident: value.id, etag}))
  const [ruling, setRuling] = useState<PairRuling | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | null>(null)
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const holder = new Map(
    incidents.flatMap(({members, claims}, i) =>
      [...members.map(tellingKey), ...claims.map(({key}) => claimRow(key))].map(key => [key, i] as const)
    )
  )
  const chosen = [...selected].filter(key => holder.has(key))

  const open = (pair: string | undefined) => {
    setSelected(new Set())
    setUnfolded(new Set())
    go({ids: pair})
  }
  const step = (by: number) => () => {
    const at = pairs.findIndex(pair => pairKey(pair) === ids.join())
    const next = pairs[at < 0 ? 0 : at + by]
    if (next) open(pairKey(next))
  }
  const onPair = (kind: 'merge' | 'chain' | 'not-the-same', name: 'merge' | 'chain' | 'apart') => {
    if (incidents.length < 2) return undefined
    return () =>
      setRuling({
        kind,
        on: (kind === 'merge' ? incidents : incidents.slice(0, 2)).map(({id}) => id),
        title: t(`compare.${name}`),
        what: t(`compare.${name}.what`)
      })
  }
  const act = {
    merge: onPair('merge', 'merge'),
    chain: onPair('chain', 'chain'),
    apart: onPair('not-the-same', 'apart')
  }

  /** `to`: which of the incidents; null: a new one. */
  const move = (moved: readonly string[], to: number | null) => {
    const homes = new Set(moved.map(key => holder.get(key)))
    const from = incidents[holder.get(moved[0] ?? '') ?? -1]
    if (!from) return say(t('compare.selectFirst'))
    if (homes.size > 1) return say(t('compare.selectOfOne'))
    const claims = moved.flatMap(key => claimOf(key) ?? [])
    if (claims.length && claims.length < moved.length) return say(t('compare.selectOneSort'))
    if (claims.length) return moveClaims(claims, from, to)
    if (to === null) {
      if (moved.length === from.members.length) return say(t('compare.allSelected'))
      return setRuling({
        kind: 'split',
        on: [from.id, ...moved],
        title: t('compare.split'),
        what: t('compare.split.what', {n: moved.length})
      })
    }
    const target = incidents[to]
    if (!target || target === from) return
    const letter = letterOf(to)
    setRuling({
      kind: 'link',
      on: [...moved, target.id],
      title: t('compare.moveTo', {letter}),
      what: t('compare.move.what', {n: moved.length, letter})
    })
  }
  const moveClaims = (claims: readonly string[], from: LinkedIncident, to: number | null) => {
    const target = to === null ? null : incidents[to]
    if (target === undefined || target === from) return
    const letter = to === null ? '' : letterOf(to)
    const n = claims.length
    setRuling({
      kind: 'move',
      on: [...claims, target?.id ?? 'new'],
      title: target ? t('compare.moveTo', {letter}) : t('compare.split'),
      what: target ? t('compare.moveClaims.what', {n, letter}) : t('compare.splitClaims.what', {n})
    })
  }
  /** To the next of the incidents: of two the other. */
  const other = ((holder.get(chosen[0] ?? '') ?? 0) + 1) % Math.max(2, incidents.length)

  const select = (isRange: boolean) => () => {
    const all = [...document.querySelectorAll<HTMLElement>('.telling[data-key]')].flatMap(
      ({dataset}) => dataset.key ?? []
    )
    const key = focusedRow()
    if (!key) {
      document.querySelector<HTMLElement>('.telling')?.focus()
      return
    }
    const [from, to] = [all.indexOf(anchor.current ?? key), all.indexOf(key)].sort((a, b) => a - b) as [
      number,
      number
    ]
    const next = new Set(selected)
    if (isRange) for (const one of all.slice(Math.max(0, from), to + 1)) next.add(one)
    else if (!next.delete(key)) next.add(key)
    anchor.current = key
    setSelected(next)
  }

  const unfold = (telling: string) => setUnfolded(former => former.symmetricDifference(new Set([telling])))
  /** What is told by a claim. */
  const tellingOf = (claim: string): string | undefined => {
    const home = incidents[holder.get(claimRow(claim)) ?? -1]
    const report = home?.claims.find(({key}) => key === claim)?.report
    const member = home?.members.find(own => own.report === report)
    return member && tellingKey(member)
  }

  useKeys('compare', {
    next: step(1),
    previous: step(-1),
    ...act,
    select: select(false),
    selectRange: select(true),
    move: () => move(chosen, other),
    split: () => move(chosen, null),
    unfold: () => {
      const key = focusedRow()
      const claim = key === undefined ? null : claimOf(key)
      const telling = claim === null ? key : tellingOf(claim)
      if (telling !== undefined) unfold(telling)
      else document.querySelector<HTMLElement>('.telling')?.focus()
    },
    open: incidents[0]
      ? () => void navigate({to: '/incidents/$id', params: {id: incidents[0]!.id}, search: {}})
      : undefined,
    pairs: () => go({list: 'pairs'}),
    near: () => go({list: 'near'}),
    search: () => (list === 'search' ? searchBox.current?.focus() : go({list: 'search'})),
    back: () => (selected.size ? setSelected(new Set()) : ids.length ? open(undefined) : undefined)
  })

  const failed = read.find(({isError}) => isError)
  const isReading = read.some(({isPending}) => isPending)
  const mayRule = may('rule')
  const letters = incidents.map((_, i) => letterOf(i))
  const work = failed ? (
    <ProblemNote error={failed.error} onAgain={() => void failed.refetch()} />
  ) : isReading ? (
    <p className="p-3">{t('frame.reading')}</p>
  ) : incidents.length < 2 ? (
    <Hint held={incidents} asked={ids.length} />
  ) : (
    <>
      <header className="flex flex-wrap items-center gap-2 border-b border-line-2 bg-surface px-3 py-2">
        <h1 className="me-auto text-h3">
          {t('compare.why.of', {a: letters.slice(0, -1).join(', '), b: letters.at(-1)!})}
        </h1>
        <KeyedButton shows={keys.merge} onPress={act.merge!} primary>
          {t('compare.merge')}
        </KeyedButton>
        <KeyedButton shows={keys.chain} onPress={act.chain!}>
          {t('compare.chain')}
        </KeyedButton>
        <KeyedButton shows={keys.apart} onPress={act.apart!}>
          {t('compare.apart')}
        </KeyedButton>
        {incidents.length > 2 && <small className="w-full text-ink-3">{t('compare.onlyPairs')}</small>}
      </header>
      <SideBySide
        incidents={incidents}
        onRemove={id => go({ids: ids.filter(own => own !== id).join() || undefined})}
      />
      <section className="border-t border-line-2 bg-surface">
        <header className="flex min-h-10 flex-wrap items-center gap-2 border-b border-line px-3 py-1">
          <span className="me-auto text-small text-ink-2">
            {chosen.length
              ? t(chosen.some(claimOf) ? 'compare.selectedClaims' : 'compare.selected', {n: chosen.length})
              : mayRule
                ? t('compare.tellings.how')
                : ''}
          </span>
          <KeyedButton shows={keys.move} disabled={chosen.length === 0} onPress={() => move(chosen, other)}>
            {t('compare.moveTo', {letter: letterOf(other)})}
          </KeyedButton>
          <KeyedButton shows={keys.split} disabled={chosen.length === 0} onPress={() => move(chosen, null)}>
            {t('compare.split')}
          </KeyedButton>
        </header>
        <div className="tellings-beside" style={{'--incidents': incidents.length} as CSSProperties}>
          {mayRule ? <NewIncident onDrop={moved => move(moved, null)} /> : <span />}
          {incidents.map((incident, i) => (
            <Tellings
              key={incident.id}
              incident={incident}
              letter={letterOf(i)}
              alsoIn={alsoIn(incidents, i)}
              selected={selected}
              unfolded={unfolded}
              mayMove={mayRule}
              onUnfold={unfold}
              onSelect={keys => {
                const others = [...selected].filter(key => holder.get(key) !== i)
                setSelected(new Set([...others, ...keys]))
              }}
              onDrop={moved => move(moved, i)}
            />
          ))}
        </div>
      </section>
    </>
  )
  return (
    <>
      <Panes
        name="compare"
        widths={{list: 300, evidence: 340}}
        focus={incidents.length ? 'work' : 'list'}
        labels={{evidence: t('compare.why')}}
        list={<PairList searchBox={searchBox} />}
        work={work}
        evidence={incidents.length ? <Together incidents={incidents} /> : null}
      />
      {ruling && (
        <PairDialog
          ruling={ruling}
          seen={seen}
          onClose={() => setRuling(null)}
          onMade={({changes}) => {
            const isOnPair = !['split', 'link', 'move'].includes(ruling.kind)
            setRuling(null)
            setSelected(new Set())
            const at = pairs.findIndex(pair => pairKey(pair) === ids.join())
            const next = isOnPair && at >= 0 ? (pairs[at + 1] ?? pairs[at - 1]) : undefined
            const values = {what: t(`ruling.${ruling.kind}`), n: changes.length}
            say(next ? t('compare.next', values) : t('incidents.ruling.done', values))
            if (next) open(pairKey(next))
          }}
        />
      )}
    </>
  )
}

/** Key of the row that the keyboard is in. */
function focusedRow(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('.telling[data-key]')?.dataset.key
}

/** Letters of the other incidents that reports of this one tell of too. */
function alsoIn(incidents: readonly LinkedIncident[], own: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [i, {reports}] of incidents.entries())
    if (i !== own)
      for (const {id} of reports) found.set(id, [found.get(id), letterOf(i)].filter(Boolean).join(', '))
  return found
}

function Hint({held, asked}: {readonly held: readonly LinkedIncident[]; readonly asked: number}) {
  const {t} = useWords()
  const [one] = held
  if (one && asked > 1)
    return (
      <EmptyState title={t('compare.areOne')}>
        <p>{t('compare.areOne.what')}</p>
      </EmptyState>
    )
  return (
    <EmptyState title={t(one ? 'compare.chooseOther' : 'compare.choose')}>
      <p className="text-ink-2">
        {one ? (
          t('compare.chooseOther.what')
        ) : (
          <>
            <Keycap shows={keys.next} /> {t(keys.next.does)} · <Keycap shows={keys.search} />{' '}
            {t('key.search')}
          </>
        )}
      </p>
    </EmptyState>
  )
}
