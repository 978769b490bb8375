/** The marks of the public pages, drawn once on each and used by their ids: shapes tell without colour. */
import {raw} from 'hono/html'
import type {HtmlEscapedString} from 'hono/utils/html'

export const glyphs = `<svg class="glyphs" width="0" height="0" aria-hidden="true">
<symbol id="g-ne" viewBox="0 0 16 16"><path d="M2.5 5.9h11M2.5 10.1h11M11 2 5 14" fill="none" stroke="currentColor" stroke-width="1.9"/></symbol>
<symbol id="g-x" viewBox="0 0 16 16"><path d="m3 3 10 10M13 3 3 13" fill="none" stroke="currentColor" stroke-width="2.2"/></symbol>
<symbol id="g-ck" viewBox="0 0 16 16"><path d="m2.5 8.5 3.6 3.8L13.5 4" fill="none" stroke="currentColor" stroke-width="2.1"/></symbol>
<symbol id="g-un" viewBox="0 0 16 16"><path d="M5 5.4C5 3.4 6.4 2.6 8 2.6s3 .9 3 2.6c0 2.3-3 2.3-3 4.6" fill="none" stroke="currentColor" stroke-width="1.9"/><circle cx="8" cy="13" r="1.3"/></symbol>
<symbol id="g-sq" viewBox="0 0 16 16"><rect x="3" y="3" width="10" height="10"/></symbol>
<symbol id="g-ci" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6"/></symbol>
<symbol id="g-tr" viewBox="0 0 16 16"><path d="M8 1.8 14.6 14H1.4Z"/></symbol>
<symbol id="g-di" viewBox="0 0 16 16"><path d="M8 1.2 14.8 8 8 14.8 1.2 8Z"/></symbol>
</svg>`

export type Glyph = 'ne' | 'x' | 'ck' | 'un' | 'sq' | 'tr' | 'ci' | 'di'

export function glyph(name: Glyph, ink: 'contest' | 'deny' | 'agree' | 'none' = 'none'): HtmlEscapedString {
  const color = ink === 'none' ? '' : ` ${ink}-ink`
  return raw(`<svg class="glyph${color}" aria-hidden="true"><use href="#g-${name}"/></svg>`)
}
