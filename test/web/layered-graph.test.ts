import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {columnsOf, layoutOf, mostLetters, shortened} from '../../web/src/parts/layered-graph.ts'

const graph = fc.record({
  columns: fc.array(fc.nat(4), {minLength: 1, maxLength: 30}),
  ties: fc.array(fc.tuple(fc.nat(29), fc.nat(29)), {maxLength: 60})
})

test('no two nodes and no passing line stand on each other, and the same graph is drawn the same', () => {
  fc.assert(
    fc.property(graph, ({columns, ties}) => {
      const nodes = columns.map((column, i) => ({id: `n${i}`, label: `Outlet number ${i}`, column}))
      const edges = ties
        .filter(([a, b]) => a !== b && a < nodes.length && b < nodes.length)
        .map(([a, b]) => ({from: `n${a}`, to: `n${b}`}))
      const {places, width, height, bends} = layoutOf(nodes, edges)
      assert.deepEqual(layoutOf(nodes, edges), {places, width, height, bends})
      const all = [...places.values()]
      for (const {x, y, width: own} of all)
        assert.ok(x >= 0 && y >= 0 && x + own <= width && y <= height, `${x} ${y} of ${width} ${height}`)
      assert.equal(new Set(all.map(({x, y}) => `${x} ${y}`)).size, all.length)
      for (const [i, {from, to}] of edges.entries()) {
        const [a, b] = [from, to].map(id => nodes.find(node => node.id === id)!.column)
        assert.equal(bends[i]!.length, Math.max(0, Math.abs(a! - b!) - 1))
      }
    }),
    {numRuns: 200, seed: 7}
  )
})

test('what depends stands behind what it depends on, and a circle ends', () => {
  const columns = columnsOf(
    ['a', 'b', 'c', 'd'],
    [
      {from: 'c', to: 'b'},
      {from: 'b', to: 'a'},
      {from: 'a', to: 'c'},
      {from: 'd', to: 'c'}
    ]
  )
  assert.equal(columns.size, 4)
  assert.ok(columns.get('d')! > columns.get('c')!)
})

test('a long name is cut, by letters and not by halves of them', () => {
  assert.equal(shortened('Radio Oru'), 'Radio Oru')
  assert.equal([...shortened('😀'.repeat(50))].length, mostLetters)
})
