/** Reads what is told and is no happening: a denied part in one, a missing confirmation. Rules: `patterns/ID/statements.yaml`. */
import type {Sentence, Syntax} from '../../model/syntax.ts'
import type {ToldStatement} from '../language.ts'
import {clauseFinder} from './clauses.ts'
import type {Tongue} from './tongue.ts'

export function statementReader(tongue: Tongue): (syntax: Syntax, sentence: Sentence) => ToldStatement[] {
  const rules = tongue.rules('statements')
  const clauseOf = clauseFinder(tongue)

  return (syntax, sentence) => {
    const field = tongue.field({syntax}, sentence)
    const found: ToldStatement[] = []
    for (const {rule, name, ...match} of rules.find(field)) {
      const about = rule.gives as ToldStatement['about']
      if (found.some(other => other.about === about)) continue
      const words = field.words.slice(match.first, match.end)
      found.push({about, span: clauseOf(field, match), words: words.map(({token}) => token), rule: name})
    }
    return found
  }
}
