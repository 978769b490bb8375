/** Reads the reports that stand in a document, each by the reader of its kind. */
import type {Extraction, RawDocument} from '../model/document.ts'
import {readFeed} from './feed.ts'
import {feedRecords} from './feed-records.ts'
import {readPage} from './page.ts'

export function extractDocument({kind, bytes, mediaType, capture}: RawDocument): Extraction {
  const url = capture.finalUrl ?? capture.requestedUrl
  if (kind === 'feed') {
    const feed = readFeed(bytes, {mediaType, url})
    return 'reason' in feed ? feed : feedRecords(feed)
  }
  const page = readPage(bytes, {mediaType, url})
  return 'reason' in page ? page : {found: [{entry: null, record: page}]}
}
