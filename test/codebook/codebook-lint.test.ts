import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import test from 'node:test'
import {Codebook} from '../../src/codebook/codebook.ts'
import {lintCodebook} from '../../src/codebook/codebook-lint.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {readExamples, readPatterns} from '../../src/workflows/check-codebook.ts'

const files = new Map(
  readdirSync('codebook', {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      return [path.replace(/^codebook\//, ''), readFileSync(path, 'utf8')]
    })
)

/** The codebook with one file changed. */
const changed = (path: string, change: (source: string) => string) =>
  new Codebook(new Map([...files, [path, change(files.get(path)!)]]))
const added = (path: string, line: string) => changed(path, source => `${source.trimEnd()}\n${line}\n`)
const mistakesIn = (codebook: Codebook) => lintCodebook(codebook).map(({message}) => message)
const lastLineOf = (path: string) => files.get(path)!.trimEnd().split('\n').length

const types = 'event-types.yaml'
/** Adds a type of our own, with what is given instead of what would be right. */
const withType = (own: Record<string, string>) => {
  const fields: Record<string, string> = {
    id: 'picnic',
    label: 'Picnic',
    family: 'context',
    rank: '0',
    definition: 'People eat on the grass.',
    triggers: '\n    - verb: picnic',
    examples: '\n    - They picnicked.',
    counterexamples: '\n    - They slept.',
    ...own
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return added(types, `\n- ${lines.join('\n  ')}`)
}
const first = lastLineOf(types) + 2
const noRows = /no row for the type "picnic"/

test('the codebook as it is has no mistake', () => {
  assert.deepEqual(mistakesIn(new Codebook(files)), [])
})

test('a field that no type has', () => {
  assert.deepEqual(mistakesIn(withType({defintion: 'x'})), [
    `codebook/${types}:${first + 11}: picnic: unknown field "defintion"; did you mean "definition"?`
  ])
})

test('a field of a trigger that no trigger has', () => {
  const [mistake] = mistakesIn(withType({triggers: '\n    - verb: picnic\n      objct: grass'}))
  assert.equal(
    mistake,
    `codebook/${types}:${first + 7}: picnic: unknown field "objct" in triggers.0; did you mean "object"?`
  )
})

test('a missing definition', () => {
  assert.deepEqual(mistakesIn(withType({definition: ''})), [
    `codebook/${types}:${first}: picnic: "definition" is missing; add it`
  ])
})

test('a type without examples', () => {
  assert.deepEqual(mistakesIn(withType({examples: '[]'})), [
    `codebook/${types}:${first + 7}: picnic: "examples" is empty; write one or more`
  ])
})

test('a rank out of range', () => {
  assert.match(mistakesIn(withType({rank: '12'}))[0]!, new RegExp(`:${first + 3}: picnic: "rank": .*<=9`))
})

test('two types of one id', () => {
  assert.deepEqual(mistakesIn(withType({id: 'coup'})), [
    `codebook/${types}:${first}: the id "coup" stands twice; join the two entries or rename one`
  ])
})

test('a type that excludes or belongs to one that is not there', () => {
  assert.match(
    mistakesIn(withType({broader: 'protset'}))[0]!,
    new RegExp(`:${first + 11}: picnic: no type has the id "protset"; did you mean "protest"\\?`)
  )
  assert.match(
    mistakesIn(withType({excludes: '\n    - what: x\n      use: rioot'}))[0]!,
    /picnic: no type has the id "rioot"; did you mean "riot"\?/
  )
})

test('a trigger that repeats one of another type, unless it is said which of them it is', () => {
  const triggers = '\n    - verb: mutiny'
  assert.match(
    mistakesIn(withType({triggers}))[0]!,
    /picnic: the trigger "mutiny" repeats that of coup on line \d+; take it out of one of them, or say under "excludes"/
  )
  const settled = mistakesIn(withType({triggers, excludes: '\n    - what: x\n      use: coup'}))
  assert.ok(settled.every(message => noRows.test(message)))
})

test('a trigger that stands twice in one type', () => {
  assert.match(
    mistakesIn(withType({triggers: '\n    - verb: picnic\n    - verb: dine, picnic'}))[0]!,
    new RegExp(`:${first + 7}: picnic: the trigger "picnic" repeats that of picnic on line ${first + 6}`)
  )
})

test('YAML that cannot be read', () => {
  const [mistake] = mistakesIn(changed(types, source => `${source}\n- id: [x\n`))
  assert.match(mistake!, /^codebook\/event-types\.yaml:\d+: /)
})

test('a type without a row in a table', () => {
  const mistakes = mistakesIn(withType({}))
  assert.equal(mistakes.length, 4)
  assert.ok(mistakes.every(message => noRows.test(message)))
  assert.match(mistakes[0]!, /^codebook\/codings\/acled\.csv:\d+: .*; add one, with "none"/)
})

test('a row of a table for a type that is not there', () => {
  assert.deepEqual(mistakesIn(added('codings/muc4.csv', 'x,bommbing,,,,ATTACK')), [
    `codebook/codings/muc4.csv:${lastLineOf('codings/muc4.csv') + 1}: x: no type "bommbing"; did you mean "bombing"?`
  ])
})

test('a mark that is not known', () => {
  assert.match(
    mistakesIn(added('codings/muc4.csv', 'x,*,,crwod,,ATTACK'))[0]!,
    /x: no mark "crwod"; did you mean "crowd"\?/
  )
})

test('a row that is never reached', () => {
  assert.match(
    mistakesIn(added('codings/ucdp.csv', 'x,coup,,lethal,,none'))[0]!,
    /x: never reached, for "coup" above takes every "coup"; put it before that/
  )
})

test('a code that CAMEO cannot have', () => {
  assert.match(
    mistakesIn(changed('codings/plover.csv', source => source.replace(/,170\n/, ',270\n')))[0]!,
    /cameo is "270"; write a code of three or four digits whose first two are a root, 01 to 20/
  )
})

test('a table with other columns', () => {
  const [mistake] = mistakesIn(
    changed('codings/muc4.csv', source => source.replace(',incident_type', ',kind'))
  )
  assert.match(mistake!, /^codebook\/codings\/muc4\.csv:\d+: the header is "[^"]*kind"; write id,type,words/)
})

test('rows of cues and hedges that are malformed', () => {
  const cues = 'lexicons/en/attribution-cues.csv'
  const hedges = 'lexicons/en/hedges.csv'
  const at = (path: string) => `codebook/${path}:${lastLineOf(path) + 1}`
  assert.deepEqual(mistakesIn(added(cues, 'x,x,verb,says,sure,affirmed')), [
    `${at(cues)}: certainty is "sure"; write one of certain, probable, possible, unstated`
  ])
  assert.deepEqual(mistakesIn(added(cues, 'x,,verb,says,certain,affirmed')), [
    `${at(cues)}: "form" is empty; write it, or take the line out`
  ])
  assert.deepEqual(mistakesIn(added(hedges, 'x,x,adverb,possible')), [
    `${at(hedges)}: 4 cells where the header has 5; list values with ";", not ","`
  ])
  assert.match(
    mistakesIn(added(cues, 'say,utter,verb,says,certain,affirmed'))[0]!,
    /the id "say" stands on line \d+ already; give this line another/
  )
})

test('a pattern with a field that none has', () => {
  const path = 'patterns/en/entities.yaml'
  const [mistake] = mistakesIn(
    changed(path, source => source.replace(/\n {2}gives:/, '\n  givs: x\n  gives:'))
  )
  assert.match(
    mistake!,
    /^codebook\/patterns\/en\/entities\.yaml:\d+: .*unknown field "givs"; did you mean "gives"\?/
  )
})

test('examples that tell nothing and counterexamples that tell it', () => {
  const knowledge = {
    ...loadKnowledge(),
    codebook: new Codebook(
      new Map([
        ...files,
        [
          types,
          files
            .get(types)!
            .replace(
              '    - Prices escalated over the winter.',
              '    - The standoff escalated over the winter.'
            )
            .replace('    - The standoff escalated after dusk.', '    - The standoff ended after dusk.')
        ]
      ])
    )
  }
  const [example, counterexample, ...others] = readExamples(knowledge)
  assert.match(
    example!,
    /^codebook\/event-types\.yaml:\d+: escalation: the example "The standoff ended after dusk\." tells nothing; add a trigger or mend the example/
  )
  assert.match(
    counterexample!,
    /escalation: the counterexample "The standoff escalated over the winter\." tells escalation; narrow a trigger/
  )
  assert.deepEqual(others, [])
  assert.deepEqual(readPatterns(knowledge), [])
})
