/** `dateline show ID`: one incident with its accounts, claims and what holds. */
import {buildCommand} from '@stricli/core'
import {type Context, say} from '../context.ts'
import {storeFlag, withStore} from '../store.ts'

export const show = buildCommand({
  docs: {
    brief: 'Show one incident: accounts, exact words, what holds',
    fullDescription:
      'The id is the first word of a line of "dateline incidents".\nExample: dateline show a27b2cf8839d'
  },
  parameters: {
    flags: {store: storeFlag, json: {kind: 'boolean', default: false, brief: 'Print it as one line of JSON'}},
    positional: {kind: 'tuple', parameters: [{brief: 'Id of an incident', placeholder: 'ID', parse: String}]}
  },
  async func(
    this: Context,
    {store: target, json}: {readonly store: string; readonly json: boolean},
    id: string
  ) {
    const incident = await withStore(this, target, store => store.incident(id))
    if (!incident) {
      say(this, `No incident "${id}"; "dateline incidents" lists their ids`)
      this.process.exitCode = 1
      return
    }
    const {printIncident} = await import('../print/incident.ts')
    this.process.stdout.write(json ? `${JSON.stringify(incident)}\n` : printIncident(incident))
  }
})
