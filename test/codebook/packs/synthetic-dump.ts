/** Writes a dump in the form of GeoNames with invented places, of any length: the same seed gives the same bytes. */
import {closeSync, openSync, writeSync} from 'node:fs'

const syllables = [
  'ba',
  'dor',
  'kel',
  'mir',
  'na',
  'os',
  'quar',
  'ri',
  'su',
  'tan',
  'ul',
  'vek',
  'wa',
  'yam',
  'zor',
  'ghi'
]
const letters = [
  'با',
  'دور',
  'كل',
  'مير',
  'نا',
  'اوس',
  'قار',
  'ري',
  'سو',
  'تان',
  'ول',
  'فك',
  'وا',
  'يام',
  'زور',
  'غي'
]
const features = ['P\tPPL', 'P\tPPL', 'P\tPPL', 'P\tPPLA2', 'H\tSTM', 'T\tMT', 'S\tAIRP', 'A\tADM3']

export function writeDump(path: string, rows: number, seed: number): void {
  const random = randomFrom(seed)
  writeLines(path, rows, i => {
    const parts = Array.from({length: 3 + random(4)}, () => random(16))
    const name = parts.map(part => syllables[part]).join('')
    const title = `${name[0]!.toUpperCase()}${name.slice(1)}`
    const alternates = [`${title}a`, `Al ${title}`, parts.map(part => letters[part]).join('')]
    const country = `${'ABCDEFGHIJ'[random(10)]}${'KLMNOPQRST'[random(10)]}`
    const lat = (random(18_000_000) / 1e5 - 90).toFixed(5)
    const lon = (random(36_000_000) / 1e5 - 180).toFixed(5)
    const admin1 = String(1 + random(20)).padStart(2, '0')
    return `${i}\t${title}\t${title}\t${alternates.slice(0, random(4)).join(',')}\t${lat}\t${lon}\t${features[random(8)]}\t${country}\t\t${admin1}\t${admin1}${random(9)}\t\t\t${random(3) ? 0 : random(5000)}\t\t12\tEurope/Nowhere\t2020-01-01\n`
  })
}

/** Writes alternate names in the form of alternateNamesV2.txt, for the places of a dump of so many. */
export function writeAlternateNames(path: string, rows: number, places: number, seed: number): void {
  const random = randomFrom(seed)
  writeLines(path, rows, i => {
    const name = Array.from({length: 3 + random(4)}, () => letters[random(16)]).join('')
    return `${i}\t${1 + random(places)}\tar\t${name}\t\t\t\t\t\t\n`
  })
}

function writeLines(path: string, rows: number, lineOf: (row: number) => string): void {
  const file = openSync(path, 'w')
  let lines: string[] = []
  for (let i = 1; i <= rows; i++) {
    lines.push(lineOf(i))
    if (lines.length < 10_000 && i < rows) continue
    writeSync(file, lines.join(''))
    lines = []
  }
  closeSync(file)
}

/** Whole numbers below a bound, by the linear congruential generator of Numerical Recipes. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
