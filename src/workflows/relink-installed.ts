/** Links or reads the store anew with this installation's knowledge and the user's own registry of actors. */
import {loadOwnCodebook, type OwnKnowledge} from '../codebook/load.ts'
import type {Store} from '../store/store.ts'
import {openCodingPool} from './coding-pool.ts'
import {createLinker} from './link.ts'
import {type Relinked, type RelinkTask, relink} from './relink.ts'

export async function relinkInstalled(
  store: Store,
  {
    own,
    recode,
    ...task
  }: Pick<RelinkTask, 'save' | 'onRead' | 'onLinked'> & {own: OwnKnowledge; recode: boolean}
): Promise<Relinked> {
  const link = createLinker(loadOwnCodebook(own.registry))
  const coder = recode ? openCodingPool(own) : null
  try {
    return await relink(store, {...task, coder, link})
  } finally {
    await coder?.close()
  }
}
