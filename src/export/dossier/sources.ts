/** The accounts of an incident, which reports are one account and why, and what depends on what by which words. */
import {html} from 'hono/html'
import type {OriginEdge} from '../../model/assessment.ts'
import {sideOf} from '../../model/side.ts'
import {
  accountName,
  exactWords,
  type Html,
  listed,
  nothing,
  reason,
  reportRef,
  reportRefs,
  section,
  speaker,
  table,
  type View
} from './view.ts'

export function sources(view: View): Html {
  const {t, label} = view.words
  const {accounts} = view.incident
  const rows = accounts.map(account => [
    accountName(view, account.id),
    html`${t(`speaker.${account.kind}`)}<br><span class="note">${listed(view, [t(`side.${sideOf(account)}`), label('interest', account.interest)])}</span>`,
    reportRefs(view, account.reports),
    html`${account.why.map(
      (why, i) => html`<p>${reportRef(view, account.reports[i + 1] ?? '')} ${reason(view, why)}</p>`
    )}${account.ruled ? html`<p>${verdict(view, account.ruled)}</p>` : ''}`
  ])
  return section(
    view,
    'accounts',
    t('dossier.accounts'),
    html`${table(
      [t('dossier.account'), t('dossier.accounts.side'), t('dossier.carriedBy'), t('dossier.accounts.why')],
      rows,
      'accounts'
    )}${ties(view)}${members(view)}`
  )
}

function verdict(
  {words: {t}, redacted}: View,
  {
    verdict: said,
    by,
    reason: why
  }: {readonly verdict: 'cut' | 'confirmed'; readonly by: string; readonly reason: string | null}
): Html {
  return html`<span class="tag plain">${t(said === 'cut' ? 'dossier.ties.cut' : 'dossier.ties.confirmed')}</span>${redacted ? '' : html` <bdi>${by}</bdi>`}${why ? html`: <bdi>${why}</bdi>` : ''}`
}

/** A report in a row, with all that it depends on. */
function ties(view: View): Html {
  const {t} = view.words
  const {nodes, edges} = view.incident.origins
  const named = new Map(nodes.map(node => [node.id, node]))
  const node = (id: string) => {
    const own = named.get(id)
    return own?.kind === 'report'
      ? html`${reportRef(view, id)} <bdi>${own.name}</bdi>`
      : own?.kind === 'source'
        ? accountName(view, id)
        : speaker(view, own?.name ?? id)
  }
  if (edges.length === 0) return html`<h3>${t('dossier.ties')}</h3><p>${t('dossier.ties.none')}</p>`
  const tie = ({to, kind, evidence: [first], ruled}: OriginEdge) => {
    const words = first?.quote.text
    const name = named.get(to)?.name ?? ''
    const shown =
      first && words && words.toLowerCase() !== name.toLowerCase()
        ? exactWords(view, html`${shortened(words)}`, words, languageOf(view, first.report))
        : ''
    return html`<li>${t(`tie.kind.${kind}`)} ${node(to)}${ruled ? html` ${verdict(view, ruled)}` : ''}${first ? '' : html` <span class="note">${t('dossier.ties.registry')}</span>`}${shown}</li>`
  }
  return html`<h3>${t('dossier.ties')}</h3>${table(
    [t('dossier.ties.depends'), t('dossier.ties.on')],
    [...Map.groupBy(edges, ({from}) => from)].map(([from, own]) => [
      node(from),
      html`<ul>${own.map(tie)}</ul>`
    ]),
    'ties'
  )}`
}

/** A copy's common wording may be half a report. */
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200).replace(/\s\S*$/, '')} …` : text
}

function languageOf({incident}: View, report: string): string | undefined {
  return incident.reports.find(({id}) => id === report)?.language
}

function members(view: View): Html {
  const {t} = view.words
  const told = view.incident.members.filter(({why}) => why.length)
  if (told.length === 0) return nothing
  return html`<h3>${t('dossier.members')}</h3>${table(
    [t('dossier.member'), t('dossier.why')],
    told.map(({report, why}) => [
      reportRef(view, report),
      html`${why.map((one, i) => html`${i ? ' · ' : ''}${reason(view, one)}`)}`
    ]),
    'members'
  )}`
}
