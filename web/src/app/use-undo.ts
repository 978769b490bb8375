/**
 * Undo and redo of whatever whoever works here changed: rulings, steps towards the public, and the desk itself (users, names,
 * feeds, items, queues). On the server, so that closing the page loses nothing.
 */
import {useQueryClient} from '@tanstack/react-query'
import {useNavigate} from '@tanstack/react-router'
import type {InferResponseType} from 'hono/client'
import {useState} from 'react'
import {answer, api, inPath, ProblemFailure} from './client.ts'
import {refresh} from './live.ts'
import {useNotes} from './notes.tsx'
import {useWords} from './settings.tsx'

type Ruling = NonNullable<InferResponseType<typeof api.rulings.next.$get, 200>['undo']>
type Publication = NonNullable<InferResponseType<typeof api.publications.next.$get, 200>['undo']>
type DeskStep = NonNullable<InferResponseType<typeof api.changes.next.$get, 200>['undo']>
type Direction = 'undo' | 'redo'

/** `id`: of what is undone: the step, or the undo of it. `at`: when that was. */
interface Next {
  readonly id: string
  readonly at: string
  readonly what:
    | {readonly of: 'ruling'; readonly step: Ruling}
    | {readonly of: 'publication'; readonly step: Publication}
    | {readonly of: 'desk'; readonly step: DeskStep}
}

/** What was made, and what was undone, last in each of the three records; the latest first. */
async function nextSteps(): Promise<Readonly<Record<Direction, readonly Next[]>>> {
  const [rulings, steps, changes] = await Promise.all([
    answer(api.rulings.next.$get()),
    answer(api.publications.next.$get()),
    answer(api.changes.next.$get())
  ])
  const undo: Next[] = []
  const redo: Next[] = []
  const add = (into: Next[], by: {readonly id: string; readonly at: string}, what: Next['what']) =>
    into.push({id: by.id, at: by.at, what})
  if (rulings.undo) add(undo, rulings.undo, {of: 'ruling', step: rulings.undo})
  if (steps.undo) add(undo, steps.undo, {of: 'publication', step: steps.undo})
  if (changes.undo) add(undo, changes.undo, {of: 'desk', step: changes.undo})
  if (rulings.redo) add(redo, rulings.redo.by, {of: 'ruling', step: rulings.redo.ruling})
  if (steps.redo) add(redo, steps.redo.by, {of: 'publication', step: steps.redo.ruling})
  if (changes.redo) add(redo, changes.redo.by, {of: 'desk', step: changes.redo.step})
  const latest = (all: readonly Next[]) => all.toSorted((a, b) => (a.at > b.at ? -1 : 1))
  return {undo: latest(undo), redo: latest(redo)}
}

export function useUndo(): {undo(): void; redo(): void} {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)

  async function step(direction: Direction) {
    const steps = await nextSteps()
    const [next] = steps[direction]
    // Something else was made since in another record: nothing is to be brought back over it.
    const isOver =
      direction === 'redo' &&
      next &&
      steps.undo.some(({at, what}) => what.of !== next.what.of && at > next.at)
    if (!next || isOver) return say(t(direction === 'undo' ? 'undo.nothing' : 'undo.nothingToRedo'))
    const {id, what} = next
    if (what.of === 'ruling') return takeRuling(direction, id, what.step)
    return what.of === 'desk' ? takeDesk(direction, id, what.step) : takePublication(direction, id, what.step)
  }

  async function takeRuling(direction: Direction, id: string, ruling: Ruling) {
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

  async function takeDesk(direction: Direction, id: string, {of, subject, count}: DeskStep) {
    await answer(api.changes[':id'].undo.$post({param: {id: inPath(id)}}))
    // Names change what every answer holds.
    void queries.invalidateQueries()
    const what = `${t(`change.${of}`, {n: count})}${subject ? `, ${subject}` : ''}`
    say(t(direction === 'undo' ? 'publish.said.undo' : 'publish.said.redo', {what}))
  }

  async function takePublication(direction: Direction, id: string, {kind, on}: Publication) {
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

  const run = (direction: Direction) => {
    if (isBusy) return
    setBusy(true)
    step(direction)
      .catch((error: unknown) => say(error instanceof ProblemFailure ? error.problem.title : String(error)))
      .finally(() => setBusy(false))
  }
  return {undo: () => run('undo'), redo: () => run('redo')}
}
