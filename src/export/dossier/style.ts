/**
 * The stylesheet of a dossier: on a screen in the colours of the app, light or dark; on paper black on white, A4 or Letter, whatever
 * the printer has, with a running head, numbers of pages and heads of tables on each.
 */
import type {Locale} from '../../messages/words.ts'
import {tokens} from '../site/style.ts'

const declared = Object.entries(tokens)
  .map(([name, value]) => `--${name}: ${value};`)
  .join(' ')

/** `head`: what stands at the top of each page, plain text. */
export function dossierStyle(locale: Locale, head: string): string {
  const [start, end, digits] = locale === 'ar' ? ['right', 'left', ', arabic-indic'] : ['left', 'right', '']
  return `${screen}
@page { margin: 20mm 16mm 18mm; @top-${start} { content: ${quoted(head)}; font: 8.5pt ${sans}; } @bottom-${end} { content: counter(page${digits}) " / " counter(pages${digits}); font: 8.5pt ${sans}; } }
${paper}`
}

/** As a string of CSS: whatever is no plain letter by its number. */
function quoted(text: string): string {
  const plain = /[A-Za-z0-9 ,.]/
  return `"${[...text].map(sign => (plain.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join('')}"`
}

const sans =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "SF Arabic", "Noto Sans Arabic", "Geeza Pro", Tahoma, sans-serif'

const screen = `:root { color-scheme: light dark; ${declared}
  --serif: ui-serif, "Iowan Old Style", Georgia, "Noto Serif", "Noto Naskh Arabic", "Geeza Pro", "Times New Roman", serif; --size: .9375rem; --lead: 1.5; }
:root:lang(ar) { --size: 1.0625rem; --lead: 1.65; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 62rem; padding: 1.5rem 1rem 4rem; background: var(--surface); color: var(--ink); font: var(--size)/var(--lead) ${sans}; font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word; }
a { color: inherit; text-decoration-color: var(--edge); text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote { margin: 0; padding: 0; font-size: inherit; }
ul, ol { list-style: none; }
h1, h2, h3, h4 { font-weight: 600; line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.75rem; } h2 { font-size: 1.125rem; margin-block: 2.25rem .5rem; padding-block-start: .625rem; border-block-start: 1px solid var(--ink); } h3 { margin-block: 1.25rem .25rem; } h4 { font-size: .875rem; margin-block: .625rem .125rem; color: var(--ink-2); }
.kicker { font-size: .875rem; color: var(--ink-3); } .lead { color: var(--ink-2); margin-block-start: .375rem; }
.how { font-size: .8125rem; line-height: 1.45; color: var(--ink-2); border-block: 1px solid var(--line); padding-block: .375rem; margin-block: .75rem; } .note, .src, .why, .address { font-size: .8125rem; line-height: 1.45; color: var(--ink-3); } .why { color: var(--ink-2); }
.n { unicode-bidi: isolate; white-space: nowrap; } .id { font: .75rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; unicode-bidi: isolate; direction: ltr; } .ref { font-weight: 600; white-space: nowrap; unicode-bidi: isolate; direction: ltr; }
.sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } .glyphs { position: absolute; }
.glyph { inline-size: 1em; block-size: 1em; fill: currentColor; vertical-align: -.12em; } .contest-ink { color: var(--contest); } .deny-ink { color: var(--deny); }
.tag { font-size: .8125rem; white-space: nowrap; color: var(--ink-2); } .tag.contest, .tag.deny, .tag.plain { font-weight: 600; padding: 1px 6px; border-radius: 2px; } .tag.contest { color: var(--contest); background: var(--contest-bg); } .tag.deny { color: var(--deny); background: var(--deny-bg); } .tag.plain { border: 1px solid var(--line-2); white-space: normal; }
.figs { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; } .fig { border-block-start: 1px solid var(--line-2); padding-block: .25rem .75rem; } .fig h3 { margin-block: .25rem 0; } .fig .f { font-size: 2rem; line-height: 1.25; font-weight: 600; } .fig .f .tag { vertical-align: middle; } .fig p { font-size: .875rem; } .fig .f { font-size: 2rem; }
.steps { font-size: .8125rem; line-height: 1.45; padding-inline-start: 1.1rem; list-style: disc; color: var(--ink-2); } ol.steps { list-style: decimal; } .steps.plain { list-style: none; padding: 0; }
.wide { overflow-x: auto; position: relative; } table { border-collapse: collapse; inline-size: 100%; font-size: .8125rem; line-height: 1.45; margin-block: .5rem; } th, td { text-align: start; vertical-align: top; padding: .3rem 0; padding-inline-end: .875rem; border-block-start: 1px solid var(--line); font-weight: 400; } th:last-child, td:last-child { padding-inline-end: 0; } thead th { font-weight: 600; color: var(--ink-2); border-block-start: 0; border-block-end: 1px solid var(--ink-3); } tbody th { font-weight: 600; }
table.facts th:first-child { inline-size: 18%; } table.facts td:nth-child(2) { inline-size: 30%; } table.accounts th:first-child { inline-size: 26%; } table.accounts td:nth-child(2) { inline-size: 20%; } table.accounts td:nth-child(3) { inline-size: 14%; } table.numbers th:first-child { inline-size: 24%; } table.ties th:first-child { inline-size: 26%; } table.members th:first-child { inline-size: 5rem; } table :is(ul, p) { margin: 0; } table.ties li + li { margin-block-start: .125rem; } table.rulings th:first-child { inline-size: 9rem; font-weight: 400; }
.claims > li { border-block-start: 1px solid var(--line-2); padding-block: .5rem; } .claims .who, .reports .who { font-weight: 600; } .claim { padding-block: .25rem .375rem; padding-inline-start: 1.25rem; } .claim .meta { font-size: .875rem; } .claim.off .q, .claim.off .meta b { color: var(--ink-3); }
.q { font-family: var(--serif); font-size: 1rem; margin-block: .125rem; } .q::before { content: "“"; } .q::after { content: "”"; } .q:lang(ar)::before { content: "«"; } .q:lang(ar)::after { content: "»"; } .q mark { background: none; color: inherit; text-decoration: underline; text-decoration-color: var(--line-2); text-decoration-thickness: 2px; text-underline-offset: .2em; } .q .around { color: var(--ink-3); } td .q { font-size: .875rem; }
.claim .q::before, .claim .q::after { content: none; } .claim .q mark::before { content: "“"; } .claim .q mark::after { content: "”"; } .claim .q:lang(ar) mark::before { content: "«"; } .claim .q:lang(ar) mark::after { content: "»"; }
details.graphic > summary { cursor: pointer; font-size: .875rem; color: var(--ink-2); padding-block: .25rem; } .unprinted { display: none; }
figure { margin-block: .5rem; } svg.map, svg.plot { display: block; inline-size: 100%; max-inline-size: 46rem; block-size: auto; }
.map .sea { fill: var(--canvas); } .map .land { fill: var(--surface); stroke: var(--edge); stroke-width: 1; } .map { border: 1px solid var(--line-2); } .map .there { fill: var(--contest); fill-opacity: .18; stroke: var(--contest); stroke-width: 1.5; stroke-dasharray: 4 3; } .map text { font-size: 11px; fill: var(--ink-2); paint-order: stroke; stroke: var(--surface); stroke-width: 3px; stroke-linejoin: round; } .map .name { font-size: 13px; font-weight: 600; fill: var(--ink); } .map .town { fill: var(--ink-2); } .map .locator .land { stroke-width: .5; } .map .edge { fill: none; stroke: var(--contest); stroke-width: 1.5; } .map .frame { fill: none; stroke: var(--edge); } .map .bar path { fill: none; stroke: var(--ink); }
.plot text { font-size: 11px; fill: var(--ink-2); } .plot .band { fill: var(--band); } .plot .grid { stroke: var(--line); } .plot .best { stroke: var(--ink); stroke-width: 1.5; } .plot .mark { stroke: var(--ink); stroke-width: 1.4; } .plot .first { fill: var(--ink); } .plot .copy { fill: var(--surface); } .plot .range { fill: none; }
dl.facts, dl.custody { display: grid; grid-template-columns: minmax(7rem, auto) minmax(0, 1fr); gap: .125rem 1rem; font-size: .875rem; } dl.facts dt, dl.custody dt { color: var(--ink-3); } dl.custody { font-size: .8125rem; margin-block-start: .25rem; }
.reports > li { border-block-start: 1px solid var(--line-2); padding-block: .625rem; } .reports p { font-size: .875rem; }
.codings { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 0 2rem; } .codings dl { font-size: .8125rem; }
.contents li { border-block-start: 1px solid var(--line); padding-block: .25rem; } .chapter + .chapter { margin-block-start: 5rem; border-block-start: 3px solid var(--ink); padding-block-start: 1.5rem; }
:target { background: var(--contest-bg); }
@media (max-width: 40rem) { h1 { font-size: 1.375rem; } .claim { padding-inline-start: .5rem; } dl.facts, dl.custody { grid-template-columns: minmax(0, 1fr); } dl.facts dd, dl.custody dd { margin-block-end: .25rem; } table { min-inline-size: 34rem; } }
@media (forced-colors: active) { .map .there { stroke: CanvasText; } }`

/** Black on white: shapes and words tell what colours tell on a screen. */
const paper = `@media print {
:root { color-scheme: only light; --canvas: #e9e9e6; --surface: #fff; --ink: #000; --ink-2: #000; --ink-3: #333; --line: #bbb; --line-2: #888; --edge: #555; --contest: #000; --deny: #000; --agree: #000; --contest-bg: #fff; --deny-bg: #fff; --band: #e4e4e0; --size: 9.5pt; --lead: 1.38; }
:root:lang(ar) { --size: 11.5pt; --lead: 1.55; }
body { max-inline-size: none; padding: 0; }
h1 { font-size: 18pt; } h2 { font-size: 12pt; margin-block-start: 14pt; } h3 { margin-block-start: 10pt; } .claim { padding-block: 2pt 3pt; } .claims > li { padding-block: 4pt; } .fig .f { font-size: 20pt; } .q { font-size: 10pt; } td .q { font-size: 9pt; } :lang(ar) .q { font-size: 12pt; }
.note, .how, .src, .why, .address, .steps, table, dl.custody, .tag { font-size: 8.5pt; } .fig p, .claim .meta, .reports p, dl.facts, h4 { font-size: 9.5pt; } .id { font-size: 7.5pt; }
:lang(ar) :is(.note, .how, .src, .why, .address, .steps, table, dl.custody, .tag) { font-size: 9.5pt; }
.tag.contest, .tag.deny { border: 1px solid #000; } .map .there { fill: #000; fill-opacity: .14; }
.figs, .codings { grid-template-columns: 1fr 1fr; } .wide { overflow: visible; } table { min-inline-size: 0; } a { text-decoration: none; }
h1, h2, h3, h4, h2 + .note, h3 + .note, .who, .claim .meta, .kicker { break-after: avoid; } .claim, .reports > li, tr, figure, .fig, .codings > div, dl.facts, dl.custody { break-inside: avoid; } p, blockquote, li { orphans: 3; widows: 3; } thead { display: table-header-group; }
.chapter + .chapter { break-before: page; margin: 0; border: 0; padding: 0; } .contents { break-after: page; }
details.graphic:not([open]) { display: none; } details.graphic > summary { display: none; } details.graphic:not([open]) + .unprinted { display: block; font-size: 8.5pt; font-style: italic; } :target { background: none; }
}`
