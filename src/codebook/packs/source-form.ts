/** Tells from its first lines what a file is. */
import {linesOf} from './lines.ts'

export type SourceForm = 'places' | 'units' | 'alternate names' | 'whosonfirst'

const known =
  "a dump of GeoNames (19 columns parted by tabs), admin1CodesASCII.txt, admin2Codes.txt, alternateNamesV2.txt, or Who's On First as JSON Lines"

/** Throws an Error where the file is of no form that can be imported. */
export async function formOf(path: string): Promise<SourceForm> {
  for await (const {lines} of linesOf(path)) {
    const line = lines.find(each => each.trim() !== '' && !each.startsWith('#'))
    if (line === undefined) continue
    const form = formOfLine(line)
    if (form) return form
    const start = line.length > 60 ? `${line.slice(0, 60)}...` : line
    throw new Error(`${path} begins with "${start.replaceAll('\t', ' | ')}"; give ${known}`)
  }
  throw new Error(`${path} is empty; give ${known}`)
}

function formOfLine(line: string): SourceForm | null {
  if (line.startsWith('{')) return /"(?:wofId|wof:id)"/.test(line) ? 'whosonfirst' : null
  const columns = line.split('\t')
  const isNumber = (column: string | undefined) => column !== undefined && /^-?\d+(?:\.\d+)?$/.test(column)
  if (columns.length >= 15 && isNumber(columns[0]) && isNumber(columns[4]) && isNumber(columns[5]))
    return 'places'
  if (columns.length === 4 && /^[A-Z]{2}(?:\.[^.\s]+){1,2}$/.test(columns[0]!)) return 'units'
  if (columns.length >= 4 && columns.length <= 10 && isNumber(columns[0]) && isNumber(columns[1]))
    return 'alternate names'
  return null
}
