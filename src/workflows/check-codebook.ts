/** Checks what analysts edit: every table is read and compiled, every example of event types and patterns is run. */
import {patternMatcher} from '../annotate/pattern-matcher.ts'
import {findingInWords, lintActors} from '../codebook/actor-lint.ts'
import {eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {loadKnowledge} from '../codebook/load.ts'
import {featuresOf} from '../codebook/packs/features.ts'
import {patterns} from '../codebook/patterns.ts'
import type {Syntax} from '../model/syntax.ts'
import {createPipeline} from '../pipeline.ts'

/** What is wrong, one sentence each; throws a DataFileError for a file that cannot be read. */
export function checkCodebook(registry?: string): string[] {
  const knowledge = loadKnowledge(registry ? {registry} : {})
  // Throws where the table of features names a kind that is none.
  featuresOf(knowledge.codebook)
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
  const mistakes = lintActors(knowledge).filter(({severity}) => severity === 'error')
  return [
    ...mistakes.map(findingInWords),
    ...readPatterns(knowledge),
    ...eventTypes(knowledge.codebook).flatMap(({id, examples, counterexamples}) => [
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
  ]
}

/** What is wrong with the examples of the patterns, one sentence each. */
export function readPatterns({codebook, ...knowledge}: Knowledge): string[] {
  const syntaxOf = syntaxReader({codebook, ...knowledge})
  return codebook.paths('patterns').flatMap(path =>
    patterns(codebook, path).flatMap(pattern => {
      const match = patternMatcher(codebook, [pattern])
      const findsIn = (text: string) => {
        const syntax = syntaxOf(text)
        return syntax.sentences.flatMap(sentence => match(syntax, sentence))
      }
      const at = `${path}: ${pattern.id}`
      return [
        ...pattern.examples.flatMap(({text, finds}) => {
          const all = findsIn(text)
          const isFound = all.some(({words}) =>
            Object.entries(finds).every(([name, word]) => words.get(name)?.text === word)
          )
          const said = all
            .map(({words}) => [...words].map(([name, {text: word}]) => `${name}: ${word}`).join(', '))
            .join('; ')
          return isFound ? [] : [`${at}: the example "${text}" gives "${said}"; mend the rule or the example`]
        }),
        ...pattern.counterexamples
          .filter(text => findsIn(text).length > 0)
          .map(
            text => `${at}: the counterexample "${text}" is found; narrow the rule, for instance with "not"`
          )
      ]
    })
  )
}

function syntaxReader(knowledge: Knowledge): (text: string) => Syntax {
  const annotate = createPipeline(knowledge)
  return text =>
    annotate({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text}).syntax
}
