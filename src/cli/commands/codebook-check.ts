/** `dateline codebook check`: whether the codebook can be read, and whether its examples hold. */
import {buildCommand} from '@stricli/core'
import {type Context, pathIn, say} from '../context.ts'
import {registryFlag} from '../store.ts'

export const codebookCheck = buildCommand({
  docs: {
    brief: 'Read every table of the codebook and run its examples',
    fullDescription: 'Example: dateline codebook check'
  },
  parameters: {flags: {registry: registryFlag}},
  async func(this: Context, {registry}: {readonly registry: string}) {
    const {checkCodebook} = await import('../../workflows/check-codebook.ts')
    const wrong = checkCodebook(pathIn(this, registry))
    for (const sentence of wrong) say(this, sentence)
    if (wrong.length) this.process.exitCode = 1
    else this.process.stdout.write('The codebook is in order: every table is read, every example holds.\n')
  }
})
