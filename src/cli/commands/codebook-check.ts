/** `dateline codebook check`: whether the codebook can be read, and whether its examples hold. */
import {buildCommand} from '@stricli/core'
import {type Context, say} from '../context.ts'

export const codebookCheck = buildCommand({
  docs: {
    brief: 'Read every table of the codebook and run its examples',
    fullDescription: 'Example: dateline codebook check'
  },
  parameters: {},
  async func(this: Context) {
    const {checkCodebook} = await import('../../workflows/check-codebook.ts')
    const wrong = checkCodebook()
    for (const sentence of wrong) say(this, sentence)
    if (wrong.length) this.process.exitCode = 1
    else this.process.stdout.write('The codebook is in order: every table is read, every example holds.\n')
  }
})
