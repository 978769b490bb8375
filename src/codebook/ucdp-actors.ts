/**
 * Reads UCDP's list of actors: ActorId, NameData, NameOrig..., Org, and a column of location where the release has one.
 *
 * Org: 1 formally organised groups, 2 informally organised ones, 3 communities, 4 governments.
 */
import {type Candidate, type Converted, type ImportSettings, idOf, type Refusal} from './actor-candidates.ts'
import type {ForeignRow, ForeignTable} from './foreign-csv.ts'

const kindByOrg: Readonly<Record<string, string>> = {
  '1': 'rebel-group',
  '2': 'political-militia',
  '3': 'communal-militia',
  '4': 'government'
}
const nameColumns = [
  'name',
  'namefull',
  'namedatafull',
  'nameorig',
  'nameorigfull',
  'nameorigfulleng',
  'newname',
  'newnamefullmothertongue',
  'newnamefulleng'
]

export function ucdpActors({rows}: ForeignTable, settings: ImportSettings): Converted {
  const refused: Refusal[] = []
  const candidates: Candidate[] = []
  for (const row of rows) {
    const found = candidateOf(row, settings)
    if ('reason' in found) refused.push(found)
    else candidates.push(found)
  }
  return {candidates, refused}
}

function candidateOf({line, cells, isTooLong}: ForeignRow, settings: ImportSettings): Candidate | Refusal {
  const cell = (name: string) => {
    const value = cells.get(name) ?? ''
    return value === 'NA' ? '' : value
  }
  if (isTooLong) return {line, reason: 'more cells than the header has; quote cells that hold a comma'}
  const name = cell('namedata') || cell('name')
  if (!name) return {line, reason: 'no NameData; give the actor a name'}
  const org = cell('org')
  const kind = cell('kind') || kindByOrg[org] || settings.fallbackKind
  if (!kind) return {line, reason: `Org is "${org}"; it is 1 to 4 in UCDP's list, or give --kind`}
  const government = /^Government of (.+)$/.exec(name)?.[1]
  const place = cell('location') || government || ''
  // "Mali, Niger": a group of several countries is no one country's.
  const places = place.split(/, (?![^(]*\))/)
  const country = places.length === 1 && place ? settings.countries.codeOf(place.replace(/ \(.*\)$/, '')) : ''
  if (country === null && government)
    return {line, reason: `country "${place}" is not known; add it to codebook/country-names.csv`}
  const names = nameColumns.map(cell).flatMap(form => form.split('; '))
  return {
    line,
    actor: {
      id: government && country ? `government-${country.toLowerCase()}` : idOf(name),
      name: name.replace(/ \(.*\)$/, ''),
      kind,
      country: country ?? '',
      aliases: [...new Set(names.map(form => form.replaceAll(';', ',').trim()))].filter(
        form => form.length > 1 && form !== name
      ),
      founded: '',
      dissolved: '',
      checked: cell('checked')
    },
    ties: []
  }
}
