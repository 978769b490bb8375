/**
 * Reads the answer of a query to Wikidata as actors: one item may fill several rows.
 *
 * Columns, in any order: itemLabel; and as far as the query asked for them item,
 * itemAltLabel, iso or countryLabel, kind or typeLabel or instanceLabel,
 * inception, dissolved, ownerLabel, parentLabel, checked. A date of 1 January
 * is kept as its year: Wikidata writes years so.
 */
import {type Candidate, type Converted, type ImportSettings, idOf, type Refusal} from './actor-candidates.ts'
import type {ForeignRow, ForeignTable} from './foreign-csv.ts'

const kindColumns = ['kind', 'typelabel', 'instancelabel', 'instanceoflabel', 'classlabel']

export function wikidataActors({rows}: ForeignTable, settings: ImportSettings): Converted {
  const refused: Refusal[] = []
  const candidates: Candidate[] = []
  const items = Map.groupBy(
    rows,
    ({cells, line}) => cells.get('item') || cells.get('itemlabel') || String(line)
  )
  for (const own of items.values()) {
    const found = candidateOf(own, settings)
    if ('reason' in found) refused.push(found)
    else candidates.push(found)
  }
  return {candidates, refused}
}

function candidateOf(rows: readonly ForeignRow[], settings: ImportSettings): Candidate | Refusal {
  const {line} = rows[0]!
  const all = (column: string) => [...new Set(rows.map(({cells}) => cells.get(column) ?? '').filter(Boolean))]
  const first = (...columns: string[]) => columns.flatMap(all)[0] ?? ''
  const name = first('itemlabel')
  if (rows.some(({isTooLong}) => isTooLong))
    return {line, reason: 'more cells than the header has; quote cells that hold a comma'}
  // The label service gives the number where there is no label.
  if (!name || /^Q\d+$/.test(name))
    return {line, reason: 'no label in this language; give it a name or leave it out'}
  const types = kindColumns.flatMap(all)
  const kinds = types.flatMap(type => settings.kindOf(type) ?? [])
  if (kinds.includes('person')) return {line, reason: `"${name}" is a person; actors are groups and bodies`}
  const kind = kinds[0] ?? settings.fallbackKind
  if (!kind)
    return {
      line,
      reason: `no kind for "${name}"${types.length ? ` in "${types.join(', ')}"` : ''}; add a column "kind", or give --kind`
    }
  const place = first('iso', 'countrycode', 'country', 'countrylabel').replace(/^.*\/entity\/Q\d+$/, '')
  const code = place || first('countrylabel')
  const country = code ? countryOf(code, settings) : ''
  if (country === null)
    return {line, reason: `country "${code}" is not known; write a code of ISO 3166-1 in a column "iso"`}
  const aliases = [...all('itemaltlabel'), ...all('altlabel'), ...all('aliases')].flatMap(labels =>
    labels.split(/[;,] ?/)
  )
  return {
    line,
    actor: {
      id: idOf(name),
      name: name.replace(/ \(.*\)$/, ''),
      kind,
      country,
      aliases: [...new Set(aliases.map(alias => alias.trim()))].filter(
        alias => alias.length > 1 && alias !== name
      ),
      founded: partialDate(first('inception', 'founded')),
      dissolved: partialDate(first('dissolved', 'dissolution')),
      checked: first('checked')
    },
    ties: [
      ...all('ownerlabel').map(owner => ({relation: 'owned-by' as const, name: owner})),
      ...[...all('parentlabel'), ...all('partoflabel')].map(parent => ({
        relation: 'part-of' as const,
        name: parent
      }))
    ]
  }
}

function countryOf(text: string, {countries}: ImportSettings): string | null {
  const code = text.toUpperCase()
  return countries.isCode(code) ? code : countries.codeOf(text)
}

/** "1985-02-16T00:00:00Z" is that day, "1985-01-01T00:00:00Z" the year. */
function partialDate(text: string): string {
  const [day] = /^\d{4}(?:-\d\d){0,2}/.exec(text) ?? ['']
  return day.replace(/-01-01$/, '')
}
