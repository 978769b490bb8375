/** `dateline feeds`: what is watched, and how that goes. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'
import {printFeeds} from '../print/feeds.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly json: boolean
}

export const feeds = buildCommand({
  docs: {
    brief: 'List the feeds that were watched, when they are due, and which of them fail',
    fullDescription:
      'A dead feed has failed ten times in a row and is checked once a day; one that is gone is checked no more. Times are UTC.\nExample: dateline feeds'
  },
  parameters: {
    flags: {
      store: storeFlag,
      json: {kind: 'boolean', default: false, brief: 'Print one feed a line as JSON'}
    }
  },
  async func(this: Context, {store: target, json}: Flags) {
    const all = await withStore(this, target, store => store.feeds.all())
    if (json) for (const feed of all) this.process.stdout.write(`${JSON.stringify(feed)}\n`)
    else
      this.process.stdout.write(
        all.length ? printFeeds(all) : 'No feed has been watched yet: dateline watch feeds.opml\n'
      )
  }
})
