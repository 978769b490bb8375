/** The frame of a public page: plain HTML without scripts, with links that hold wherever the site lies. */
import {html, raw} from 'hono/html'
import type {HtmlEscapedString} from 'hono/utils/html'
import {glyphs} from './glyphs.ts'
import {type Language, type Messages, messages} from './messages.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface Site {
  /** As whoever publishes it calls it. */
  readonly name: string
  /** Where corrections are asked for: the form of this server, or an address of the web or of mail. null: nowhere. */
  readonly ask: 'form' | {readonly href: string} | null
  /** Labels of event types in Arabic. */
  readonly labels: ReadonlyMap<string, string>
}

/** Where a page lies in the site, its language apart: "incidents/ID/". */
export interface Here {
  readonly site: Site
  readonly language: Language
  readonly path: string
}

export interface Spot extends Here {
  readonly say: Messages
  /** The address of a page of the same language, from here. */
  readonly to: (path: string) => string
  /** The same of what is there once, whatever the language: "style.css". */
  readonly at: (path: string) => string
}

export function spotOf(here: Here): Spot {
  const depth = here.path.split('/').length - 1 + (here.language === 'ar' ? 1 : 0)
  const up = '../'.repeat(depth)
  const at = (path: string) => up + path || './'
  return {
    ...here,
    say: messages[here.language],
    at,
    to: path => at(here.language === 'ar' ? `ar/${path}` : path)
  }
}

export function frame(spot: Spot, title: string, content: Html): Promise<string> {
  const {language, say, site, to, at, path} = spot
  const other = at(language === 'ar' ? path : `ar/${path}`)
  return Promise.resolve(html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === site.name ? title : `${title} · ${site.name}`}</title>
<link rel="stylesheet" href="${at('style.css')}">
<link rel="icon" href="data:,">
<link rel="alternate" type="application/atom+xml" href="${at('feed.atom')}" title="${site.name}">
</head>
<body>
<a class="skip" href="#content">${say.skip}</a>
${raw(glyphs)}
<header class="top"><div><a class="name" href="${to('')}"><bdi>${site.name}</bdi></a>
<nav aria-label="${site.name}"><a href="${to('')}">${say.all}</a> <a href="${to('method/')}">${say.method}</a> <a href="${at('feed.atom')}">${say.feed}</a> <a href="${other}" hreflang="${language === 'ar' ? 'en' : 'ar'}" lang="${language === 'ar' ? 'en' : 'ar'}">${say.other}</a></nav></div></header>
<main id="content">
${content}
</main>
</body>
</html>
`).then(String)
}
