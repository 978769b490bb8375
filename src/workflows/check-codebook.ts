/** Checks what analysts edit: every table is read and compiled, every example of the event types is run. */
import {eventTypes} from '../codebook/event-types.ts'
import {loadKnowledge} from '../codebook/load.ts'
import {createPipeline} from '../pipeline.ts'

/** What is wrong, one sentence each; throws a DataFileError for a file that cannot be read. */
export function checkCodebook(): string[] {
  const knowledge = loadKnowledge()
  const annotate = createPipeline(knowledge)
  const tells = (text: string, type: string) =>
    annotate({
      id: 'x',
      sha256: '',
      url: null,
      outlet: null,
      title: null,
      publishedOn: null,
      text
    }).events.some(event => event.type === type)
  return eventTypes(knowledge.codebook).flatMap(({id, examples, counterexamples}) => [
    ...examples
      .filter(text => !tells(text, id))
      .map(
        text =>
          `event-types.yaml: ${id}: the example "${text}" is not read as ${id}; add a trigger or mend the example`
      ),
    ...counterexamples
      .filter(text => tells(text, id))
      .map(
        text =>
          `event-types.yaml: ${id}: the counterexample "${text}" is read as ${id}; narrow a trigger, for instance with "unless"`
      )
  ])
}
