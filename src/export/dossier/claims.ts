/** Every claim in its exact words, with those around them: by what it is about and by account, copies once with all that carry them. */
import {html} from 'hono/html'
import {rangeText} from '../../messages/range.ts'
import type {ReportedClaim} from '../../model/assessment.ts'
import {Outcome} from '../../model/contract.ts'
import {isInterested} from '../../model/side.ts'
import {glyph} from '../site/glyphs.ts'
import {wordsAround} from '../words-around.ts'
import {
  accountName,
  anchor,
  claimRef,
  day,
  exactWords,
  type Html,
  listed,
  nothing,
  reason,
  reportRef,
  section,
  speaker,
  type View
} from './view.ts'

type Held = readonly [ReportedClaim, ...ReportedClaim[]]

export function claims(view: View): Html {
  const {t, label} = view.words
  const {claims: all} = view.incident
  const byKey = new Map(all.map(claim => [claim.key, claim]))
  const subjectOf = (claim: ReportedClaim): string => {
    const referred = claim.refersTo ? byKey.get(`${claim.report}/${claim.refersTo}`) : undefined
    return (
      claim.casualties?.outcome ??
      referred?.casualties?.outcome ??
      (claim.about === 'event' || referred?.about === 'event' ? 'event' : 'others')
    )
  }
  const subjects = Map.groupBy(inOrder(view), subjectOf)
  const titles: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Outcome.options.map(outcome => [outcome, label('outcome', outcome)])),
    event: t('dossier.claims.happened'),
    others: t('dossier.claims.others')
  }
  const standing = standingOf(view)
  return section(
    view,
    'claims',
    t('dossier.claims'),
    html`<p class="note">${t('value.claims', {n: all.length})}</p>${Object.entries(titles).map(
      ([subject, title]) => {
        const own = subjects.get(subject)
        return own ? html`<h3>${title}</h3>${byAccount(view, own, standing)}` : nothing
      }
    )}`
  )
}

function inOrder({incident, numbers}: View): ReportedClaim[] {
  return incident.claims.toSorted(
    (a, b) => (numbers.get(a.report) ?? 0) - (numbers.get(b.report) ?? 0) || a.quote.from - b.quote.from
  )
}

function byAccount(view: View, own: readonly ReportedClaim[], standing: Standing): Html {
  const {t, label} = view.words
  const accountOf = new Map(
    view.incident.accounts.flatMap(({id, claims: keys}) => keys.map(key => [key, id] as const))
  )
  const groups = Map.groupBy(own, ({key}) => accountOf.get(key) ?? '')
  return html`<ol class="claims">${[...groups].map(([id, told]) => {
    const account = view.incident.accounts.find(known => known.id === id)
    return html`<li><p class="who">${accountName(view, id)}${account && isInterested(account.interest) ? html` <span class="note">${label('interest', account.interest)}</span>` : ''}</p>${alike(told).map(one => claim(view, one, standing))}${told.length ? '' : t('dossier.noAccount')}</li>`
  })}</ol>`
}

/** Those that say the same in the same words, the first told first. */
function alike(own: readonly ReportedClaim[]): Held[] {
  const groups = Map.groupBy(own, ({quote, casualties, crowd, damage, event, polarity, realis, certainty}) =>
    JSON.stringify([
      quote.text,
      (casualties ?? crowd ?? damage)?.count,
      casualties?.outcome,
      casualties?.group,
      event?.type,
      [polarity, realis, certainty]
    ])
  )
  return [...groups.values()] as unknown as Held[]
}

interface Stand {
  readonly status: 'used' | 'superseded' | 'set-aside'
  readonly because: string | null
  readonly corrected: readonly {readonly was: string; readonly now: string}[]
}
type Standing = ReadonlyMap<string, Stand>

/** How each claim counts in the figures of the rule. */
function standingOf({incident, rule}: View): Standing {
  const standing = new Map<string, Stand>()
  for (const {setAside, accounts, byGroup} of Object.values(incident.assessments[rule] ?? {})) {
    for (const {claim: key, why} of setAside)
      standing.set(key, {status: 'set-aside', because: why, corrected: []})
    for (const row of [...accounts, ...Object.values(byGroup).flatMap(group => group.accounts)])
      for (const key of row.claims)
        standing.set(key, {
          status: row.status === 'superseded' ? 'superseded' : 'used',
          because: row.because ?? null,
          corrected: (row.corrected ?? []).filter(own => own.claim === key)
        })
  }
  return standing
}

function claim(view: View, [first, ...copies]: Held, standing: Standing): Html {
  const {t} = view.words
  const {key, report, quote, hedges, refersTo, attribution, added} = first
  const published = view.incident.reports.find(({id}) => id === report)?.publishedOn
  const stand = standing.get(key)
  const notes = [
    ...(hedges.length ? [html`${t('dossier.hedged')} <bdi>${hedges.join(', ')}</bdi>`] : []),
    ...(refersTo ? [html`${refersToText(view, `${report}/${refersTo}`)}`] : []),
    ...(stand?.because ? [reason(view, stand.because)] : []),
    ...(stand?.corrected ?? []).map(({was, now}) => html`${t('dossier.correctedFrom', {was, now})}`),
    ...(added ? [addedText(view, added)] : [])
  ]
  const words = view.background.reports.get(report)?.text ?? ''
  const {before, after} = wordsAround(words, quote)
  return html`<div class="claim${stand?.status === 'used' || !stand ? '' : ' off'}" id="${anchor(view, `c-${key.replace('/', '-')}`)}">
<p class="meta">${claimRef(view, key)} <b>${valueText(view, first)}</b> ${marks(view, first, stand)}</p>
${exactWords(view, html`${before ? html`<span class="around">${before}</span>` : ''}<mark>${quote.text}</mark>${after ? html`<span class="around">${after}</span>` : ''}`, `${before}${quote.text}${after}`, view.background.languages.get(key))}
<p class="src">${listed(view, [chain(view, attribution), reportRef(view, report), ...(published ? [day(view, published)] : [])])}</p>
${notes.length ? html`<p class="why">${notes.map((note, i) => html`${i ? ' · ' : ''}${note}`)}</p>` : ''}
${
  copies.length
    ? html`<p class="why">${t('dossier.alsoIn')} ${listed(
        view,
        copies.map(copy => claimRef(view, copy.key))
      )}</p>`
    : ''
}
</div>`
}

function refersToText(view: View, key: string): Html {
  const [before, after] = view.words
    .t('dossier.refersTo', {claim: '|'})
    .replace(/[\u2066-\u2069]/g, '')
    .split('|')
  return html`${before}${claimRef(view, key)}${after ?? ''}`
}

function addedText(view: View, {by, reason: why}: NonNullable<ReportedClaim['added']>): Html {
  return html`${view.words.t('dossier.addedBy')}${view.redacted ? '' : html` (<bdi>${by}</bdi>)`}${why ? html`: <bdi>${why}</bdi>` : ''}`
}

/** On whose word, outlet first. */
function chain(view: View, attribution: ReportedClaim['attribution']): Html {
  const arrow = view.words.dir === 'rtl' ? ' ‹ ' : ' › '
  return html`${attribution.map(({source, kind}, i) => html`${i ? arrow : ''}${speaker(view, source)}${i && kind !== 'outlet' ? html` <span class="note">(${view.words.t(`speaker.${kind}`)})</span>` : ''}`)}`
}

function marks(view: View, {polarity, realis, certainty}: ReportedClaim, stand: Stand | undefined): Html {
  const {t} = view.words
  const tags = [
    ...(polarity === 'denied' ? [html`<span class="tag deny">${glyph('x')} ${t('mark.denies')}</span>`] : []),
    ...(polarity === 'unconfirmed'
      ? [html`<span class="tag plain">${glyph('un')} ${t('mark.unconfirmed')}</span>`]
      : []),
    ...(realis === 'happened'
      ? []
      : [html`<span class="tag deny">${glyph('x')} ${t(`realis.${realis}`)}</span>`]),
    html`<span class="tag">${t(`certainty.${certainty}`)}</span>`,
    ...(stand?.status === 'superseded' ? [html`<span class="tag plain">${t('mark.superseded')}</span>`] : []),
    ...(stand?.status === 'set-aside'
      ? [
          html`<span class="tag plain">${t(stand.because?.startsWith('rejected by a person') ? 'dossier.rejected' : 'dossier.setAsideBecause')}</span>`
        ]
      : [])
  ]
  return html`${tags.map((tag, i) => html`${i ? ' ' : ''}${tag}`)}`
}

/** What a claim says, in short. */
function valueText({words}: View, {about, casualties, crowd, damage, event}: ReportedClaim): Html {
  const {t, label} = words
  const counted = casualties ?? crowd ?? damage
  const range = counted?.count
    ? html` <bdi class="n">${rangeText(words, {low: counted.count.min, high: counted.count.max})}</bdi>`
    : casualties
      ? html` ${t('value.some')}`
      : ''
  if (casualties)
    return html`${label('outcome', casualties.outcome)}${range}${casualties.group === 'people' ? '' : html` (${label('group', casualties.group)})`}`
  if (event) return html`${label('type', event.type)}`
  return html`${t(`about.${about}`)}${range}${damage ? html` <bdi>${damage.of}</bdi>` : ''}`
}
