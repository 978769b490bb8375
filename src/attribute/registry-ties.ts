/**
 * How the registry ties one actor to another on a day: by its dated affiliations, as far as pages were read for them.
 *
 *     part-of, led-by   the chain of command, up to the forces' ministry: who stands above or below is a party
 *     owns, allied      the same government or movement outside that chain: allied
 *     opposed           opposed
 *
 * Two bodies below one third are allied. An affiliation counts on days from "from"
 * to "until"; one without a first day, or that nobody checked, leaves open what
 * the tie is and decides nothing. Those that every state has need neither: the words say that the police are the interior ministry's.
 */
import type {AffiliationRow} from '../codebook/actor-rows.ts'
import type {ActorRegistry, KnownActor} from '../codebook/actors.ts'
import {firstDay, lastDay} from '../codebook/partial-date.ts'
import type {IsoDate} from '../model/date.ts'

/** `open`: the registry has a tie, but not one that was checked for that day. */
export type Tie = 'party' | 'allied' | 'opposed' | 'open' | null

type Sure = 'party' | 'allied' | 'opposed' | null
type Counts = (row: AffiliationRow) => boolean

/** The tie of a speaker to a side on a day; `null` day: unknown, so that no dated affiliation can be sure. */
export function registryTie(
  registry: ActorRegistry,
  speaker: KnownActor,
  side: KnownActor,
  on: IsoDate | null
): Tie {
  const isStateBody = (id: string) => registry.get(id)?.isStateBody === true
  const isOfEveryState = ({actor, to}: AffiliationRow) => isStateBody(actor) && isStateBody(to)
  const isSure = (row: AffiliationRow) => on !== null && row.from !== '' && isChecked(row)
  const sure: Counts = row => mayHold(row, on) && (isOfEveryState(row) || isSure(row))
  const certain = tieBy(registry, speaker.id, side.id, sure)
  if (certain === 'party') return certain
  const possible = tieBy(registry, speaker.id, side.id, row => mayHold(row, on))
  return possible === certain ? certain : 'open'

  /** A page was read for the tie and for both of its ends. */
  function isChecked({checked, actor, to}: AffiliationRow): boolean {
    const isKnown = (id: string) => {
      const entry = registry.get(id)
      return entry !== null && (isStateBody(id) || entry.checked !== '')
    }
    return checked !== '' && isKnown(actor) && isKnown(to)
  }
}

function mayHold({from, until}: AffiliationRow, on: IsoDate | null): boolean {
  return on === null || ((!from || firstDay(from) <= on) && (!until || on <= lastDay(until)))
}

function tieBy(registry: ActorRegistry, speaker: string, side: string, counts: Counts): Sure {
  const rowsOf = (id: string) => registry.affiliationsOf(id).filter(counts)
  const [own, others] = [above(registry, rowsOf, speaker), above(registry, rowsOf, side)]
  if (own.get(side) === 'command' || others.get(speaker) === 'command' || speaker === side) return 'party'
  const shares = [...own.keys()].some(id => others.has(id))
  const between = (relation: string) =>
    [...own.keys()].some(id =>
      rowsOf(id).some(row => row.relation === relation && others.has(row.actor === id ? row.to : row.actor))
    )
  if (shares || between('owns') || between('allied')) return 'allied'
  return between('opposed') ? 'opposed' : null
}

/**
 * An actor and whatever it belongs to: `command` where only part-of and led-by lead there, `other` where somebody
 * owns it, or above a ministry: there the chain of command ends and the rest of the government begins.
 */
function above(
  registry: ActorRegistry,
  rowsOf: (id: string) => readonly AffiliationRow[],
  id: string
): ReadonlyMap<string, 'command' | 'other'> {
  const found = new Map<string, 'command' | 'other'>([[id, 'command']])
  for (const [at, by] of found) {
    for (const {actor, relation, to} of rowsOf(at)) {
      const isAbove = (relation === 'part-of' || relation === 'led-by') && actor === at
      const isOwner = relation === 'owns' && to === at
      const next = isAbove ? to : isOwner ? actor : null
      const goesOn = isAbove && registry.get(at)?.kind !== 'government'
      if (next && !found.has(next)) found.set(next, goesOn ? by : 'other')
    }
  }
  return found
}
