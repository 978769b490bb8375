/** The frame of the pages before the app: made on the server, without scripts, right to left where the language is. */
import {html} from 'hono/html'
import type {HtmlEscapedString} from 'hono/utils/html'
import {qrCode} from '../../model/qr-code.ts'
import {type PageLanguage, pageMessages} from './page-messages.ts'

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export interface Page {
  readonly language: PageLanguage
  readonly title: string
  /** What went wrong with what was sent. */
  readonly fault?: string | null
  /** The same page in the other language. */
  readonly other: string
}

export function page({language, title, fault = null, other}: Page, content: Html): Html {
  const isArabic = language === 'ar'
  return html`<!doctype html>
    <html lang="${language}" dir="${isArabic ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Dateline</title>
        <link rel="stylesheet" href="/log-in.css" />
      </head>
      <body>
        <header>
          <span class="brand" dir="ltr">Dateline</span>
          <a href="${other}" hreflang="${isArabic ? 'en' : 'ar'}" lang="${isArabic ? 'en' : 'ar'}">${pageMessages[language].other}</a>
        </header>
        <main>
          <h1>${title}</h1>
          ${fault ? html`<p role="alert" class="fault"><span aria-hidden="true">⚠</span> ${fault}</p>` : ''}
          ${content}
        </main>
      </body>
    </html>`
}

interface Field {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'password'
  readonly autocomplete: string
  readonly help?: string
  readonly value?: string
  readonly required?: boolean
  readonly isFirst?: boolean
}

export function field({
  name,
  label,
  type = 'text',
  autocomplete,
  help,
  value = '',
  required = true,
  isFirst = false
}: Field): Html {
  // What is typed here is read by its own letters: a password is no sentence of the page's language.
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" dir="auto" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"
      maxlength="1000" value="${value}" ${required ? 'required' : ''} ${isFirst ? 'autofocus' : ''} ${help ? html`aria-describedby="${name}-help"` : ''} />
    ${help ? html`<p class="help" id="${name}-help">${help}</p>` : ''}
  </div>`
}

/** A QR code: dark on light in either theme, for cameras read no other. `label`: what it holds, for those who do not see it. */
export function picture(text: string, label: string): Html {
  const {size, path} = qrCode(text)
  return html`<svg role="img" aria-label="${label}" viewBox="0 0 ${size} ${size}" width="${4 * size}" height="${4 * size}" shape-rendering="crispEdges">
    <path fill="white" d="M0 0h${size}v${size}h-${size}z" /><path fill="black" d="${path}" />
  </svg>`
}

export const pageStyle = `
:root { color-scheme: light dark; --ground: light-dark(#f6f4ef, #16181b); --sheet: light-dark(#ffffff, #1e2125); --ink: light-dark(#1d2024, #e8e6e1);
  --quiet: light-dark(#55595f, #a9adb3); --line: light-dark(#8a8d91, #6d7278); --mark: light-dark(#00548a, #7cc0ee); --on-mark: light-dark(#ffffff, #10222f); }
* { box-sizing: border-box; }
body { margin: 0; min-block-size: 100vh; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header { display: flex; justify-content: space-between; padding: 1rem 1.5rem; }
.brand { font: 600 1.25rem Georgia, serif; }
main { max-inline-size: 26rem; margin: 4vh auto; padding: 1.5rem; background: var(--sheet); border: 1px solid var(--line); border-radius: .5rem; }
svg { display: block; max-inline-size: 100%; block-size: auto; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
.field { margin-block: 1rem; }
label { display: block; margin-block-end: .375rem; font-weight: 600; }
input { inline-size: 100%; min-block-size: 2.75rem; padding: .25rem .625rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: .25rem; }
.help { margin: .25rem 0 0; color: var(--quiet); font-size: .875rem; }
button, .button { display: inline-block; min-block-size: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: var(--on-mark); background: var(--mark); border: 0; border-radius: .25rem; text-decoration: none; cursor: pointer; }
a { color: var(--mark); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.fault { border-inline-start: 4px solid var(--mark); padding: .5rem .75rem; background: var(--ground); font-weight: 600; }
code, .codes { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.codes { columns: 2; padding: 0; list-style: none; }
@media (max-width: 30rem) { main { margin: 0; border-inline: 0; border-radius: 0; } }
`
