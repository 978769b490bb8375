/** What a format that people read shows besides incidents: what stands behind them, as the export shows it, and how the store stood. */
import type {Setting} from '../export/format.ts'
import type {Snapshot, Store} from '../store/store.ts'
import {behindIncident, shownBehind} from './behind-incident.ts'
import type {ShownIncidents} from './shown-incidents.ts'
import type {Writing} from './write-incidents.ts'

export function settingForReaders(
  {language, isGraphic, codebook, gazetteer, redacted, placeNames}: Writing,
  {auditHead, changedAt, headings}: Snapshot,
  {store, shown}: {readonly store: Store; readonly shown: ShownIncidents}
): Pick<Setting, 'language' | 'isGraphic' | 'placeNames' | 'contents' | 'behind' | 'state'> {
  const names = placeNames(language)
  return {
    language,
    placeNames: names,
    isGraphic,
    contents: headings,
    behind: async incident => {
      const [behind, texts] = [
        await behindIncident(store, incident, {gazetteer, redacted, names}),
        await shown.textsOf(incident)
      ]
      return {...behind, ...shownBehind(behind, texts, value => shown.beside(incident, value))}
    },
    state: {codebook, auditHead, at: changedAt}
  }
}
