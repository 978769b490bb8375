import assert from 'node:assert/strict'
import test from 'node:test'
import {lintActors} from '../../src/codebook/actor-lint.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {withActors} from './actor-files.ts'

const knowledge = loadKnowledge()
const two = ['a,A Front,rebel-group,ML,,2012,2016,', 'b,B Front,rebel-group,ML,,,,']
const findings = (actors: readonly string[], affiliations: readonly string[] = []) =>
  lintActors({codebook: withActors(actors, affiliations), models: knowledge.models}).map(
    ({severity, path, line, message}) => `${severity} ${path}:${line} ${message}`
  )
const only = (found: readonly string[], words: RegExp) => {
  assert.equal(found.length, 1, found.join('\n'))
  assert.match(found[0]!, words)
}

test('the registry of the codebook has no error', () => {
  assert.deepEqual(
    lintActors(knowledge).filter(({severity}) => severity === 'error'),
    []
  )
})

test('finds a circle on days that meet', () => {
  only(
    findings(two, ['a,part-of,b,2013,2014,', 'b,part-of,a,2014,2015,']),
    /^error codebook\/affiliations\/test\.csv:2 a circle: a -> b -> a/
  )
})

test('lets be what belonged one way before and the other way after, and an alliance led by its member', () => {
  assert.deepEqual(findings(two, ['a,part-of,b,2013,2013,', 'b,part-of,a,2014,2015,']), [])
  assert.deepEqual(findings(two, ['a,part-of,b,2013,2014,', 'b,led-by,a,2013,2014,']), [])
})

test('finds one affiliation told twice for the same days', () => {
  only(
    findings(two, ['a,allied,b,2013,2014,', 'a,allied,b,2014-06,2015,']),
    /^error .*:3 its days overlap those of codebook\/affiliations\/test\.csv:2/
  )
  assert.deepEqual(findings(two, ['a,allied,b,2013,2013,', 'a,allied,b,2014-06,2015,']), [])
})

test('finds ids that no row has, and says which are near', () => {
  only(findings(two, ['a,allied,c-front,2013,2014,']), /no actor has the id "c-front"; add it to actors\//)
  assert.deepEqual(findings(two, ['a,allied,police-ml,2013,2014,']), [])
})

test('finds a name that two bodies of one country share, unless they lived at different times', () => {
  only(
    findings(['a,A Front,party,ML,Front of All,,,', 'b,B Front,party,ML,front of all,,,']),
    /^error .*:3 "front of all" is also a name of "a"/
  )
  assert.deepEqual(findings(['a,A Front,party,ML,Front of All,,,', 'b,B Front,party,NE,Front of All,,,']), [])
  assert.deepEqual(
    findings(['a,A Front,party,ML,Front of All,,1999,', 'b,B Front,party,ML,Front of All,2004,,']),
    []
  )
})

test('warns of an end left open, of a tie outside the life of a body, of ties without a first day, of ordinary words', () => {
  only(findings(two, ['a,allied,b,2013,,']), /^warning .*"until" is empty, and "a" was dissolved in 2016/)
  only(findings(two, ['a,allied,b,2018,2019,']), /^warning .*outside the life of "a"/)
  only(findings(two, ['a,allied,b,,2015,']), /^warning .*1 affiliation has no first day/)
  only(findings(['a,Movement,organiser,ML,,,,']), /^warning .*"Movement" is an ordinary word/)
})

test('tells the mistakes of cells first, all of them', () => {
  const found = findings(['a,A Front,rebels,ML,,,,', 'b,B Front,party,Mali,,,,'])
  assert.equal(found.length, 2)
})
