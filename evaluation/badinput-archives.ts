/** Broken and odd web archives: what is read, skipped and failed; each record ends as one of these. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Told} from './badinput-feeds.ts'
import type {Watch} from './badinput-watch.ts'

export async function readArchives(folder: string, watch: Watch, tell: Told) {
  const figures = {archives: 0, read: 0, skipped: 0, failed: 0, crashed: 0, hung: 0}
  for (const name of readdirSync(folder).sort()) {
    if (!/\.w?arc(?:\.gz)?(?:\.bad)?$/.test(name)) continue
    const bytes = readFileSync(join(folder, name))
    const answer = await watch.read({kind: 'archive', name, bytes, mediaType: null, url: null})
    figures.archives++
    const received = 'read' in answer ? answer.read.received! : []
    for (const {kind} of received) figures[kind === 'report' || kind === 'document' ? 'read' : kind]++
    figures.crashed += Number('crashed' in answer)
    figures.hung += Number('hung' in answer)
    tell({
      name,
      ...('read' in answer ? {} : answer),
      records: received.map(one => ('reason' in one ? `${one.origin} ${one.reason}` : one.origin))
    })
  }
  return figures
}
