/** What was imported and what is loaded, in words. */
import type {FileInfo, GazetteerInfo} from '../../workflows/gazetteer-info.ts'
import type {ImportSummary} from '../../workflows/import-places.ts'

export function printImport(
  {path, version, places, names, bytes, files}: ImportSummary,
  seconds: number,
  dryRun: boolean
): string {
  const lines = files.map(
    ({path: file, form, rows, kept, leftOut, refused}) =>
      `${file} (${form}): ${number(rows)} lines: ${number(kept)} kept, ${number(leftOut)} left out, ${number(refused)} refused`
  )
  const what = `${number(places)} places, ${number(names)} names, ${megabytes(bytes)}, ${seconds.toFixed(1)} s`
  return `${lines.join('\n')}\n${dryRun ? `Would write ${path}` : `${path} (version ${version})`}: ${what}.\n`
}

export function printInfo({version, files}: GazetteerInfo): string {
  return `Version ${version}\n\n${files.map(printFile).join('\n')}`
}

function printFile({path, bytes, version, places, names, kinds, countries, sources}: FileInfo): string {
  const largest = Object.entries(countries).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const most = largest.slice(0, 8).map(([country, count]) => `${country} ${number(count)}`)
  const lines = [
    `${path}`,
    `  version    ${version}, ${megabytes(bytes)}`,
    `  places     ${number(places)}, ${number(names)} names`,
    `  kinds      ${Object.entries(kinds)
      .map(([kind, count]) => `${kind} ${number(count)}`)
      .join(', ')}`,
    `  countries  ${largest.length}: ${most.join(', ')}${largest.length > most.length ? ' ...' : ''}`,
    ...sources.flatMap(({name, licence, attribution, file}) => [
      `  source     ${name} (${licence}): "${attribution}"`,
      ...(file ? [`             ${file.name}, ${number(file.bytes)} bytes, SHA-256 ${file.sha256}`] : [])
    ])
  ]
  return `${lines.join('\n')}\n`
}

const number = (count: number) => count.toLocaleString('en')
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
