/** One listener for all keys: screens say what theirs do. */
import {useLayoutEffect, useRef} from 'react'
import {nameOf} from './key-names.ts'
import {type GlobalKeyId, globalKeys, type Key, type ScreenKeyId, screenKeys} from './keys.ts'
import {useMay} from './rights.ts'
import type {ScreenId} from './screens.ts'

type Action = () => void
type Bound = {readonly key: Key; readonly act: Action}

/** The latest first: what opened last is asked first. */
const listening: {readonly bound: () => readonly Bound[]}[] = []
const sequenceMs = 1500
let begun: {key: string; at: number} | null = null

/** What keys of this screen do now. Those left out do nothing. */
export function useKeys<S extends ScreenId>(
  screen: S,
  actions: Partial<Record<ScreenKeyId<S>, Action | undefined>>
): void {
  const keys: Readonly<Record<string, Key>> = screenKeys[screen]
  const acts: Readonly<Record<string, Action | undefined>> = actions
  useBound(Object.keys(acts).flatMap(id => (keys[id] && acts[id] ? [{key: keys[id], act: acts[id]}] : [])))
}

export function useGlobalKeys(actions: Record<GlobalKeyId, Action>, more: readonly Bound[]): void {
  const ids = Object.keys(globalKeys) as GlobalKeyId[]
  useBound([...ids.map(id => ({key: globalKeys[id], act: actions[id]})), ...more])
}

function useBound(bound: readonly Bound[]): void {
  const may = useMay()
  const allowed = bound.filter(({key}) => may(key.needs))
  const now = useRef(allowed)
  now.current = allowed
  // With what is drawn, not after it: a key may come as soon as a person sees the screen.
  useLayoutEffect(() => {
    const mine = {bound: () => now.current}
    listening.unshift(mine)
    if (listening.length === 1) addEventListener('keydown', onKey)
    return () => {
      listening.splice(listening.indexOf(mine), 1)
      if (listening.length === 0) removeEventListener('keydown', onKey)
    }
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isTaken(event)) return
  const pressed = nameOf(event)
  const sequence = begun && event.timeStamp - begun.at < sequenceMs ? `${begun.key} ${pressed}` : null
  begun = null
  const all = listening.flatMap(({bound}) => bound())
  const found =
    (sequence && all.find(({key}) => key.key === sequence)) ||
    all.find(({key}) => key.key === pressed || key.also === pressed)
  if (found) {
    event.preventDefault()
    found.act()
  } else if (all.some(({key}) => key.key.startsWith(`${pressed} `)))
    begun = {key: pressed, at: event.timeStamp}
}

/** Somebody types, chooses in a menu, or presses what has the focus. */
function isTaken({target, key, ctrlKey, metaKey}: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  const typing = target.closest(
    'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"]'
  )
  if (typing) return !((ctrlKey || metaKey) && key === 'k')
  // A dialog has the page for itself.
  if (target.closest('[role="dialog"], [role="alertdialog"]')) return true
  if (key === 'Enter' || key === ' ')
    return target.closest('button, a, summary, input, [role="button"], [role="radio"], [role="tab"]') !== null
  if (key.startsWith('Arrow'))
    return target.closest('[role="separator"], [role="radiogroup"], [role="tablist"]') !== null
  return false
}
