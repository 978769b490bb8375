/** Three panes: the incidents, one of them, and the words behind it. */
import {useEffect, useState} from 'react'
import type {LinkedIncident, ReportedClaim} from '../../src/model/assessment.ts'
import type {ListedIncident} from '../../src/model/listing.ts'
import {fetchIncident, fetchIncidents} from './api.ts'
import {IncidentList} from './incident-list.tsx'
import {IncidentView} from './incident-view.tsx'
import {ReportReader} from './report-reader.tsx'

export interface Evidence {
  readonly report: string
  readonly claim: ReportedClaim | null
}

export function App() {
  const [incidents, setIncidents] = useState<ListedIncident[] | null>(null)
  const [incident, setIncident] = useState<LinkedIncident | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [chosen, setChosen] = useState(() => new URLSearchParams(location.search).get('incident'))
  const [evidence, setEvidence] = useState<Evidence | null>(null)
  useEffect(() => {
    fetchIncidents().then(setIncidents, (error: Error) => setProblem(error.message))
  }, [])
  const byReports = incidents?.toSorted((a, b) => b.reports - a.reports)
  const open = (incidents?.find(({id}) => id === chosen) ?? byReports?.[0])?.id
  useEffect(() => {
    if (open) fetchIncident(open).then(setIncident, (error: Error) => setProblem(error.message))
  }, [open])
  const choose = (id: string) => {
    setChosen(id)
    setEvidence(null)
    history.replaceState(null, '', `?incident=${id}`)
  }
  useKeys(incidents ?? [], open, choose, () => setEvidence(null))
  if (problem) return <p className="note">The server did not answer: {problem}</p>
  if (!incidents) return <p className="note">Reading ...</p>
  if (!open) return <Empty />
  if (incident?.id !== open) return <p className="note">Reading ...</p>
  const shown = evidence ?? {report: incident.reports[0]!.id, claim: null}
  return (
    <div className="panes">
      <IncidentList incidents={incidents} chosen={incident.id} onChoose={choose} />
      <IncidentView incident={incident} evidence={shown} onEvidence={setEvidence} />
      <ReportReader incident={incident} evidence={shown} onEvidence={setEvidence} />
    </div>
  )
}

function Empty() {
  return (
    <main className="note">
      <h1>Nothing is kept here yet</h1>
      <p>
        Read reports into this store with <code>npm run -s dateline -- ingest FILE</code>, or look at the
        sample with <code>npm start</code>.
      </p>
    </main>
  )
}

/** j and k go down and up the list; Escape leaves the words. */
function useKeys(
  incidents: readonly ListedIncident[],
  chosen: string | undefined,
  choose: (id: string) => void,
  leave: () => void
) {
  useEffect(() => {
    const onKey = ({key, target, ctrlKey, metaKey}: KeyboardEvent) => {
      if (ctrlKey || metaKey || target instanceof HTMLInputElement) return
      const at = incidents.findIndex(({id}) => id === chosen)
      const next = key === 'j' ? incidents[at + 1] : key === 'k' ? incidents[at - 1] : undefined
      if (next) choose(next.id)
      if (key === 'Escape') leave()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  })
}
