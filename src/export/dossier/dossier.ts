/**
 * One incident, or several, as one HTML file that needs nothing else: what holds and why, where, who says what in which words, on whose
 * word, what people decided, and how each report was received. It has no script, asks for nothing, and is made to be printed.
 */
import {html, raw} from 'hono/html'
import type {Format, Heading, Setting} from '../format.ts'
import {glyphs} from '../site/glyphs.ts'
import {claims} from './claims.ts'
import {codings, history, related} from './codings.ts'
import {facts, numbers} from './facts.ts'
import {holds} from './figures.ts'
import {type NumberOf, where} from './map.ts'
import {plots} from './plot.ts'
import {languageName, namedValues, reports} from './reports.ts'
import {rulings} from './rulings.ts'
import {sources} from './sources.ts'
import {dossierStyle} from './style.ts'
import {daysText, type Html, instant, listed, reportsInOrder, type View} from './view.ts'
import {type DossierWords, dossierWords} from './words.ts'

const version = 1

/** `numberOf`: the ISO number of a country by its two letters. */
export function dossier(numberOf: NumberOf): Format {
  return {
    id: 'dossier',
    about: 'An HTML file to read and print: claims and their words, sources, decisions, hashes',
    version,
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
    rule: 'dateline',
    most: 100,
    isWritten: true,
    async *write(incidents, setting) {
      const words = dossierWords[setting.language]
      yield await head(setting, await setting.contents())
      let written = 0
      for await (const incident of incidents) {
        const view: View = {
          words,
          incident,
          background: await setting.behind(incident),
          rule: setting.rule,
          placeNames: setting.placeNames,
          redacted: setting.redacted,
          isGraphic: setting.isGraphic,
          numbers: new Map(reportsInOrder(incident).map(({id}, i) => [id, i + 1]))
        }
        yield* chapter(view, numberOf, written === 0)
        written++
      }
      yield String(await colophon(words, setting))
      return {rows: written, incidents: written, leftOut: {}}
    }
  }
}

/** "Clash, Oruro, 5 Mar 2024". */
function headline(
  {words, placeNames}: Pick<View, 'words' | 'placeNames'>,
  {type, place, when}: Heading
): string {
  const named = place?.gazetteerId ? placeNames.place(place.gazetteerId) : null
  const parts = [words.label('type', type), named ?? place?.name, daysText(words, when)]
  return parts.filter(Boolean).join(words.locale === 'ar' ? '، ' : ', ')
}

async function head(
  {language, placeNames}: Pick<Setting, 'language' | 'placeNames'>,
  contents: readonly Heading[]
): Promise<string> {
  const words = dossierWords[language]
  const named = (own: Heading) => headline({words, placeNames}, own)
  const {t, locale, dir} = words
  const [only] = contents
  const title = contents.length === 1 && only ? named(only) : t('dossier.of', {n: contents.length})
  const style = dossierStyle(locale, `${t('dossier.kind')} · ${title}`)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)))
  const policy = `default-src 'none'; style-src 'sha256-${btoa(String.fromCharCode(...digest))}'; img-src data:; base-uri 'none'; form-action 'none'`
  return String(
    await html`<!doctype html>
<html lang="${locale}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('dossier.kind')} · ${title}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
${raw(glyphs)}
<main>
${contents.length === 1 ? '' : html`<h1>${title}</h1>`}
${
  contents.length > 1
    ? html`<nav class="contents" aria-label="${t('dossier.contents')}"><h2>${t('dossier.contents')}</h2><ol>${contents.map(
        own =>
          html`<li><a href="#${own.id}"><bdi>${named(own)}</bdi></a> <span class="id">${own.id}</span></li>`
      )}</ol></nav>`
    : ''
}
${contents.length === 0 ? html`<p>${t('dossier.none')}</p>` : ''}
`
  )
}

async function* chapter(view: View, numberOf: NumberOf, isFirst: boolean): AsyncGenerator<string> {
  yield String(await opening(view, isFirst))
  const sections: readonly ((view: View) => Html | Promise<Html>)[] = [
    holds,
    facts,
    own => where(own, numberOf),
    plots,
    numbers,
    claims,
    sources,
    rulings,
    codings,
    related,
    history,
    reports
  ]
  for (const section of sections) yield String(await section(view))
  yield '</article>\n'
}

function opening(view: View, isFirst: boolean): Html {
  const {words, incident} = view
  const {t} = words
  const {sides, when, reports: told, accounts} = incident
  const names = (side: readonly string[]) =>
    listed(
      view,
      side.map(name => html`<bdi>${name}</bdi>`)
    )
  const languages = [...new Set(told.map(({language}) => language))].sort()
  return html`<article class="chapter" id="${incident.id}" aria-labelledby="${incident.id}-head"><header>
<p class="kicker">${t('dossier.kind')} · ${t('dossier.incident', {id: incident.id})}</p>
<h1 id="${incident.id}-head">${headline(view, incident)}</h1>
<p class="lead">${
    sides.a.length && sides.b.length
      ? html`${names(sides.a)} <span class="note">${t('dossier.against')}</span> ${names(sides.b)}`
      : names([...sides.a, ...sides.b])
  }</p>
<p class="lead">${listed(view, [
    t('value.reports', {n: told.length}),
    t('value.accounts', {n: accounts.length}),
    ...languages.map(code => languageName(view, code)),
    ...(when.known === 'inferred' ? [t('dossier.inferred')] : [])
  ])}</p>
${isFirst ? html`<p class="how">${t('dossier.how.accounts')} ${t('dossier.how.figures')} ${t('dossier.how.words')}${view.redacted ? ` ${t('dossier.redacted')}` : ''}</p>` : ''}</header>
`
}

function colophon(words: DossierWords, {rule, by, state}: Setting): Html {
  const {t} = words
  return html`<section aria-labelledby="made"><h2 id="made">${t('dossier.made')}</h2>${namedValues([
    [t('dossier.made.by'), html`<bdi dir="ltr">${by}</bdi>`],
    [t('dossier.made.codebook'), html`<bdi dir="ltr">${state.codebook}</bdi>`],
    [t('dossier.made.rule'), html`<bdi dir="ltr">${rule}</bdi>`],
    [t('dossier.made.audit'), html`<span class="id">${state.auditHead}</span>`],
    [t('dossier.made.state'), state.at ? instant({words}, state.at) : null],
    [t('dossier.made.form'), words.number(version)]
  ])}<p class="note">${t('dossier.made.check')}</p></section>
</main>
</body>
</html>
`
}
