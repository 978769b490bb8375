/** `dateline publications`: where incidents stand on their way to the public. */
import {buildCommand} from '@stricli/core'
import {type QueueId, queueIds} from '../../model/publication.ts'
import type {Context} from '../context.ts'
import {storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly queue?: QueueId
  readonly json: boolean
}

export const publications = buildCommand({
  docs: {
    brief: 'List where incidents stand on their way to the public, and what they lack',
    fullDescription:
      'Queues: ready and failing were never published; changed are not as they were published; waiting have their time ahead.\nExample: dateline publications --queue failing'
  },
  parameters: {
    flags: {
      store: storeFlag,
      queue: {kind: 'enum', values: queueIds, optional: true, brief: 'Only those of one queue'},
      json: {kind: 'boolean', default: false, brief: 'Print one incident a line as JSON'}
    }
  },
  async func(this: Context, {store: target, queue, json}: Flags) {
    const [{publicationCounts, publicationQueue}, {printQueued}] = await Promise.all([
      import('../../workflows/publication-queue.ts'),
      import('../print/publications.ts')
    ])
    await withStore(this, target, async store => {
      let after: readonly (string | null)[] | null = null
      do {
        const page = await publicationQueue(store, {queue}, store.clerk.who, {limit: 500, after})
        for (const row of page.rows)
          this.process.stdout.write(json ? `${JSON.stringify(row)}\n` : printQueued(row))
        after = page.next
      } while (after)
      if (json) return
      const counts = await publicationCounts(store, {}, store.clerk.who)
      const said = queueIds.map(name => `${counts[name]} ${name === 'failing' ? 'not ready' : name}`)
      this.process.stdout.write(`${counts.all} incidents: ${said.join(', ')}.\n`)
    })
  }
})
