/** Dossiers of a store, as the export writes them. */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseHTML} from 'linkedom'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import type {Store} from '../../src/store/store.ts'
import {createExporter, type Wish} from '../../src/workflows/export.ts'

export const exporter = createExporter(loadOwnCodebook())

/** `ids`: all incidents, where they are left out. */
export async function dossierOf(
  store: Store,
  {ids, ...wish}: Partial<Wish> & {readonly ids?: readonly string[]} = {}
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-dossier-'))
  try {
    const file = join(folder, 'dossier.html')
    const format = exporter.formatOf('dossier')
    await exporter.exportTo(
      store,
      file,
      {format, redacted: false, filter: ids ? {ids} : {}, ...wish},
      {now: () => new Date('2024-03-08T12:00:00Z')}
    )
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** The document, with `all`: the texts of what a selector finds. */
export function read(html: string) {
  const {document} = parseHTML(html)
  return {
    document,
    all: (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map(({textContent}) => textContent ?? '')
  }
}
