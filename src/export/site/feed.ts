/** What was published, corrected and withdrawn last, as an Atom feed (RFC 4287). */
import {html} from 'hono/html'
import type {PublicVersion} from '../../model/public-incident.ts'
import {incidentPath} from './incident-page.ts'
import {messages} from './messages.ts'

export interface FeedEntry {
  readonly id: string
  readonly headline: string
  readonly last: PublicVersion
}

/** `base`: the address of the site, with a slash at its end; null: links are relative to the feed. `updated`: an instant. */
export function feed(
  name: string,
  {base, updated}: {readonly base: string | null; readonly updated: string},
  entries: readonly FeedEntry[]
): Promise<string> {
  const say = messages.en
  const urn = (id: string) => `urn:dateline:incident:${id}`
  const link = (id: string) => `${base ?? ''}${incidentPath(id)}`
  return Promise.resolve(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title>${clean(name)}</title>
<id>${base ?? 'urn:dateline:site'}</id>
<updated>${updated}</updated>
<author><name>${clean(name)}</name></author>
${base === null ? '' : html`<link rel="self" href="${base}feed.atom"/>`}
<link rel="alternate" href="${base ?? './'}"/>
${entries.map(
  ({id, headline, last: {version, kind, at, note}}) => html`<entry>
<title>${clean(kind === 'withdrawn' ? say.gone : headline)}</title>
<id>${urn(id)}:${version}:${kind}:${at}</id>
<updated>${at}</updated>
<link rel="alternate" href="${link(id)}"/>
<summary>${clean(`${say.version} ${version}. ${say.kind[kind]}${note ? ` ${note}` : ''}`)}</summary>
</entry>
`
)}
</feed>
`).then(String)
}

/** Signs that XML 1.0 cannot hold. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
