/**
 * What a dataset says of an incident that reports tell of: it stands beside what they say, to be compared, and changes none of it.
 *
 * Whoever made the dataset gathered reports, these perhaps among them: as a voice of its own it would confirm what it was made from
 * (RECONCILE, common ground 2: count origins). Where no report tells of an incident, or none gives a number, datasets are all there is, and count.
 */
import type {CodedReport} from '../model/contract.ts'
import type {Ruled} from './ruled-claims.ts'
import type {Statement, Statements} from './statement.ts'

interface Of {
  readonly report: CodedReport
}

const isRow = ({report}: Of) => report.report.dataset !== undefined

/** Of those that tell of an incident the reports; where there is none, all. */
export function notGathered<T extends Of>(told: readonly T[]): readonly T[] {
  const reports = told.filter(one => !isRow(one))
  return reports.length ? reports : told
}

const why = 'a dataset gathers what reports say: it counts where none gives a figure'

/** The figures of datasets, where reports give one, stand beside: they set no value, unless a person accepted or preferred them. */
export function withGatheredBeside<T extends {readonly isRow: boolean; readonly statements: Statements}>(
  entries: readonly T[],
  {accepted, preferred}: Pick<Ruled, 'accepted' | 'preferred'>
): T[] {
  if (!entries.some(({isRow, statements}) => !isRow && statements.whole.length)) return [...entries]
  const isRuled = ({claims}: Statement) => claims.some(({key}) => accepted.has(key) || preferred.has(key))
  return entries.map(entry => {
    if (!entry.isRow) return entry
    const {whole, ofGroups, setAside, ...rest} = entry.statements
    const [parts, ruled] = [ofGroups.filter(own => !isRuled(own)), ofGroups.filter(isRuled)]
    const statements: Statements = {
      ...rest,
      whole: whole.map(own => (isRuled(own) ? own : asBeside(own))),
      ofGroups: ruled,
      setAside: [...setAside, ...parts.flatMap(({claims}) => claims.map(({key}) => ({claim: key, why})))]
    }
    return {...entry, statements}
  })
}

function asBeside(statement: Statement): Statement {
  return {...statement, isBeside: true, weight: {weight: 'interested', because: why, byDoer: false}}
}
