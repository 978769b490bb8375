/** Every claim of a page in its exact words: by account, what several reports carry in the same words once, denials among them. */
import {html} from 'hono/html'
import type {PublicAccount, PublicClaim, PublicIncident, PublicReport} from '../../model/public-incident.ts'
import type {Html, Spot} from './frame.ts'
import {glyph} from './glyphs.ts'
import {day} from './messages.ts'
import {reasonText, speakerText, statedText} from './values.ts'

export function claimLists(spot: Spot, incident: PublicIncident): Html {
  const {say} = spot
  const outcomes = incident.figures.map(({outcome}) => outcome)
  const sections = [
    ...outcomes.map(outcome => ({
      title: say.outcome[outcome],
      claims: incident.claims.filter(
        claim => claim.outcome === outcome || aboutOutcome(claim, incident) === outcome
      )
    })),
    {
      title: say.happened,
      claims: incident.claims.filter(claim => claim.about === 'event')
    }
  ]
  const listed = new Set(sections.flatMap(({claims}) => claims))
  sections.push({title: say.others, claims: incident.claims.filter(claim => !listed.has(claim))})
  return html`${sections
    .filter(({claims}) => claims.length)
    .map(({title, claims}) => html`<h3>${title}</h3>${byAccount(spot, incident, claims)}`)}`
}

/** A denial, or words that confirm nothing, belong to what they speak of. */
function aboutOutcome({refersTo}: PublicClaim, {claims}: PublicIncident): PublicClaim['outcome'] {
  return claims.find(({id}) => id === refersTo)?.outcome ?? null
}

function byAccount(spot: Spot, incident: PublicIncident, claims: readonly PublicClaim[]): Html {
  const reports = new Map(incident.reports.map(report => [report.id, report]))
  const accounts = new Map(incident.accounts.map(account => [account.id, account]))
  const groups = [...Map.groupBy(claims, ({account}) => account)]
  return html`<ol class="claims">${groups.map(([id, own]) => item(spot, accounts.get(id ?? '') ?? null, own, reports))}</ol>`
}

function item(
  spot: Spot,
  account: PublicAccount | null,
  claims: readonly PublicClaim[],
  reports: ReadonlyMap<string, PublicReport>
): Html {
  const {say} = spot
  const [first] = claims as [PublicClaim]
  // Parts, and what a later figure took the place of, are read in their words.
  const used = claims.filter(({status, min}) => status === 'used' && min !== null)
  const counted = used.length ? used : claims.filter(({about, min}) => min !== null && about !== 'damage')
  const values = [...new Set(counted.map(({min, max}) => statedText(spot, min!, max)))]
  const denies = claims.some(({polarity}) => polarity === 'denied')
  const unconfirmed = claims.some(({polarity}) => polarity === 'unconfirmed')
  return html`<li>
<p class="who"><span>${account ? mark(account) : ''} ${speakerText(spot, account?.speaker ?? first.speaker)}</span><span>${denies ? html`<span class="tag deny">${glyph('x')} ${say.denies}</span> ` : ''}${unconfirmed ? html`<span class="tag plain">${glyph('un')} ${say.notConfirmed}</span> ` : ''}<span class="n">${values.join(spot.language === 'ar' ? '، ' : ', ')}</span></span></p>
${bySource(claims).map(told => words(spot, told, reports))}
${account?.interest === 'party' || account?.interest === 'allied' || account?.interest === 'opposed' ? html`<p class="why">${say.interest}</p>` : ''}
${account && account.reports.length > 1 ? html`<p class="why">${say.carriers}</p>` : ''}
</li>`
}

const mark = ({interest}: PublicAccount) =>
  glyph(interest === 'independent' ? 'ci' : interest === 'unknown' ? 'di' : 'sq')

/** Words that the same reports carry. */
interface Told {
  readonly claims: readonly [PublicClaim, ...PublicClaim[]]
  readonly report: string
  readonly also: readonly string[]
}

/** The same words of several reports once, and one line of sources for all that the same reports carry. */
function bySource(claims: readonly PublicClaim[]): Told[] {
  const words = [...Map.groupBy(claims, own => own.words).values()] as [PublicClaim, ...PublicClaim[]][]
  const told = words.map(([first, ...others]) => ({
    first,
    also: [...new Set(others.map(({report}) => report))].filter(id => id !== first.report)
  }))
  const groups = Map.groupBy(told, ({first: {report, status, because}, also}) =>
    JSON.stringify([report, also, status === 'superseded', because])
  )
  return [...groups.values()].map(group => ({
    claims: group.map(({first}) => first) as [PublicClaim, ...PublicClaim[]],
    report: group[0]!.first.report,
    also: group[0]!.also
  }))
}

function words(spot: Spot, {claims, report, also}: Told, reports: ReadonlyMap<string, PublicReport>): Html {
  const {say, language} = spot
  const [{status, because}] = claims
  return html`${claims.map(claim => quote(spot, claim))}
<p class="src">${source(spot, reports.get(report))}${also.length ? html`. ${say.also} ${also.map((id, i) => html`${i ? (language === 'ar' ? '، ' : ', ') : ''}${outlet(spot, reports.get(id))}`)}` : ''}${status === 'superseded' ? html`. ${say.superseded}` : ''}${because ? html`. ${say.setAside}: ${reasonText(spot, because)}` : ''}</p>`
}

function quote({say}: Spot, {words, language, graphic}: PublicClaim): Html {
  const text = html`<p class="q" lang="${language}" dir="auto">${words}</p>`
  return graphic ? html`<details class="graphic"><summary>${say.graphic}</summary>${text}</details>` : text
}

function source(spot: Spot, report: PublicReport | undefined): Html {
  if (!report) return html``
  const {say, language} = spot
  const {agency, publishedOn} = report
  return html`${outlet(spot, report)}${agency ? html` ${say.from} <bdi>${agency}</bdi>` : ''}${publishedOn ? html`, <time datetime="${publishedOn}">${day(language, publishedOn, 'short')}</time>` : ''}`
}

function outlet({say}: Spot, report: PublicReport | undefined): Html {
  const name = html`<bdi>${report?.outlet ?? say.source.outlet}</bdi>`
  return report?.url
    ? html`<a href="${report.url}" rel="noopener noreferrer">${name}</a>`
    : html`<span title="${say.noLink}">${name}</span>`
}
