/** Takes what is restricted out of an answer or a row of an export, by the store's list of names. */
import {wordsWithheld} from '../review/restricted-words.ts'
import {reportsQuoted, withhold} from '../review/withhold.ts'
import type {Store} from '../store/store.ts'

export {coarseBox} from '../review/coarse-place.ts'

export async function withheld<Value>(store: Store, value: Value): Promise<Value> {
  const {restrictedNames} = store.access
  const [names, texts] = await Promise.all([
    restrictedNames.all(),
    restrictedNames.textsOf(reportsQuoted(value))
  ])
  return withhold(value, {names: names.map(({name}) => name), texts})
}

/** Whether an answer, as it is sent, holds any restricted name: its reading is written down. */
export async function holdsRestricted(store: Store, answer: string): Promise<boolean> {
  const names = (await store.access.restrictedNames.all()).map(({name}) => name)
  // JSON writes a line break as a letter, which would belong to the word behind it.
  const words = answer.replace(/\\[bfnrt]/g, ' ')
  return names.length > 0 && wordsWithheld(names, [])(words).some(({shown}) => shown === '[name]')
}
