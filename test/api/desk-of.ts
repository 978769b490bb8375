/** What routes work with over a store, for tests: reports are coded in this thread, and nothing is made public unless it is said how. */
import assert from 'node:assert/strict'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Desk} from '../../src/api/desk.ts'
import type {Store} from '../../src/store/store.ts'
import type {ReportCoder} from '../../src/workflows/arrivals.ts'
import {createIntake} from '../../src/workflows/intake/intake.ts'

interface More extends Partial<Pick<Desk, 'viewer' | 'exporter'>> {
  readonly coder?: ReportCoder
}

export function deskOf(store: Store, linker: Desk['linker'], {coder, ...more}: More = {}): Desk {
  return {
    store,
    linker,
    viewer: () => assert.fail('nothing is published'),
    exporter: () => assert.fail('nothing is exported'),
    intake: createIntake({store, link: linker, own: {}, network: {}, coder}),
    installation: {target: mkdtempSync(join(tmpdir(), 'dateline-installed-')), own: {}},
    ...more
  }
}
