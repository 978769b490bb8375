/**
 * The big list of naughty strings as titles, outlets, URLs and texts: kept in a store of its own, they must come back the same.
 *
 * Blanks alone are no text, title or name; NUL and halves of letters no database keeps: these are refused with a reason.
 */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {only, readLines} from '../src/fetch/read-bytes.ts'
import type {CodedReport} from '../src/model/contract.ts'
import {createCoder} from '../src/workflows/code.ts'
import {ingest} from '../src/workflows/ingest.ts'
import {createLinker} from '../src/workflows/link.ts'
import {openStore} from '../src/workflows/open-store.ts'
import {verify} from '../src/workflows/verify.ts'
import type {Told} from './badinput-feeds.ts'

interface Given {
  readonly title: string
  readonly outlet: string
  readonly url: string
  readonly text: string
}

export async function keepStrings(strings: readonly string[], knowledge: Knowledge, tell: Told) {
  const given = strings.flatMap(naughty => [
    {title: naughty, outlet: naughty, url: naughty, text: naughty},
    {
      title: naughty,
      outlet: naughty,
      url: naughty,
      text: `Gunmen killed two people in Kano on Monday.\n\n${naughty}\n\n“${naughty}” said police.`
    }
  ])
  const folder = mkdtempSync(join(tmpdir(), 'dateline-strings-'))
  const store = await openStore(join(folder, 'store'))
  try {
    const bytes = Buffer.from(given.map(report => `${JSON.stringify(report)}\n`).join(''))
    const refused: string[] = []
    let skipped = 0
    const summary = await ingest(readLines('blns.jsonl', only(bytes)) as Parameters<typeof ingest>[0], {
      store,
      coder: createCoder(knowledge),
      link: createLinker(knowledge.codebook),
      onItem: ({origin, state, reason}) => {
        if (state === 'failed') refused.push(`${origin} ${reason}`)
        if (state === 'skipped') skipped++
      }
    })
    const kept = new Map<string, CodedReport>()
    for await (const reports of store.everyReport(200))
      for (const coded of reports) kept.set(keyOf(coded.report.text, coded.report.url), coded)
    let same = 0
    const isRefused = new Set(refused.map(line => Number(/:(\d+) /.exec(line)?.[1]) - 1))
    for (const [i, report] of given.entries()) {
      if (isRefused.has(i)) continue
      const coded = kept.get(keyOf(report.text, present(report.url)))
      const isSame = coded !== undefined && sameReport(coded, report)
      same += Number(isSame)
      if (!isSame) tell({given: report, kept: coded?.report ?? null})
    }
    let faults = 0
    for await (const fault of verify(store)) {
      faults++
      tell(fault)
    }
    for (const line of refused) tell({refused: line})
    return {
      given: given.length,
      same,
      refused: refused.length,
      twice: skipped,
      items: summary.items,
      incidents: summary.incidents,
      faults
    }
  } finally {
    await store.close()
    rmSync(folder, {recursive: true, force: true})
  }
}

const keyOf = (text: string, url: string | null) => JSON.stringify([text, url])

/** A name of blanks alone is none. */
const present = (value: string) => (value.trim() === '' ? null : value)

function sameReport({report}: CodedReport, given: Given): boolean {
  return (
    report.text === given.text &&
    report.url === present(given.url) &&
    (present(given.title) === null || report.title === given.title) &&
    (present(given.outlet) === null || report.outlet?.name === given.outlet)
  )
}
