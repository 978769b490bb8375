/** What gives the same incidents again in another store: out as lines, and in again. */
import type {Rows} from '../access.ts'
import type {IncidentFilter} from '../incident-filter.ts'
import {takesAll} from './chosen.ts'
import {heldLines, incidentLines, namesIn} from './held-lines.ts'
import {keepingLines} from './keep-lines.ts'

export type Lossless = ReturnType<typeof losslessIn>

export const losslessIn = (rows: Rows) => ({
  takesAll,
  lines: (filter: IncidentFilter) => heldLines(rows.database, filter),
  names: () => namesIn(rows.database),
  incidents: (filter: IncidentFilter) => incidentLines(rows.database, filter),
  ...keepingLines(rows)
})
