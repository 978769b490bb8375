/** Codes what it is given, dies of one text as a thread without memory does, and finds no end of another. */
import type {CodedReport} from '../../src/model/contract.ts'
import type {Report} from '../../src/model/report.ts'
import {codedReport} from '../coded-report.ts'

export default function codeReports(reports: readonly Report[]): CodedReport[] | Promise<CodedReport[]> {
  if (reports.some(({text}) => text === 'hang')) while (true);
  if (reports.every(({text}) => text !== 'die')) return reports.map(({id}) => codedReport({id}))
  setTimeout(() => {
    throw new Error('the thread died')
  })
  return new Promise(() => {})
}
