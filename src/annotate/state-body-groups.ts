/**
 * Gives groups that are called by what they are the body of the registry that they are.
 *
 *     "Sudanese police"       police-sd
 *     "the army"              army-sd, where the report speaks of Sudan above all
 *     "provincial police"     none: not the state's own
 *     "the rebels"            no body, but of Sudan, where the report speaks of it above all
 *
 * A group and a name that turn out to be one body become one actor. Crowds and
 * civilians are given no country that the words beside them do not tell.
 */
import type {ReportNames} from './actor-names.ts'

interface Group {
  readonly key: string
  readonly name: string
  readonly kind: string
  readonly mentions: readonly {readonly text: string}[]
  country: string | null
  known: string | null
}

/** Words that make a body another's than the state's. */
const notTheStates =
  /\b(?:provincial|regional|local|municipal|city|state|rival|rebel|former|village|religious|morality)\b/i

/** Kinds that are of the country that the report speaks of, where nothing else is said. */
const ofTheCountry = ['state-forces', 'government', 'armed-group']

/** Sets `known` and `country` of groups; returns pairs of keys of one body: [kept, merged into it]. */
export function joinStateBodies(groups: readonly Group[], names: ReportNames): [string, string][] {
  const byKnown = new Map(groups.filter(({known}) => known).map(({known, key}) => [known, key]))
  return groups.flatMap((group): [string, string][] => {
    if (group.known || !group.key.startsWith('group:')) return []
    // The first mention tells most: "Nigeria's electoral commission", later "the commission".
    const words = group.mentions[0]!.text.replace(/^(?:the|a|an|its|their) /i, '')
    const body = notTheStates.test(words)
      ? null
      : (names.stateBody(words, group.country) ?? names.stateBody(group.name, group.country))
    if (!body) {
      if (ofTheCountry.includes(group.kind)) group.country ??= names.likelyCountry()
      return []
    }
    group.known = body.id
    group.country = body.country
    const same = byKnown.get(body.id)
    if (!same) byKnown.set(body.id, group.key)
    return same ? [[same, group.key]] : []
  })
}
