import assert from 'node:assert/strict'
import test from 'node:test'
import {roleFinder} from '../../src/annotate/roles.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {createPipeline} from '../../src/pipeline.ts'

const knowledge = loadKnowledge()
const annotate = createPipeline(knowledge)
const rolesOf = roleFinder(knowledge.codebook)

/** Agents and patients of a word, by their head nouns: "ministry > militia", "= " between them where it is mutual. */
function rolesIn(text: string, word: string): string {
  const {syntax} = annotate({
    id: 'x',
    sha256: '',
    url: null,
    outlet: null,
    title: null,
    publishedOn: null,
    text
  })
  const {agents, patients, isMutual} = rolesOf(syntax, syntax.tokens.find(({lower}) => lower === word)!)
  const names = (tokens: typeof agents) => tokens.map(token => token.text).join(', ')
  return `${names(agents)} ${isMutual ? '=' : '>'} ${names(patients)}`.trim()
}

const sentences: readonly [text: string, word: string, roles: string][] = [
  ['The ministry accused the militia of burning a bridge.', 'accused', 'ministry > militia'],
  ['The ministry accused the militia of burning a bridge.', 'burning', 'militia > bridge'],
  ['The envoy told the council that talks had failed.', 'told', 'envoy > council'],
  ["The bishop condemned the army's raid on the market.", 'condemned', 'bishop > raid'],
  ["The bishop condemned the army's raid on the market.", 'raid', 'army > market'],
  ['Talks between the government and the rebels failed in May.', 'talks', 'government = rebels'],
  ['The minister held talks with the rebels.', 'held', 'minister = rebels'],
  // Talks that are refused are held by nobody.
  ['The rebels refused talks with the ministry.', 'refused', 'rebels > talks'],
  ['The attack on the clinic was carried out by masked men on Monday.', 'attack', 'men > clinic'],
  ['Police said the raid was conducted by soldiers.', 'raid', 'soldiers >'],
  ['The march was called by a union of miners.', 'march', '>'],
  ['Two men placed a bomb in a car park.', 'bomb', 'men >'],
  ['The court rejected a request of the union.', 'request', 'union >'],
  ['The kidnapping of two priests worried the town.', 'kidnapping', '> priests'],
  ['The militia is responsible for the killings.', 'responsible', 'militia > killings'],
  ['Gunmen threatened to kill the hostages.', 'kill', 'Gunmen > hostages'],
  ['The shelling of the port by the army went on.', 'shelling', 'army > port'],
  ['The men killed by police were students.', 'killed', 'police > men'],
  ['Rebels attacked the post on Monday.', 'attacked', 'Rebels > post']
]

for (const [text, word, roles] of sentences) {
  test(`"${word}" in "${text}": ${roles}`, () => assert.equal(rolesIn(text, word), roles))
}
