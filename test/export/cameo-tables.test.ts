/** Rows of the shape of Phoenix and of GDELT's events. */
import assert from 'node:assert/strict'
import {test} from 'node:test'
import {loadOwnCodebook} from '../../src/codebook/load.ts'
import {createFormats} from '../../src/export/formats.ts'
import type {LinkedIncident} from '../../src/model/assessment.ts'
import {eachOf, madeUpIncident, settingOf} from './made-up-incident.ts'

const formats = createFormats(loadOwnCodebook())

async function cellsOf(id: string, ...incidents: readonly LinkedIncident[]): Promise<string[][]> {
  const pieces = formats.find(known => known.id === id)!.write(eachOf(incidents), settingOf('dateline'))
  const lines: string[] = []
  for await (const piece of pieces) lines.push(...`${piece}`.split('\n').filter(Boolean))
  return lines.map(line => line.split('\t'))
}
const filled = (cells: readonly string[]) => cells.flatMap((cell, i) => (cell ? [[i + 1, cell]] : []))
const {codings, place, reports} = madeUpIncident()

test('Phoenix: one incident', async () => {
  const [cells] = await cellsOf('phoenix-tsv', madeUpIncident())
  assert.deepEqual(filled(cells!), [
    ...[
      [1, '00000000abcd'],
      [2, '20240506'],
      [3, '2024'],
      [4, '05'],
      [5, '06']
    ],
    ...[
      [10, 'REB'],
      [12, 'REB'],
      [14, '193'],
      [15, '19'],
      [16, '4'],
      [17, '-10']
    ],
    ...[
      [19, '5.6015432'],
      [20, '27.4754321'],
      [21, 'Tambura'],
      [22, 'Western Equatoria'],
      [23, 'SS']
    ],
    ...[
      [25, 'https://outlet.example/1'],
      [26, 'The River, Post']
    ]
  ])
})

test('GDELT: one incident', async () => {
  const [cells] = await cellsOf('gdelt-tsv', madeUpIncident())
  assert.deepEqual(filled(cells!), [
    ...[
      [1, '43981'],
      [2, '20240506'],
      [3, '202405'],
      [4, '2024'],
      [5, '2024.3452']
    ],
    ...[
      [7, 'soldiers'],
      [16, 'REB'],
      [17, 'River Front'],
      [23, 'REB']
    ],
    ...[
      [27, '193'],
      [28, '193'],
      [29, '19'],
      [30, '4'],
      [32, '0'],
      [33, '1'],
      [34, '1']
    ],
    ...[
      [52, '4'],
      [53, 'Tambura, Western Equatoria, South Sudan'],
      [57, '5.6015432'],
      [58, '27.4754321']
    ],
    [61, 'https://outlet.example/1']
  ])
})

test('nothing in a cell breaks the row, nor is a formula to a spreadsheet', async () => {
  const [cells] = await cellsOf(
    'phoenix-tsv',
    madeUpIncident({
      place: {...place!, name: 'One\ttwo\r\nthree'},
      reports: [{...reports[0]!, outlet: '=1+1', url: 'https://outlet.example/a;b'}]
    })
  )
  assert.deepEqual(
    [cells!.length, cells![20], cells!.slice(24)],
    [26, 'One two three', ['https://outlet.example/a%3Bb', "'=1+1"]]
  )
})

test('what CAMEO has no code for has no row', async () => {
  const uncoded = madeUpIncident({codings: {...codings, cameo: null}})
  assert.deepEqual([await cellsOf('phoenix-tsv', uncoded), await cellsOf('gdelt-tsv', uncoded)], [[], []])
})
