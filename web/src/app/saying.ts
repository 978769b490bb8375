/** Which messages a screen says besides those that all share. `test/web/messages.test.ts` finds what is missing. */
import type {Part} from '../messages/parts.ts'
import {loadMessages} from '../messages/words.ts'
import type {ScreenId} from './screens.ts'

export const said: Readonly<Record<ScreenId | 'bring-in' | 'export', readonly Part[]>> = {
  'bring-in': ['bringIn'],
  export: ['exporting'],
  inbox: ['inbox'],
  reports: ['reader'],
  claims: ['claims', 'sources'],
  incidents: ['plots'],
  compare: ['compare'],
  explore: ['explore', 'plots'],
  sources: ['sources', 'plots'],
  publish: ['publish'],
  operations: ['operations', 'bringIn'],
  people: ['people', 'operations']
}

/** Loads a screen together with what it says. */
export const saying =
  <Module>(screen: keyof typeof said, load: () => Promise<Module>) =>
  async (): Promise<Module> => {
    const [module] = await Promise.all([load(), loadMessages(said[screen])])
    return module
  }
