/** Takes back, and makes again, what a person changed about the desk itself: users, names, feeds, items, queues. */
import {activeRulings} from '../model/active-rulings.ts'
import type {DeskChange, DeskStep} from '../model/desk-change.ts'
import {type NextSteps, nextSteps} from '../review/last-ruling.ts'
import type {Store} from '../store/store.ts'
import {newFeed} from './feed-schedule.ts'

/** So many of the last changes of a person can be taken back one after the other. */
const mostSteps = 200

export async function nextDeskSteps(store: Store, who: string): Promise<NextSteps<DeskStep>> {
  return nextSteps(await store.deskChanges.latest(who, mostSteps), who)
}

/** `id`: of a change, or of the undo of one. Throws where somebody has changed it since. */
export async function undoDeskStep(store: Store, id: string): Promise<DeskStep> {
  return store.inTransaction(async inner => {
    const changes = inner.deskChanges
    const around = await changes.around(id)
    const step = around.find(one => one.id === id)
    if (!step) throw new Error(`No change "${id}"`)
    if (step.kind !== 'undo' && !activeRulings(around).includes(step)) throw new Error('It is undone already')
    const root = around.find(({undoes}) => undoes === null)!
    const undo = await changes.undo(step)
    const holds = activeRulings([...around, undo]).some(({id}) => id === root.id)
    const wasSo = activeRulings(around).some(({id}) => id === root.id)
    if (holds !== wasSo && !(await apply(inner, await changes.change(root.id), holds)))
      throw new Error('Somebody has changed it since; look at it as it is now')
    return undo
  })
}

/** `holds`: whether it is as after the change, or as before. False: it was not as it would have to be. */
async function apply(store: Store, change: DeskChange, holds: boolean): Promise<boolean> {
  const {users, restrictedNames, clearedNames} = store.access
  switch (change.kind) {
    case 'user': {
      const [is, next] = holds ? [change.before, change.after] : [change.after, change.before]
      const now = (await users.all()).find(({name}) => name === change.name)
      if (!now || now.role !== is.role || (now.disabledAt !== null) !== is.disabled) return false
      if (!(await users.alter(change.name, next))) throw new Error('Nobody would be left to manage users')
      return true
    }
    case 'restricted-name':
      return change.isThere === holds
        ? (await restrictedNames.put(change.row)) > 0
        : (await restrictedNames.free(change.row.id)) !== null
    case 'cleared-name':
      return change.isThere === holds
        ? (await clearedNames.put(change.row)) > 0
        : (await clearedNames.remove(change.row.id)) !== null
    case 'feeds': {
      if (change.isThere !== holds) return (await store.upkeep.feeds.remove(change.urls)) > 0
      for (const url of change.urls)
        if (!(await store.feeds.of(url))) await store.feeds.save(newFeed(url, store.clerk.now()))
      return true
    }
    case 'resting':
      return (await store.upkeep.feeds.rest(change.urls, change.isResting === holds)).length > 0
    case 'items': {
      const numbers = change.items.map(({number}) => number)
      if (change.isGivenUp !== holds) return (await store.upkeep.discards.takeBack(numbers)).length > 0
      let count = 0
      for (const [reason, own] of Map.groupBy(change.items, item => item.reason))
        count += (
          await store.upkeep.discards.add(
            own.map(({number}) => number),
            reason
          )
        ).length
      return count > 0
    }
    case 'queue':
      return change.isThere === holds
        ? (await store.inbox.put(change.row)) > 0
        : (await store.inbox.remove(change.row.owner, change.row.id)) !== null
  }
}

/** What somebody changed about the desk, in one transaction with what it takes to take it back; `null`: it changed nothing. */
export function changeDesk<T>(
  store: Store,
  work: (inner: Store) => Promise<{
    readonly value: T
    readonly change: DeskChange | null
    readonly subject?: string
    readonly count?: number
  }>
): Promise<T> {
  return store.inTransaction(async inner => {
    const {value, change, subject = null, count = 1} = await work(inner)
    if (change) await inner.deskChanges.add(change, {subject, count})
    return value
  })
}
