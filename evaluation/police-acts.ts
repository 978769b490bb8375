/**
 * What the police of a report do, as corpora of policing ask it, by stretch of text.
 *
 *     "officers shot a rioter dead"              kill, force
 *     "27 persons were taken into custody"       arrest: only the state takes anybody into custody
 *     "the police stood by"                      fail
 *     "the police are patrolling", "police said" any act: whatever police or troops do or say
 *
 * Who does what are the events, casualties and speakers that the pipeline found; where it found none, whoever
 * the grammar makes the doer of a verb or noun (src/annotate/roles.ts).
 */
import {roleFinder} from '../src/annotate/roles.ts'
import type {Knowledge} from '../src/codebook/knowledge.ts'
import {isVerb} from '../src/languages/en/clauses.ts'
import {negationColumns, negationFinder} from '../src/languages/en/negation.ts'
import type {EventMention} from '../src/model/layers.ts'
import {contains, type Span} from '../src/model/span.ts'
import type {Token} from '../src/model/syntax.ts'
import type {AnnotatedReport} from '../src/pipeline.ts'

export type PoliceAct = 'KILL' | 'ARREST' | 'FAIL' | 'FORCE' | 'ANY_ACTION'

/** Acts that nobody but the state does, so that the report need not say who. */
const ofState = new Set([
  'arrest',
  'seizure',
  'tear-gas',
  'rubber-bullets',
  'water-cannon',
  'baton-charge',
  'dispersal',
  'deployment'
])
const killing = new Set(['killing', 'execution', 'assassination', 'shooting'])
const force = new Set([
  ...killing,
  'live-fire',
  'tear-gas',
  'rubber-bullets',
  'water-cannon',
  'baton-charge',
  'beating',
  'clash',
  'armed-clash'
])
const unreal = new Set(['hypothetical', 'planned', 'feared', 'prevented', 'ordered', 'threatened'])
/** Words by which somebody does not do what is expected of him. */
const failing = new Set(
  'fail refuse ignore neglect inaction inactivity failure spectator bystander connivance inability apathy negligence'.split(
    ' '
  )
)
const idle = new Set([
  'stand by',
  'look on',
  'look away',
  'turn away',
  'do nothing',
  'do little',
  'turn blind'
])
/** What is guarded is guarded by them. */
const guarded =
  /\bsecurity (?:arrangements?|measures?|cover|net|blanket|checks?)\b|\btight(?:er|ened)? security\b|\bbandobast\b/i
/** A noun that "police" stands before and that does nothing: "police station". */
const isPlaceOrThing = new Set(
  'station stations outpost chowki post control room headquarters line lines quarters jeep van vehicle complaint remand commissionerate chief'.split(
    ' '
  )
)

export function policeActs({
  codebook
}: Knowledge): (report: AnnotatedReport) => (stretch: Span) => Set<PoliceAct> {
  const rolesOf = roleFinder(codebook)
  const negation = negationFinder(codebook.table('lexicons/en/negation-words.csv', negationColumns))

  return report => {
    const {text, syntax, actors, events, casualties, speech} = report
    const forces = new Set(actors.filter(({kind}) => kind === 'state-forces').map(({id}) => id))
    const mentions = actors.filter(({id}) => forces.has(id)).flatMap(actor => actor.mentions)
    const isPolice = (token: Token) => mentions.some(mention => contains(mention, token))
    const doers = new Set(
      syntax.tokens.flatMap(token => {
        if (!isVerb(token) && token.upos !== 'NOUN') return []
        return rolesOf(syntax, token).agents.some(isPolice) ? token.index : []
      })
    )

    return stretch => {
      const found = new Set<PoliceAct>()
      const tokens = syntax.within(stretch)
      const own = events.filter(({trigger}) => contains(stretch, trigger))
      for (const event of own) {
        const byPolice = isByPolice(event)
        if (!byPolice && !(ofState.has(event.type) && !event.agents.some(({id}) => id !== null))) continue
        if (event.polarity === 'denied' || unreal.has(event.realis)) continue
        found.add('ANY_ACTION')
        if (event.type === 'arrest') found.add('ARREST')
        if (force.has(event.type)) found.add('FORCE')
        if (killing.has(event.type) && byPolice) found.add('KILL')
      }
      const firing = tokens.some(
        (token, i) => isPolice(token) && /^(?:firing|bullet|bullets|fire)$/.test(tokens[i + 1]?.lower ?? '')
      )
      if (firing) found.add('FORCE').add('ANY_ACTION')
      if (
        found.has('FORCE') &&
        casualties.some(
          ({outcome, polarity, trigger}) =>
            outcome === 'killed' && polarity === 'affirmed' && contains(stretch, trigger)
        )
      )
        found.add('KILL')
      if (
        speech.some(({source, link, cue}) => contains(stretch, cue) && source && forces.has(link.actor ?? ''))
      )
        found.add('ANY_ACTION')
      if (tokens.some(token => doers.has(token.index) || isActing(token))) found.add('ANY_ACTION')
      if (guarded.test(text.slice(stretch.from, stretch.to))) found.add('ANY_ACTION')
      if (fails(tokens)) found.add('FAIL')
      return found
    }

    function isByPolice({agents}: EventMention): boolean {
      return agents.some(({id}) => id !== null && forces.has(id))
    }

    /** "police firing", "the police's silence", "according to police". */
    function isActing(token: Token): boolean {
      if (!isPolice(token)) return false
      const next = syntax.tokens[token.index + 1]
      if (next && isPlaceOrThing.has(next.lower)) return false
      return ['nsubj', 'obl:agent', 'nmod:poss', 'compound', 'conj', 'nsubj:pass'].includes(token.relation)
    }

    function fails(tokens: readonly Token[]): boolean {
      return (
        tokens.some(isPolice) &&
        tokens.some(
          (token, i) =>
            failing.has(token.lemma) ||
            idle.has(`${token.lemma} ${tokens[i + 1]?.lower}`) ||
            (doers.has(token.index) && isVerb(token) && negation.ofClause(syntax, token) !== null)
        )
      )
    }
  }
}
