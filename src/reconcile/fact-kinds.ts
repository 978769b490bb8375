/** What facts ask of the codebook: which types may tell of one happening, who is a state and who a group with a name. */
import {actorKinds} from '../codebook/actor-kinds.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {eventTypes} from '../codebook/event-types.ts'
import type {FactKinds} from './facts.ts'

const mutual = new Set(['clash', 'riot'])
/** Kinds that say no more than that somebody bears arms or marches. */
const general = new Set(['armed-group', 'protesters', 'civilians', 'other'])

export function factKinds(codebook: Codebook): FactKinds {
  const kinds = actorKinds(codebook)
  const families = new Map(eventTypes(codebook).map(({id, family}) => [id, family]))
  const kin = new Set(codebook.table('kin-families.csv', ['a', 'b']).map(({a, b}) => `${a}/${b}`))
  return {
    areKin(a, b) {
      const [one, other] = [families.get(a) ?? a, families.get(b) ?? b]
      return one === other || kin.has(`${one}/${other}`) || kin.has(`${other}/${one}`)
    },
    isMutual: type => mutual.has(families.get(type) ?? ''),
    isState: ({kind}) => kinds.isA(kind, 'state-forces') || kinds.isA(kind, 'government'),
    isNamedGroup: ({kind, known}) => known !== null || !general.has(kind)
  }
}
