/** Reports as lines of JSON, and a coder that knows them by their first sentence: quick, and the same in every process. */
import type {CodedReport} from '../../src/model/contract.ts'
import type {Report} from '../../src/model/report.ts'
import {codedReport} from '../coded-report.ts'

const towns = ['Kano', 'Jos', 'Goma', 'Oruro', 'Basra']

/** Different ones, of few towns and days. `mark`: what stands before the first sentence of some. */
export function plainLines(count: number, mark: (i: number) => string = () => ''): string {
  const lines = Array.from({length: count}, (_, i) => {
    const publishedOn = `2024-03-${String(1 + (i % 9)).padStart(2, '0')}`
    const town = towns[i % towns.length]!
    const {text} = codedReport({before: `${mark(i)}Report ${i}. `, town}).report
    return `${JSON.stringify({outlet: `Outlet ${i % 7}`, publishedOn, text})}\n`
  })
  return lines.join('')
}

export function codePlain(report: Report): CodedReport {
  const [before, town] = /^(.*?)Gunmen attacked a bus near (\w+)/s.exec(report.text)!.slice(1) as [
    string,
    string
  ]
  const {id, sha256, publishedOn} = report
  const coded = codedReport({id, before, town, outlet: report.outlet!, publishedOn: publishedOn!})
  return {...coded, report: {...coded.report, sha256}}
}
