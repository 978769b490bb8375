/**
 * The side that acts in the weightiest happening a report opens with, as its corpus names it (DIR/satp: Maoist, Security, Unknown).
 *
 * The first sentence that tells a happening decides; in it, what its main verb tells, then the type of
 * highest rank. Where both sides act, as in an exchange of fire, and where no side is named, it is Unknown.
 */
import {eventTypes} from '../src/codebook/event-types.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {isVerb} from '../src/languages/en/clauses.ts'
import type {EventMention} from '../src/model/layers.ts'
import {overlaps} from '../src/model/span.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'
import {predicationReader} from './predication.ts'

/** What the corpus calls our kinds of actors. */
const sideOf: Readonly<Record<string, string>> = {
  'armed-group': 'Maoist',
  'rebel-group': 'Maoist',
  'political-militia': 'Maoist',
  'communal-militia': 'Maoist',
  'criminal-group': 'Maoist',
  'state-forces': 'Security',
  'external-forces': 'Security',
  government: 'Security'
}
/** Whose deed a happening is when the report does not say: the state arrests; only rebels surrender, and the corpus knows no bombs but theirs. */
const understood: Readonly<Record<string, string>> = {
  arrest: 'Security',
  seizure: 'Security',
  surrender: 'Maoist',
  bombing: 'Maoist'
}
/** The corpus counts a bomb that is found as the deed of whoever planted it. */
const planted = /\b(?:IED|landmine|mine|bomb|explosive device|directional mine)s?\b/i

const untold = new Set(['planned', 'prevented', 'threatened', 'hypothetical', 'ordered'])
const mainRelations = new Set(['root', 'conj', 'ccomp', 'parataxis'])

/** `Unknown` where no side, or both, act; rows whose key is null are the caller's to leave out. */
export function perpetratorReader(knowledge: Knowledge): (report: AnnotatedReport) => string {
  const types = new Map(eventTypes(knowledge.codebook).map(type => [type.id, type]))
  const predicationOf = predicationReader(knowledge)
  const rankOf = ({type}: EventMention) => types.get(type)?.rank ?? 0

  return report => {
    const {text, syntax, actors, events} = report
    const kinds = new Map(actors.map(({id, kind}) => [id, kind]))
    const told = events.filter(event => rankOf(event) > 0 && !untold.has(event.realis))
    const first = Math.min(...told.map(({token}) => syntax.tokens[token]!.sentence))
    const opening = told
      .filter(({token}) => syntax.tokens[token]!.sentence === first)
      .sort((a, b) => Number(isMain(b)) - Number(isMain(a)) || rankOf(b) - rankOf(a))
    for (const event of opening) {
      const side = sideIn(event)
      if (side) return side
    }
    // Nothing that the codebook knows, or nobody who does it: whoever acts in the first sentence.
    const {sources} = predicationOf(report)
    const acting = actors.filter(({mentions}) =>
      mentions.some(mention => sources.some(span => overlaps(span, mention)))
    )
    return acting.map(({kind}) => sideOf[kind]).find(Boolean) ?? 'Unknown'

    /** Told by the main verb of its sentence, not in passing ("arrested for the murder of"). */
    function isMain({token}: EventMention): boolean {
      const word = syntax.tokens[token]!
      return (
        isVerb(word) && [word, ...syntax.ancestors(word)].every(({relation}) => mainRelations.has(relation))
      )
    }

    function sideIn({type, token, agents, patients}: EventMention): string | null {
      if (types.get(type)?.family === 'clash') {
        const sides = sidesOf([...agents, ...patients])
        // "arrested after a gun battle": the battle is only when.
        const isWhen = syntax
          .children(syntax.tokens[token]!, 'case')
          .some(({lower}) => lower === 'after' || lower === 'following')
        return isWhen ? null : sides.length === 1 && agents.length && patients.length ? sides[0]! : 'Unknown'
      }
      if (type === 'surrender') return understood[type]!
      if (type === 'seizure' && patients.some(({from, to}) => planted.test(text.slice(from, to))))
        return 'Maoist'
      if (agents.some(({from, to}) => /unidentified|unknown/i.test(text.slice(from, to)))) return 'Unknown'
      const acting = sidesOf(agents)
      return acting.length === 1 ? acting[0]! : (understood[type] ?? null)
    }

    function sidesOf(fillers: EventMention['agents']): string[] {
      return [...new Set(fillers.flatMap(({id}) => sideOf[kinds.get(id ?? '') ?? ''] ?? []))]
    }
  }
}
