/** What reads one bad input in a thread of its own: see badinput-watch.ts. */
import {parentPort} from 'node:worker_threads'
import {readFeed} from '../src/extract/feed.ts'
import {readArchive} from '../src/fetch/archives.ts'
import type {Received} from '../src/fetch/input.ts'
import {only, readLines} from '../src/fetch/read-bytes.ts'
import type {BadInput, Read} from './badinput-watch.ts'

parentPort!.on('message', async (input: BadInput) => {
  try {
    const read = await readInput(input)
    parentPort!.postMessage({read})
  } catch (error) {
    parentPort!.postMessage({crashed: String((error as Error).stack ?? error)})
  }
})

async function readInput({kind, name, bytes, mediaType, url}: BadInput): Promise<Read> {
  switch (kind) {
    case 'feed':
      return {feed: readFeed(bytes, {mediaType, url})}
    case 'lines':
      return {received: await collected(readLines(name, only(bytes)))}
    case 'archive':
      return {received: await collected(readArchive(name, only(bytes)))}
  }
}

async function collected(received: AsyncIterable<Received>): Promise<Received[]> {
  const all: Received[] = []
  for await (const one of received) all.push(one)
  return all
}
