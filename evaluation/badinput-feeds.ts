/** The feeds of `badinput`: how many are read or refused, hang or crash, yield markup, and agree with what their tests expect. */
import type {Feed} from '../src/extract/feed.ts'
import {type Expected, expectedOf, type Field} from './badinput-expected.ts'
import type {Watch} from './badinput-watch.ts'
import {percent} from './measures.ts'
import {filesOfTar, type TarFile} from './tar.ts'

/** What no text, title, name or link may hold once it is read. */
const active =
  /<\/?(?:script|style|iframe|object|embed|svg|form|input|link|meta)\b|<[^<>]*\son[a-z]+\s*=|(?:java|vb|live)script:|\bexpression\(/i

export interface FeedFigures {
  readonly parsed: number
  readonly refused: number
  readonly crashed: number
  readonly hung: number
  readonly active: number
  readonly slowestMs: number
}

/** One line an input, for the file of predictions. */
export type Told = (line: object) => void

/** `corpus`: packed tar. Feeds are counted by the folders they lie in, down to `depth` folders. */
export async function readFeeds(corpus: Uint8Array, watch: Watch, depth: number, tell: Told) {
  const groups = new Map<string, FeedFigures>()
  const agreed = new Map<Field, {agreed: number; all: number}>()
  for (const file of filesOfTar(corpus)) {
    if (!file.name.endsWith('.xml')) continue
    const answer = await watch.read({kind: 'feed', ...given(file)})
    const feed = 'read' in answer ? answer.read.feed! : null
    const isRead = feed !== null && !('reason' in feed)
    const expected = expectedOf(file.bytes.toString('utf8'))
    const isAgreed = isRead && expected ? expected.agrees(feed) : null
    const isActive = isRead && active.test(shown(feed))
    count(agreed, expected, isAgreed)
    for (const group of groupsOf(file.name, depth)) {
      const known = groups.get(group) ?? none
      groups.set(group, {
        parsed: known.parsed + Number(isRead),
        refused: known.refused + Number(feed !== null && !isRead),
        crashed: known.crashed + Number('crashed' in answer),
        hung: known.hung + Number('hung' in answer),
        active: known.active + Number(isActive),
        slowestMs: Math.max(known.slowestMs, Math.round(answer.ms))
      })
    }
    const reason = feed && 'reason' in feed ? feed.reason : undefined
    tell({
      name: file.name,
      ...('read' in answer ? {reason} : answer),
      isActive,
      expected: expected?.field,
      isAgreed
    })
  }
  const shares = [...agreed].map(([field, {agreed: own, all}]) => [field, {all, agreed: percent(own, all)}])
  return {...Object.fromEntries(groups), ...(agreed.size && {agrees: Object.fromEntries(shares)})}
}

const none: FeedFigures = {parsed: 0, refused: 0, crashed: 0, hung: 0, active: 0, slowestMs: 0}

/** "wellformed", and "wellformed/sanitize" besides. */
function groupsOf(name: string, depth: number): string[] {
  const folders = name.split('/').slice(0, -1).slice(0, depth)
  return ['all', ...folders.map((_, i) => folders.slice(0, i + 1).join('/'))]
}

/** As the tests of feedparser are served: their headers stand in a comment at their beginning. */
function given({name, bytes}: TarFile) {
  const start = bytes.toString('latin1', 0, 2000)
  const [, type] = /^\s*Header:\s+Content-type:\s*(.*\S)/im.exec(start) ?? []
  const [, location] = /^\s*Header:\s+Content-Location:\s*(\S+)/im.exec(start) ?? []
  return {name, bytes, mediaType: type ?? null, url: location ?? `http://127.0.0.1:8097/tests/${name}`}
}

function shown({title, url, entries}: Feed): string {
  const words = entries.flatMap(entry => [
    entry.title,
    entry.text,
    entry.url,
    entry.byline,
    entry.outlet,
    ...entry.categories
  ])
  return [title, url, ...words].join('\n')
}

function count(
  agreed: Map<Field, {agreed: number; all: number}>,
  expected: Expected | null,
  isAgreed: boolean | null
): void {
  if (!expected) return
  const known = agreed.get(expected.field) ?? {agreed: 0, all: 0}
  agreed.set(expected.field, {agreed: known.agreed + Number(isAgreed === true), all: known.all + 1})
}
