/** What the recogniser sees of persons and places in a report: the first stages of the pipeline, over the report as it is kept. */
import {entities} from '../annotate/entities.ts'
import {syntax} from '../annotate/syntax.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {header} from '../extract/header.ts'
import {passages} from '../extract/passages.ts'
import type {CodedReport} from '../model/contract.ts'
import type {Annotated} from '../model/layers.ts'
import type {Seen} from '../review/private-names.ts'

export function nameSeer(knowledge: Knowledge): (coded: CodedReport) => Seen {
  const stages = [passages(knowledge), header(knowledge), syntax(knowledge), entities(knowledge)]
  return ({report, places}) => {
    const read = {...report, outlet: report.outlet?.name ?? null}
    for (const stage of stages) Object.assign(read, stage.run(read as never))
    return {
      people: (read as unknown as Annotated<'entities'>).entities
        .filter(({type, named}) => type === 'person' && named)
        .map(({from, to}) => ({from, to})),
      places: places
        .filter(({gazetteerId}) => gazetteerId !== null)
        .flatMap(({mentions}) => mentions.map(({from, to}) => ({from, to})))
    }
  }
}
