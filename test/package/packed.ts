/** What the package holds, without building the page and the gazetteer again: a folder with what `npm pack` would put in. */
import {execFileSync} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'

export interface Manifest {
  readonly files: readonly string[]
  readonly bin: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

/** Compiles without looking for mistakes, which the check does. Scripts are taken out: they would build all anew. */
export function staged(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-package-'))
  const {scripts: _scripts, ...manifest} = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  for (const config of ['tsconfig.dist.json', 'tsconfig.types.json'])
    execFileSync('node_modules/.bin/tsc', ['-p', config, '--noCheck', '--outDir', join(folder, 'dist')])
  const listed = (manifest as Manifest).files.filter(path => !/^(!|dist\/)/.test(path))
  for (const path of ['README.md', 'LICENSE', ...listed]) {
    const [whole] = path.split('/*') as [string]
    mkdirSync(dirname(join(folder, whole)), {recursive: true})
    cpSync(whole, join(folder, whole), {recursive: true})
  }
  return folder
}

/** Paths of what would be packed. */
export function packedFiles(folder: string): string[] {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const printed = JSON.parse(execFileSync('npm', args, {cwd: folder, encoding: 'utf8', stdio: 'pipe'}))
  // A list until npm 11, by name of the package from then on.
  const [{files}] = Object.values(printed) as [{files: {path: string}[]}]
  return files.map(({path}) => path)
}
