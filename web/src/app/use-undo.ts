/** Undo and redo of every ruling and every step towards the public of whoever works here: on the server, so that closing the page loses nothing. */
import {useQueryClient} from '@tanstack/react-query'
import {useNavigate} from '@tanstack/react-router'
import type {InferResponseType} from 'hono/client'
import {useState} from 'react'
import {answer, api, inPath, ProblemFailure} from './client.ts'
import {refresh} from './live.ts'
import {useNotes} from './notes.tsx'
import {useWords} from './settings.tsx'

type Rulings = InferResponseType<typeof api.rulings.next.$get, 200>
type Steps = InferResponseType<typeof api.publications.next.$get, 200>
type Step = Pick<NonNullable<Steps['undo']>, 'id' | 'kind' | 'on'>
interface NextRuling {
  readonly of: 'ruling'
  /** Of what is undone: the ruling, or the undo of it. */
  readonly id: string
  readonly ruling: NonNullable<Rulings['undo']>
}
type Next = NextRuling | {readonly of: 'publication'; readonly step: Step}

/** Whichever was made last. */
function lastOf(ruling: Rulings['undo'], step: Steps['undo']): Next | null {
  if (step && !(ruling && ruling.at > step.at)) return {of: 'publication', step}
  return ruling && {of: 'ruling', id: ruling.id, ruling}
}

/** Whichever was undone last, unless something else was done since. */
function lastUndone(rulings: Rulings, steps: Steps): Next | null {
  const [ruling, step] = [rulings.redo, steps.redo]
  const isLater = (at: string, other: {readonly at: string} | null) => !other || at > other.at
  if (step && isLater(step.by.at, ruling?.by ?? null) && isLater(step.by.at, rulings.undo))
    return {of: 'publication', step: {...step.ruling, id: step.by.id}}
  if (ruling && isLater(ruling.by.at, steps.undo))
    return {of: 'ruling', id: ruling.by.id, ruling: ruling.ruling}
  return null
}

export function useUndo(): {undo(): void; redo(): void} {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)

  async function step(direction: 'undo' | 'redo') {
    const [rulings, steps] = await Promise.all([
      answer(api.rulings.next.$get()),
      answer(api.publications.next.$get())
    ])
    const next = direction === 'undo' ? lastOf(rulings.undo, steps.undo) : lastUndone(rulings, steps)
    if (!next) return say(t(direction === 'undo' ? 'undo.nothing' : 'undo.nothingToRedo'))
    return next.of === 'publication' ? takePublication(direction, next.step) : takeRuling(direction, next)
  }

  async function takeRuling(direction: 'undo' | 'redo', {id, ruling}: NextRuling) {
    const {changes} = await answer(
      api.rulings[':id'].undo.$post({param: {id: inPath(id)}, json: {reason: null, preview: false}})
    )
    refresh(
      queries,
      changes.map(change => change.id)
    )
    const what = `${t(`ruling.${ruling.kind}`)}${ruling.reason ? `, ${ruling.reason}` : ''}`
    say(t(direction === 'undo' ? 'undo.undone' : 'undo.redone', {what, n: changes.length}))
  }

  async function takePublication(direction: 'undo' | 'redo', {id, kind, on}: Step) {
    const undone = api.publications.steps[':id'].undo.$post({param: {id: inPath(id)}, json: {reason: null}})
    try {
      await answer(undone)
    } catch (error) {
      const incident = on[0]?.incident
      // The public has seen it: the screen asks for the reason that it will read.
      if (error instanceof ProblemFailure && error.problem.status === 409 && incident)
        return navigate({to: '/publish/$id', params: {id: incident}, search: {undo: id, tab: 'history'}})
      throw error
    }
    void queries.invalidateQueries({queryKey: ['publications']})
    void queries.invalidateQueries({queryKey: ['publication']})
    say(
      t(direction === 'undo' ? 'publish.said.undo' : 'publish.said.redo', {what: t(`publish.step.${kind}`)})
    )
  }

  const run = (direction: 'undo' | 'redo') => {
    if (isBusy) return
    setBusy(true)
    step(direction)
      .catch((error: unknown) => say(error instanceof ProblemFailure ? error.problem.title : String(error)))
      .finally(() => setBusy(false))
  }
  return {undo: () => run('undo'), redo: () => run('redo')}
}
