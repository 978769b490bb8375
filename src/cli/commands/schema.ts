/** `dateline schema`: the JSON Schema of what the commands print. */
import {buildCommand} from '@stricli/core'
import type {Context} from '../context.ts'

export const schema = buildCommand({
  docs: {
    brief: 'Print the JSON Schema of coded reports or linked incidents',
    fullDescription: 'Example: dateline schema --of incident'
  },
  parameters: {
    flags: {
      of: {
        kind: 'enum',
        values: ['report', 'incident'],
        default: 'report',
        brief: 'What "code --json" or "show --json" prints'
      }
    }
  },
  async func(this: Context, flags: {readonly of: 'report' | 'incident'}) {
    const [{z}, {CodedReport}, {LinkedIncident}] = await Promise.all([
      import('zod'),
      import('../../model/contract.ts'),
      import('../../model/assessment.ts')
    ])
    const shape = flags.of === 'report' ? CodedReport : LinkedIncident
    this.process.stdout.write(
      `${JSON.stringify(z.toJSONSchema(shape, {target: 'draft-2020-12'}), null, 2)}\n`
    )
  }
})
