/** Every sentence that the server gives of incidents, and of what speaks for two tellings being one. */
import {explain} from '../../src/link/explain.ts'
import type {Linking} from '../../src/link/linking.ts'
import type {Figure, LinkedIncident} from '../../src/model/assessment.ts'
import type {CodedReport} from '../../src/model/contract.ts'

export function sentencesOf({headline, facts, accounts, assessments, history}: LinkedIncident): string[] {
  return [
    headline,
    ...facts.flatMap(({because}) => because ?? []),
    ...accounts.flatMap(({why}) => why ?? []),
    ...Object.values(assessments).flatMap(figures => Object.values(figures).flatMap(ofFigure)),
    ...history.flatMap(({change}) => change.split('; '))
  ]
}

function ofFigure({accounts, setAside, derivation, grade, byGroup}: Figure): string[] {
  return [
    ...[...accounts, ...Object.values(byGroup).flatMap(group => group.accounts)].flatMap(
      ({because}) => because ?? []
    ),
    ...setAside.map(({why}) => why),
    ...derivation.steps.flatMap(({step, because}) => [step, because]),
    ...(grade ? [grade.because] : [])
  ]
}

/** Of each pair of tellings, as those of one incident and as those of two. */
export function reasonsOf(linking: Linking, reports: readonly CodedReport[]): string[] {
  const tellings = reports.flatMap(report => linking.tellingsOf(report))
  const none = {together: [], apart: []}
  return tellings.flatMap((a, i) =>
    tellings.slice(i + 1).flatMap(b =>
      [0, 1].flatMap(other => {
        const [x, y] = [
          {telling: a, incident: '0'},
          {telling: b, incident: `${other}`}
        ]
        const members = Map.groupBy([x, y], ({incident}) => incident)
        const {because, pairs} = explain(linking, [x], [y], members, none)
        return [
          because,
          ...pairs.flatMap(({signs, contradictions}) => [
            ...signs.map(sign => sign.because),
            ...contradictions
          ])
        ]
      })
    )
  )
}
