import assert from 'node:assert/strict'
import test from 'node:test'
import {lemmatizerOf} from '../../src/annotate/lemmatizer.ts'
import {treeRepairer} from '../../src/annotate/tree-repairs.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'

const {codebook, models} = loadKnowledge()
const repaired = treeRepairer(codebook, lemmatizerOf({codebook, models}))

/** Words as "form tag head relation", heads counted from 1; persons by their numbers. Gives "form head relation". */
function repair(rows: string, persons: readonly number[] = []): string[] {
  const cells = rows
    .trim()
    .split('\n')
    .map(row => row.trim().split(/\s+/))
  const labels = cells.map((_, i) =>
    persons.includes(i + 1) ? (persons.includes(i) ? 'I-PER' : 'B-PER') : 'O'
  )
  const {heads, relations} = repaired(
    cells.map(([form]) => form!),
    {
      tags: cells.map(([, tag]) => tag!),
      heads: cells.map(([, , head]) => Number(head)),
      relations: cells.map(([, , , relation]) => relation!),
      labels: {uner: labels}
    }
  )
  return cells.map(([form], i) => `${form} ${heads[i]} ${relations[i]}`)
}

test('a participle with an object of its own behind a noun is a past tense, said by whoever follows', () => {
  const tree = repair(`
    forces   NNS|NOUN 5 nsubj
    deployed VBN|VERB 1 acl
    trucks   NNS|NOUN 2 obj
    sources  NNS|NOUN 5 nsubj
    said     VBD|VERB 0 root`)
  assert.deepEqual(tree, [
    'forces 2 nsubj',
    'deployed 5 ccomp',
    'trucks 2 obj',
    'sources 5 nsubj',
    'said 0 root'
  ])
})

test('a participle that may have an object, and one without, stay what they are', () => {
  const called = `
    town   NN|NOUN   4 nsubj
    called VBN|VERB  1 acl
    Oru    NNP|PROPN 2 obj
    burned VBD|VERB  0 root`
  assert.deepEqual(repair(called)[1], 'called 1 acl')
  const wounded = `
    men     NNS|NOUN 3 nsubj
    wounded VBN|VERB 1 acl
    left    VBD|VERB 0 root`
  assert.deepEqual(repair(wounded)[1], 'wounded 1 acl')
})

test('the words of a person hang together, and where they are met is not who they are', () => {
  const tree = repair(
    `
    Amani NNP|PROPN 3 nsubj
    Juma  NNP|PROPN 3 nsubj
    met   VBD|VERB  0 root
    Sara  NNP|PROPN 3 obj
    in    IN|ADP    6 case
    Oru   NNP|PROPN 4 nmod`,
    [1, 2, 4]
  )
  assert.deepEqual(tree, [
    'Amani 3 nsubj',
    'Juma 1 flat',
    'met 0 root',
    'Sara 3 obj',
    'in 6 case',
    'Oru 3 obl'
  ])
})

test('an owner belongs to what it owns', () => {
  const tree = repair(`
    Salim  NNP|PROPN 4 nsubj
    's     POS|PART  1 case
    wife   NN|NOUN   4 nsubj
    stayed VBD|VERB  0 root`)
  assert.equal(tree[0], 'Salim 3 nmod:poss')
})

test('both things that are said are said, and whoever is seen does it', () => {
  const said = repair(`
    Troops  NNS|NOUN 2 nsubj
    came    VBD|VERB 7 ccomp
    and     CC|CCONJ 5 cc
    guards  NNS|NOUN 5 nsubj
    fled    VBD|VERB 7 ccomp
    sources NNS|NOUN 7 nsubj
    said    VBD|VERB 0 root`)
  assert.equal(said[4], 'fled 2 conj')
  const seen = repair(`
    Reporters NNS|NOUN 2 nsubj
    saw       VBD|VERB 0 root
    guards    NNS|NOUN 2 obj
    firing    VBG|VERB 2 advcl`)
  assert.equal(seen[3], 'firing 3 acl')
})

test('of two who seem to say it, the first did it; a noun behind "after" is the subject of what follows', () => {
  const said = repair(`
    forces  NNS|NOUN 5 nsubj
    sent    VBD|VERB 5 ccomp
    trucks  NNS|NOUN 2 obj
    sources NNS|NOUN 5 nsubj
    said    VBD|VERB 0 root`)
  assert.equal(said[0], 'forces 2 nsubj')
  const after = repair(`
    It       PRP|PRON 2 nsubj
    worsened VBD|VERB 0 root
    after    IN|ADP   4 case
    farmers  NNS|NOUN 2 obl
    threw    VBD|VERB 2 advcl
    bricks   NNS|NOUN 5 obj`)
  assert.deepEqual(after.slice(2, 4), ['after 5 mark', 'farmers 5 nsubj'])
})

test('a tree without fault stays as it is', () => {
  const rows = `
    Gunmen   NNS|NOUN 2 nsubj
    attacked VBD|VERB 0 root
    a        DT|DET   4 det
    bus      NN|NOUN  2 obj`
  assert.deepEqual(repair(rows), ['Gunmen 2 nsubj', 'attacked 0 root', 'a 4 det', 'bus 2 obj'])
})

test('a participle behind "and" does not stand before a number: it is a second verb', () => {
  const tree = repair(`
    bomb    NN|NOUN  2 nsubj
    killed  VBD|VERB 0 root
    three   CD|NUM   4 nummod
    people  NNS|NOUN 2 obj
    and     CC|CCONJ 8 cc
    wounded VBN|VERB 8 amod
    17      CD|NUM   8 nummod
    others  NNS|NOUN 4 conj`)
  assert.deepEqual(tree.slice(4), ['and 6 cc', 'wounded 2 conj', '17 8 nummod', 'others 6 obj'])
})

test('without a number it may be one', () => {
  const tree = repair(`
    They    PRP|PRON 2 nsubj
    carried VBD|VERB 0 root
    dead    JJ|ADJ   4 amod
    men     NNS|NOUN 2 obj
    and     CC|CCONJ 7 cc
    wounded VBN|VERB 7 amod
    women   NNS|NOUN 4 conj`)
  assert.deepEqual(tree.slice(4), ['and 7 cc', 'wounded 7 amod', 'women 4 conj'])
})

test('a participle with a counted object behind what is said to have done it is the verb', () => {
  const tree = repair(`
    Police   NNS|NOUN 2 nsubj
    said     VBD|VERB 0 root
    a        DT|DET   4 det
    bomb     NN|NOUN  2 obj
    wounded  VBN|VERB 4 acl
    four     CD|NUM   7 nummod
    men      NNS|NOUN 5 obj`)
  assert.deepEqual(tree.slice(3, 5), ['bomb 5 nsubj', 'wounded 2 ccomp'])
})

test('people counted as injured stay the object, whoever they were', () => {
  const tree = repair(`
    Doctors   NNS|NOUN 2 nsubj
    counted   VBD|VERB 0 root
    40        CD|NUM   4 nummod
    people    NNS|NOUN 2 obj
    injured   VBN|VERB 4 acl
    :         :|PUNCT  5 punct
    20        CD|NUM   8 nummod
    miners    NNS|NOUN 5 obj`)
  assert.deepEqual(tree.slice(3, 5), ['people 2 obj', 'injured 4 acl'])
})

test('a number behind "at least" counts an object, and whoever stands before the verb acts', () => {
  const tree = repair(`
    Guards   NNS|NOUN 2 nsubj:pass
    arrested VBN|VERB 0 root
    at       IN|ADP   4 case
    least    JJS|ADJ  5 nmod
    16       CD|NUM   6 nummod
    weavers  NNS|NOUN 2 obl`)
  assert.deepEqual(tree.slice(0, 2), ['Guards 2 nsubj', 'arrested 0 root'])
  assert.equal(tree.at(-1), 'weavers 2 obj')
})

test('a number of hours, and people behind a preposition, are no object', () => {
  const hours = repair(`
    Guards NNS|NOUN 2 nsubj:pass
    waited VBN|VERB 0 root
    at     IN|ADP   4 case
    least  JJS|ADJ  5 nmod
    16     CD|NUM   6 nummod
    hours  NNS|NOUN 2 obl`)
  assert.equal(hours.at(-1), 'hours 2 obl')
  const behind = repair(`
    Guards  NNS|NOUN 2 nsubj:pass
    hurt    VBN|VERB 0 root
    by      IN|ADP   5 case
    16      CD|NUM   5 nummod
    weavers NNS|NOUN 2 obl`)
  assert.equal(behind.at(-1), 'weavers 2 obl')
})

test('a sit-in is one object of the verb before it', () => {
  const tree = repair(`
    Weavers NNS|NOUN 2 nsubj
    staged  VBD|VERB 0 root
    a       DT|DET   4 det
    sit     NN|NOUN  6 compound
    -       HYPH|PUNCT 4 punct
    in      RB|ADV   8 case
    at      IN|ADP   8 case
    noon    NN|NOUN  2 obl`)
  assert.deepEqual(tree.slice(2, 6), ['a 4 det', 'sit 2 obj', '- 4 punct', 'in 4 compound'])
})

test('what hangs on a noun without a subject of its own is a participle', () => {
  const {tags} = repaired(['Doctors', 'counted', '40', 'injured'], {
    tags: ['NNS|NOUN', 'VBD|VERB', 'CD|NUM', 'VBD|VERB'],
    heads: [2, 0, 2, 3],
    relations: ['nsubj', 'root', 'obj', 'acl'],
    labels: {uner: ['O', 'O', 'O', 'O']}
  })
  assert.equal(tags[3], 'VBN|VERB')
})

test('between "had" and a bare noun a participle is the verb of a perfect', () => {
  const tree = repair(`
    army     NN|NOUN 2 nsubj
    said     VBD|VERB 0 root
    it       PRP|PRON 4 nsubj
    had      VBD|AUX 2 ccomp
    regained VBN|VERB 6 amod
    control  NN|NOUN 4 obj`)
  assert.deepEqual(tree, [
    'army 2 nsubj',
    'said 0 root',
    'it 5 nsubj',
    'had 5 aux',
    'regained 2 ccomp',
    'control 5 obj'
  ])
})

test('an adjective between "had" and a noun stays one', () => {
  const tree = repair(`
    it      PRP|PRON 2 nsubj
    had     VBD|VERB 0 root
    limited JJ|ADJ 4 amod
    control NN|NOUN 2 obj`)
  assert.deepEqual(tree, ['it 2 nsubj', 'had 0 root', 'limited 4 amod', 'control 2 obj'])
})
