/** A document of a corpus as the report that the pipeline reads. */
import type {IsoDate} from '../src/model/date.ts'
import type {Report} from '../src/model/report.ts'

export function documentReport(
  id: string,
  text: string,
  {title = null, publishedOn = null}: {title?: string | null; publishedOn?: IsoDate | null} = {}
): Report {
  return {id, sha256: '', url: null, outlet: null, title, publishedOn, text}
}
