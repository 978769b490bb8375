/**
 * The one stylesheet of the public pages. Tokens are those of the app (web/src/design/tokens.css; a test compares them): colour says
 * something about claims and nothing else.
 */

export const tokens = {
  canvas: 'light-dark(#f3f3f0, #121416)',
  surface: 'light-dark(#fff, #1a1d20)',
  ink: 'light-dark(#1a1c1e, #ecece8)',
  'ink-2': 'light-dark(#454a4f, #bfc3c6)',
  'ink-3': 'light-dark(#5e646a, #9aa0a6)',
  line: 'light-dark(#e1e1dc, #2a2f34)',
  'line-2': 'light-dark(#bfc0ba, #454c53)',
  edge: 'light-dark(#7c8288, #7c848c)',
  contest: 'light-dark(#a63f00, #f29a5e)',
  deny: 'light-dark(#8f3768, #e2a3c6)',
  agree: 'light-dark(#006b4e, #45c9a0)',
  'contest-bg': 'light-dark(#fceee4, #38231a)',
  'deny-bg': 'light-dark(#f9ecf3, #352530)',
  band: 'light-dark(#f8eadf, #3a2a20)',
  focus: 'light-dark(#0072b2, #56b4e9)'
} as const

const declared = Object.entries(tokens)
  .map(([name, value]) => `--${name}: ${value};`)
  .join(' ')

export const siteStyle = `:root { color-scheme: light dark; ${declared}
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "SF Arabic", "Noto Sans Arabic", "Geeza Pro", Tahoma, sans-serif;
  --serif: ui-serif, "Iowan Old Style", Georgia, "Noto Serif", "Noto Naskh Arabic", "Geeza Pro", "Times New Roman", serif; --size: .9375rem; --lead: 1.5; }
:root:lang(ar) { --size: 1.0625rem; --lead: 1.6; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--surface); color: var(--ink); font: var(--size)/var(--lead) var(--sans); font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word; }
a { color: inherit; text-decoration-color: var(--edge); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1, h2, h3 { font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.125rem; margin-block: 2.25rem .5rem; padding-block-start: .625rem; border-block-start: 1px solid var(--ink); }
h3 { font-size: var(--size); margin-block: 1.25rem .25rem; }
.skip { position: absolute; inset-block-start: -4rem; inset-inline-start: 1rem; background: var(--surface); padding: .5rem 1rem; }
.skip:focus { inset-block-start: .25rem; }
.top { border-block-end: 1px solid var(--line-2); font-size: .875rem; }
.top > div { max-inline-size: 70rem; margin-inline: auto; padding: .625rem 1rem; display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1rem; }
.top .name { font-weight: 700; text-decoration: none; }
.top nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
main { max-inline-size: 70rem; margin-inline: auto; padding: 1.5rem 1rem 3rem; }
.page { display: grid; grid-template-columns: minmax(0, 1fr) 19rem; gap: 0 3.5rem; }
.page > .head { grid-column: 1 / -1; margin-block-end: 1.25rem; }
.head p { color: var(--ink-2); margin-block-start: .375rem; }
.text { max-inline-size: 46rem; }
.text p, .text ul, .text table { margin-block: .5rem; }
.text ul { list-style: disc; padding-inline-start: 1.25rem; }
.btn { margin-block: .5rem; } .note { font-size: .8125rem; color: var(--ink-3); line-height: 1.45; }
.n { unicode-bidi: isolate; } .sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } .glyphs { position: absolute; }
.tag { display: inline-flex; align-items: center; gap: .3em; font-size: .8125rem; font-weight: 600; white-space: nowrap; padding: 1px 6px; border-radius: 2px; letter-spacing: 0; }
.tag.contest { color: var(--contest); background: var(--contest-bg); } .tag.deny { color: var(--deny); background: var(--deny-bg); } .tag.plain { color: var(--ink-2); border: 1px solid var(--line-2); }
.glyph { inline-size: 1em; block-size: 1em; flex: none; fill: currentColor; vertical-align: -.12em; } .contest-ink { color: var(--contest); } .agree-ink { color: var(--agree); } .deny-ink { color: var(--deny); }
.figs { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0 1.5rem; border-block-start: 2px solid var(--ink); }
.figs > section { padding: .625rem 0 .75rem; border-block-end: 1px solid var(--line-2); }
.figs h2 { font-size: .875rem; margin: 0; padding: 0; border: 0; }
.figs .f { font-size: 2.5rem; line-height: 1.15; font-weight: 600; letter-spacing: -.02em; display: flex; align-items: baseline; gap: .75rem; flex-wrap: wrap; }
:lang(ar) .figs .f { letter-spacing: 0; }
.figs p:not(.f) { font-size: .875rem; color: var(--ink-2); margin-block-start: .25rem; }
.grade { display: flex; border: 1px solid var(--edge); border-radius: 2px; overflow: clip; font-size: .75rem; margin-block: .5rem; }
.grade li { flex: 1 1 auto; padding: .25rem .25rem; text-align: center; color: var(--ink-3); border-inline-start: 1px solid var(--line-2); } .grade li:first-child { border: 0; }
.grade li[aria-current] { background: var(--ink); color: var(--surface); font-weight: 600; }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; } .two li { display: flex; gap: .4rem; align-items: baseline; padding: .25rem 0; border-block-start: 1px solid var(--line); font-size: .875rem; } .two h3 { margin-block-start: .25rem; }
.forest { font-size: .8125rem; inline-size: 100%; border-collapse: collapse; margin-block: .5rem; }
.forest th, .forest td { padding: .25rem 0; border-block-start: 1px solid var(--line); text-align: start; font-weight: 400; vertical-align: middle; }
.forest th { inline-size: 36%; padding-inline-end: .5rem; } .forest tr:first-child > * { font-weight: 600; border-color: var(--ink-3); } .forest td:last-child { inline-size: 6.5rem; text-align: end; font-weight: 600; white-space: nowrap; }
.forest tr.old { color: var(--ink-3); } .forest tr.old td:last-child { text-decoration: line-through; }
.forest svg { inline-size: 100%; block-size: 1.25rem; display: block; overflow: visible; direction: ltr; }
.claims > li { border-block-start: 1px solid var(--line); padding: .625rem 0; }
.claims .who { display: flex; justify-content: space-between; flex-wrap: wrap; gap: .125rem .75rem; font-size: .875rem; font-weight: 600; }
.q { font-family: var(--serif); font-size: 1rem; margin-block: .25rem 0; } .q::before { content: "“"; } .q::after { content: "”"; } .q:lang(ar)::before { content: "«"; } .q:lang(ar)::after { content: "»"; }
.src, .why { font-size: .8125rem; color: var(--ink-3); } .why { color: var(--ink-2); }
details > summary { cursor: pointer; font-size: .875rem; color: var(--ink-2); padding-block: .25rem; }
.side { font-size: .875rem; line-height: 1.45; } .side h2 { font-size: .875rem; margin-block: 0 .375rem; } .side section + section h2 { margin-block-start: 1.5rem; }
dl.facts { display: grid; grid-template-columns: 6.5rem 1fr; gap: .25rem .625rem; } dl.facts dt { color: var(--ink-3); }
.log li { padding: .375rem 0; border-block-start: 1px solid var(--line); } .log li:first-child { border: 0; } .log time { color: var(--ink-3); display: block; font-size: .8125rem; }
.side svg.cell { inline-size: 100%; block-size: auto; direction: ltr; margin-block-start: .5rem; background: var(--canvas); }
.btn, button { display: inline-block; padding: .375rem .75rem; border: 1px solid var(--edge); border-radius: 2px; background: var(--surface); color: var(--ink); font: inherit; text-decoration: none; cursor: pointer; } .btn:hover, button:hover { border-color: var(--ink); }
form.find { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; margin-block: 1rem; } form label { display: block; font-size: .8125rem; color: var(--ink-2); }
form.find input, form.find select { display: block; margin-block-start: .125rem; } input, textarea, select { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 2px; padding: .375rem .5rem; max-inline-size: 100%; } form.find select { inline-size: 14rem; } textarea { inline-size: 100%; min-block-size: 10rem; }
form.ask .field { margin-block: 1rem; } form.ask input { inline-size: 100%; } .fault { border-inline-start: 4px solid var(--contest); padding: .375rem .75rem; margin-block: 1rem; font-weight: 600; }
.list { border-block-start: 2px solid var(--ink); } .list > li { border-block-end: 1px solid var(--line); padding: .625rem 0; display: grid; grid-template-columns: 9.5rem minmax(0, 1fr); gap: .125rem 1rem; align-items: baseline; }
.list time { color: var(--ink-3); font-size: .875rem; } .list .what { font-weight: 600; } .list .figures { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .875rem; color: var(--ink-2); grid-column: 2; } .list b { color: var(--ink); }
.pages { display: flex; gap: 1rem; margin-block: 1rem; }
.text table { border-collapse: collapse; font-size: .875rem; } .text td, .text th { border-block-end: 1px solid var(--line); padding-block: .25rem; padding-inline-end: 1.5rem; text-align: start; vertical-align: top; }
footer { max-inline-size: 70rem; margin-inline: auto; padding: 1rem; border-block-start: 1px solid var(--line); }
@media (max-width: 56rem) { .page { grid-template-columns: minmax(0, 1fr); } .side { margin-block-start: 2rem; } }
@media (max-width: 40rem) { h1 { font-size: 1.375rem; } .figs .f { font-size: 2rem; } .two { grid-template-columns: 1fr; } .list > li { grid-template-columns: 1fr; } .list .figures { grid-column: 1; } .forest th { inline-size: 42%; } .forest td:last-child { inline-size: 5rem; } }
@media print { :root { color-scheme: light; } .top nav, .skip, .btn, form { display: none; } .page { display: block; } h2, h3 { break-after: avoid; } .claims > li, .figs > section { break-inside: avoid; } details > * { display: block; } a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .6875rem; color: var(--ink-3); } }
@media (forced-colors: active) { .grade li[aria-current] { outline: 2px solid; outline-offset: -2px; } }
`
