/** `dateline watch FEEDS`: takes up what is new in feeds, until it is stopped. */
import {buildCommand} from '@stricli/core'
import type {FeedChecked} from '../../workflows/check-feed.ts'
import type {Item} from '../../workflows/open-store.ts'
import {type Context, pathIn, say} from '../context.ts'
import {gazetteerFlag, packsIn} from '../gazetteer.ts'
import {followFlag, type NetworkFlags, networkFlags, networkOf} from '../network.ts'
import {timeOf} from '../print/feeds.ts'
import {regionFlag} from '../region.ts'
import {stoppedBy} from '../stopping.ts'
import {registryFlag, storeFlag, withStore} from '../store.ts'
import {threadsFlag} from '../threads.ts'

interface Flags extends NetworkFlags {
  readonly store: string
  readonly gazetteer?: string
  readonly registry: string
  readonly region?: readonly string[]
  readonly threads?: number
  readonly follow: boolean
  readonly once: boolean
  readonly atOnce: number
  readonly json: boolean
}

export const watch = buildCommand({
  docs: {
    brief: 'Take up what is new in feeds, until it is stopped',
    fullDescription:
      'FEEDS is an OPML file, a text file with a URL a line, or the URL of a feed. Each feed is checked when it is due: more often where there is news, more seldom where there is none or it fails. Ctrl-C or SIGTERM ends it after what is in work; another watch goes on where it stood.\nExample: dateline watch feeds.opml --contact https://example.org/about'
  },
  parameters: {
    flags: {
      store: storeFlag,
      gazetteer: gazetteerFlag,
      registry: registryFlag,
      region: regionFlag,
      threads: threadsFlag,
      follow: followFlag,
      once: {
        kind: 'boolean',
        default: false,
        brief: 'Check the feeds that are due now, and end: for cron'
      },
      atOnce: {
        kind: 'parsed',
        parse: countOf,
        default: '8',
        brief: 'Feeds that are checked at the same time',
        placeholder: 'N'
      },
      json: {kind: 'boolean', default: false, brief: 'Print each check as a line of JSON'},
      ...networkFlags
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {
        brief: 'OPML file, file with a URL a line, or URL of a feed',
        placeholder: 'FEEDS',
        parse: String
      }
    }
  },
  async func(
    this: Context,
    {store: target, gazetteer, registry, region, threads = 1, follow, once, atOnce, json, ...network}: Flags,
    ...inputs: string[]
  ) {
    const {feedsNamed, watchFeeds} = await import('../../workflows/watch-feeds.ts')
    const urls = await feedsNamed(inputs.map(input => pathIn(this, input)))
    const stop = stoppedBy(this, 'Ending: what is in work is kept')
    const write = (text: string) => this.process.stdout.write(`${text}\n`)
    let failed = 0
    await withStore(this, target, async store => {
      if (!json)
        say(
          this,
          `Watching ${urls.length === 1 ? 'one feed' : `${urls.length} feeds`}${once ? '' : ' (Ctrl-C ends it)'}`
        )
      const feeds = await watchFeeds(urls, store, {
        own: {packs: packsIn(this, gazetteer), registry: pathIn(this, registry)},
        regions: region,
        threads,
        network: networkOf(network),
        follow,
        once,
        feedsAtOnce: atOnce,
        signal: stop,
        onItem: ({state, origin, reason}: Item) => {
          if (state !== 'failed') return
          failed++
          say(this, `${origin} ${reason}`)
        },
        onFeed: checked => {
          const {feed, ...counts} = checked
          if (feed.error !== null) failed++
          if (json) write(JSON.stringify({...feed, ...counts}))
          else if (feed.error !== null || Object.values(counts).some(count => count > 0))
            write(lineOf(checked))
        }
      })
      if (json) return
      for (const {url, state, error} of feeds)
        if (state !== 'live') say(this, `${url} is ${state}: it ${error}`)
      const next = feeds
        .filter(({state}) => state !== 'gone')
        .map(({dueAt}) => dueAt)
        .sort()[0]
      if (once && next) say(this, `The next feed is due at ${timeOf(next)}`)
    })
    if (failed > 0) this.process.exitCode = 1
  }
})

function lineOf({feed, done, failed, skipped, putOff}: FeedChecked): string {
  const {url, title, state, error, failures, checkedAt, dueAt} = feed
  const counts = [
    `${done} new`,
    ...(skipped ? [`${skipped} skipped`] : []),
    ...(failed ? [`${failed} failed`] : []),
    ...(putOff ? [`${putOff} put off`] : [])
  ]
  const what = error === null ? counts.join(', ') : `${error}${failures > 1 ? ` (${failures} times)` : ''}`
  const next =
    state === 'gone' ? 'it is checked no more' : `${state === 'dead' ? 'dead, ' : ''}next at ${timeOf(dueAt)}`
  return `${timeOf(checkedAt!)}  ${title ?? url}: ${what}; ${next}`
}

function countOf(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new Error(`"${text}" is no number of feeds; write a whole number from 1 to 256`)
  return count
}
