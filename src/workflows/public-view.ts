/**
 * What the public would be given of an incident as it now stands, and the names withheld from it: by the store, the codebook's
 * lists and the recogniser. Whoever publishes keeps what this gives.
 */
import {eventTypes} from '../codebook/event-types.ts'
import type {Knowledge} from '../codebook/knowledge.ts'
import {loadKnowledge} from '../codebook/load.ts'
import type {RuleId} from '../model/assessment.ts'
import {graphicWords} from '../review/graphic-words.ts'
import {nameFinder} from '../review/name-finder.ts'
import {type PublicView, publicIncident} from '../review/public-incident.ts'
import type {Store} from '../store/store.ts'
import {incidentNow} from './incident-now.ts'
import {nameSeer} from './seen-names.ts'
import {toolVersion} from './version.ts'

export type PublicViewer = (store: Store, id: string, rule?: RuleId) => Promise<PublicView | null>

/** null: no such incident. */
export function createPublicViewer(knowledge: Knowledge): PublicViewer {
  const labels = new Map(eventTypes(knowledge.codebook).map(({id, label}) => [id, label]))
  const isGraphic = graphicWords(knowledge.codebook)
  const findNames = nameFinder(knowledge.codebook, knowledge.gazetteer)
  const seenIn = nameSeer(knowledge)
  return async (store, id, rule = 'dateline') => {
    const incident = await incidentNow(store, id)
    if (!incident) return null
    const coded = await store.codedReports(incident.reports.map(own => own.id))
    const {restrictedNames, clearedNames} = store.access
    const tied = new Map<string, string>()
    for (const {to} of incident.relations) {
      const other = await incidentNow(store, to)
      if (other) tied.set(to, other.id)
    }
    return publicIncident(incident, {
      find: findNames(coded.flatMap(({report}) => [report.outlet?.name ?? '', report.agency ?? ''])),
      cleared: (await clearedNames.all(incident.id)).map(({name}) => name),
      restricted: (await restrictedNames.all()).map(({name}) => name),
      reports: new Map(coded.map(own => [own.report.id, own])),
      seen: new Map(coded.map(own => [own.report.id, seenIn(own)])),
      rule,
      versions: {dateline: toolVersion(), codebook: knowledge.codebook.version, rule},
      typeLabel: type => labels.get(type) ?? type,
      isGraphic,
      tied
    })
  }
}

/** By what this installation knows, the user's own registry of actors included. */
export function installedViewer(registry: string): PublicViewer {
  return createPublicViewer(loadKnowledge({registry}))
}
