/**
 * Who owns an outlet or agency on a day, by the affiliations of the registry that a page was read for.
 *
 *     "Radio Oru", owned by "Plateau Media" since 2011      Plateau Media
 *     owned by a company that is part of a group            the group
 *
 * Mastheads of one owner are no independent accounts (RECONCILE, common ground 2). What nobody checked proves nothing.
 */
import type {AffiliationRow} from '../codebook/actor-rows.ts'
import {actorRegistry, type KnownActor} from '../codebook/actors.ts'
import type {Codebook} from '../codebook/codebook.ts'
import {firstDay, lastDay} from '../codebook/partial-date.ts'

export interface Media {
  /** The medium or agency that alone has this name. */
  named(name: string): KnownActor | null
  /** Who owns it in the end; null where nobody is known to. `on`: ISO day, null where unknown. */
  ownerOf(medium: KnownActor, on: string | null): KnownActor | null
}

export function mediaOf(codebook: Codebook): Media {
  const registry = actorRegistry(codebook)
  const byName = Map.groupBy(
    registry.actors
      .filter(({kind}) => kind === 'medium' || kind === 'agency')
      .flatMap(actor => actor.names.map(name => ({name: plainName(name), actor}))),
    ({name}) => name
  )
  const holds = ({from, until, checked}: AffiliationRow, on: string) =>
    checked !== '' && from !== '' && firstDay(from) <= on && (!until || on <= lastDay(until))

  return {
    named(name) {
      const own = new Set(byName.get(plainName(name))?.map(({actor}) => actor))
      return own.size === 1 ? [...own][0]! : null
    },
    ownerOf(medium, on) {
      if (on === null) return null
      const seen = new Set([medium.id])
      let owner: string | null = null
      for (const at of seen) {
        const above = registry
          .affiliationsOf(at)
          .filter(row => holds(row, on))
          .flatMap(({actor, relation, to}) =>
            relation === 'owns' && to === at ? [actor] : relation === 'part-of' && actor === at ? [to] : []
          )
          .sort()[0]
        if (above === undefined || seen.has(above)) break
        owner = above
        seen.add(above)
      }
      return owner === null ? null : registry.get(owner)
    }
  }
}

/** "The Plateau Daily" and "plateau daily" are one name. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
}
