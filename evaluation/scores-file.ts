/** Keeps the table of figures in SCORES.md: one row a suite and split, with the commit and day of the run. */
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'

const path = new URL('SCORES.md', import.meta.url)
const opening = '<!-- rows: dateline eval -->'

export function writeScore(suite: string, splits: readonly string[], folds: number, figures: object): void {
  const key = `| ${suite} | ${splits.join(', ')}${folds ? `, ${folds} folds` : ''} |`
  const row = `${key} ${summary(figures)} | ${commit()} |`
  const lines = readFileSync(path, 'utf8').split('\n')
  const at = lines.indexOf(opening)
  if (at < 0) throw new Error(`evaluation/SCORES.md has no line "${opening}"; put it above the table`)
  const known = lines.findIndex((line, i) => i > at && line.startsWith(key))
  if (known >= 0) lines[known] = row
  else {
    let end = at + 3
    while (lines[end]?.startsWith('|')) end++
    lines.splice(end, 0, row)
  }
  writeFileSync(path, lines.join('\n'))
}

/** Figures of the first two levels, in words: "ewt-dev: upos 95.5, uas 86.4". */
function summary(figures: object): string {
  return Object.entries(figures)
    .map(([name, value]) => {
      if (typeof value !== 'object' || value === null) return `${name} ${value}`
      const parts = inner(value)
      return parts && `${name}: ${parts}`
    })
    .filter(Boolean)
    .join('; ')
}

function inner(figures: object): string {
  return Object.entries(figures)
    .map(([name, value]: [string, unknown]) => {
      if (typeof value === 'number') return `${name} ${value}`
      const {f1, p95} = value as {readonly f1?: number; readonly p95?: number}
      return f1 !== undefined ? `${name} F1 ${f1}` : p95 !== undefined ? `${name} p95 ${p95}` : ''
    })
    .filter(Boolean)
    .join(', ')
}

function commit(): string {
  try {
    const run = (...command: string[]) => execFileSync('git', command, {encoding: 'utf8'}).trim()
    return `${run('rev-parse', '--short', 'HEAD')}${run('status', '--porcelain', '--untracked-files=no') ? '+' : ''}, ${run('log', '-1', '--format=%cs')}`
  } catch {
    return ''
  }
}
