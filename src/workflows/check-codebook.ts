/** Checks what analysts edit: every table is read and compiled, every example of event types and patterns is run. */
import {patternMatcher} from '../annotate/pattern-matcher.ts'
import {findingInWords, lintActors} from '../codebook/actor-lint.ts'
import {lintCodebook} from '../codebook/codebook-lint.ts'
import {contextsPath, type EventContext, eventContexts} from '../codebook/contexts.ts'
import {DataFileError} from '../codebook/data-file-error.ts'
import {eventTypes, eventTypesPath} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {loadKnowledge, loadOwnCodebook} from '../codebook/load.ts'
import {featuresOf} from '../codebook/packs/features.ts'
import {patterns} from '../codebook/patterns.ts'
import {isOfTrees, sequenceRules} from '../codebook/sequence-rules.ts'
import {languagesOf} from '../languages/readers.ts'
import type {Syntax} from '../model/syntax.ts'
import {createPipeline} from '../pipeline.ts'

/** What is wrong, one sentence each: file, line and remedy. */
export function checkCodebook(registry?: string): string[] {
  const mistakes = lintCodebook(loadOwnCodebook(registry))
  // A codebook that cannot be read well reads no example well.
  if (mistakes.length) return mistakes.map(({message}) => message)
  try {
    const knowledge = loadKnowledge(registry ? {registry} : {})
    // Throws where the table of features names a kind that is none.
    featuresOf(knowledge.codebook)
    const ofActors = lintActors(knowledge).filter(({severity}) => severity === 'error')
    return [
      ...ofActors.map(findingInWords),
      ...readPatterns(knowledge),
      ...readSequences(knowledge),
      ...readContexts(knowledge),
      ...readExamples(knowledge)
    ]
  } catch (mistake) {
    if (mistake instanceof DataFileError) return [mistake.message]
    throw mistake
  }
}

/** What is wrong with the examples of the event types, one sentence each. */
export function readExamples(knowledge: Knowledge): string[] {
  const {codebook} = knowledge
  const annotate = createPipeline(knowledge)
  const typesIn = (text: string) =>
    annotate({
      id: 'x',
      sha256: '',
      url: null,
      outlet: null,
      title: null,
      publishedOn: null,
      text
    }).events.map(({type}) => type)
  return eventTypes(codebook).flatMap((type, at) =>
    (['examples', 'counterexamples'] as const).flatMap(field =>
      type[field].flatMap((text, i) => {
        const told = typesIn(text)
        const isWanted = field === 'examples'
        if (told.includes(type.id) === isWanted) return []
        const where = `codebook/${eventTypesPath}:${codebook.lineIn(eventTypesPath, [at, field, i])}: ${type.id}`
        const others = [...new Set(told)].join(', ') || 'nothing'
        return isWanted
          ? `${where}: the example "${text}" tells ${others}; add a trigger or mend the example`
          : `${where}: the counterexample "${text}" tells ${type.id}; narrow a trigger, for instance with "unless"`
      })
    )
  )
}

/** What is wrong with the contexts, one sentence each: types that are none, examples that tell what they should not. */
function readContexts(knowledge: Knowledge): string[] {
  const {codebook} = knowledge
  const annotate = createPipeline(knowledge)
  const types = new Set(eventTypes(codebook).map(({id}) => id))
  const tells = (text: string) =>
    annotate({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text}).incidents
      .length > 0
  const wrongTypes = (context: EventContext) => (context.types ?? []).filter(type => !types.has(type))
  return eventContexts(codebook).flatMap((context, index) => {
    const at = `codebook/${contextsPath}:${codebook.lineIn(contextsPath, [index])}: ${context.id}`
    const isReal = context.makes === 'happening'
    return [
      ...wrongTypes(context).map(type => `${at}: no event type "${type}"; take it out of "types"`),
      ...context.examples
        .filter(text => tells(text) !== isReal)
        .map(
          text => `${at}: the example "${text}" is ${isReal ? 'no' : 'an'} incident; add words or mend it`
        ),
      ...context.counterexamples
        .filter(text => !tells(text))
        .map(
          text => `${at}: the counterexample "${text}" is no incident; take words out or lower their level`
        )
    ]
  })
}

/** What is wrong with the examples of the patterns, one sentence each. */
export function readPatterns({codebook, ...knowledge}: Knowledge): string[] {
  const syntaxOf = syntaxReader({codebook, ...knowledge})
  return codebook
    .paths('patterns')
    .filter(isOfTrees)
    .flatMap(path =>
      patterns(codebook, path).flatMap((pattern, index) => {
        const match = patternMatcher(codebook, [pattern])
        const findsIn = (text: string) => {
          const syntax = syntaxOf(text)
          return syntax.sentences.flatMap(sentence => match(syntax, sentence))
        }
        const at = `codebook/${path}:${codebook.lineIn(path, [index])}: ${pattern.id}`
        return [
          ...pattern.examples.flatMap(({text, finds}) => {
            const all = findsIn(text)
            const isFound = all.some(({words}) =>
              Object.entries(finds).every(([name, word]) => words.get(name)?.text === word)
            )
            const said = all
              .map(({words}) => [...words].map(([name, {text: word}]) => `${name}: ${word}`).join(', '))
              .join('; ')
            return isFound
              ? []
              : [`${at}: the example "${text}" gives "${said}"; mend the rule or the example`]
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

/** What is wrong with the examples of rules over words, one sentence each. */
export function readSequences(knowledge: Knowledge): string[] {
  const {codebook} = knowledge
  const annotate = createPipeline(knowledge)
  return languagesOf(codebook).flatMap(({id, rulesIn}) => {
    const finds = (text: string, rule: string) =>
      rulesIn?.(
        annotate({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text})
      ).includes(rule) ?? false
    return codebook.paths(`patterns/${id}`).flatMap(path =>
      sequenceRules(codebook, path).flatMap(({item, at}) => {
        const rule = `${path.replace(/^.*\/|\.yaml$/g, '')}/${item.id}`
        const where = `codebook/${path}:${codebook.lineIn(path, [at])}: ${item.id}`
        return [
          ...item.examples
            .filter(text => !finds(text, rule))
            .map(text => `${where}: the example "${text}" is not found; mend the rule or the example`),
          ...item.counterexamples
            .filter(text => finds(text, rule))
            .map(
              text =>
                `${where}: the counterexample "${text}" is found; narrow the rule, for instance with "unless"`
            )
        ]
      })
    )
  })
}

function syntaxReader(knowledge: Knowledge): (text: string) => Syntax {
  const annotate = createPipeline(knowledge)
  return text =>
    annotate({id: 'x', sha256: '', url: null, outlet: null, title: null, publishedOn: null, text}).syntax
}
