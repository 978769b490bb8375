/** Undo and redo of every ruling of whoever works here: on the server, so that closing the page loses nothing. */
import {useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import {answer, api, inPath, ProblemFailure} from './client.ts'
import {refresh} from './live.ts'
import {useNotes} from './notes.tsx'
import {useWords} from './settings.tsx'

export function useUndo(): {undo(): void; redo(): void} {
  const {t} = useWords()
  const {say} = useNotes()
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)

  async function step(direction: 'undo' | 'redo') {
    const {undo, redo} = await answer(api.rulings.next.$get())
    const ruling = direction === 'undo' ? undo : redo?.ruling
    const id = direction === 'undo' ? undo?.id : redo?.by.id
    if (!ruling || !id) return say(t(direction === 'undo' ? 'undo.nothing' : 'undo.nothingToRedo'))
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

  const run = (direction: 'undo' | 'redo') => {
    if (isBusy) return
    setBusy(true)
    step(direction)
      .catch((error: unknown) => say(error instanceof ProblemFailure ? error.problem.title : String(error)))
      .finally(() => setBusy(false))
  }
  return {undo: () => run('undo'), redo: () => run('redo')}
}
