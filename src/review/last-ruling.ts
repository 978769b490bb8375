/**
 * What one person's next "undo" and "redo" are about, from the record alone: no buffer of a browser is asked.
 *
 *     r1 reject                        undo r1
 *     r1 reject, u1 undoes r1          redo by undoing u1
 *     r1, u1 undoes r1, u2 undoes u1   undo r1
 *     r1, u1 undoes r1, r2 prefer      undo r2, nothing to redo
 */

/** A ruling, or a step towards the public. */
interface Undoable {
  readonly id: string
  readonly kind: string
  readonly undoes: string | null
  readonly by: string
}

export interface NextSteps<R extends Undoable> {
  /** The ruling that would be taken back. */
  readonly undo: R | null
  /** The undo to be undone, and the ruling that it would bring back. */
  readonly redo: {readonly by: R; readonly ruling: R} | null
}

/** `rulings`: in the order they were made. */
export function nextSteps<R extends Undoable>(rulings: readonly R[], by: string): NextSteps<R> {
  const made = new Map(rulings.map(ruling => [ruling.id, ruling]))
  const held: R[] = []
  let undone: {by: R; ruling: R}[] = []
  const drop = (id: string) => {
    const at = held.findIndex(ruling => ruling.id === id)
    if (at >= 0) held.splice(at, 1)
  }
  for (const ruling of rulings) {
    const former = ruling.undoes === null ? null : made.get(ruling.undoes)
    if (!former) {
      if (ruling.by !== by) continue
      held.push(ruling)
      undone = []
    } else if (former.kind === 'undo') {
      const back = undone.find(step => step.by.id === former.id)
      undone = undone.filter(step => step !== back)
      if (back) held.push(back.ruling)
    } else {
      drop(former.id)
      if (ruling.by === by) undone.push({by: ruling, ruling: former})
    }
  }
  return {undo: held.at(-1) ?? null, redo: undone.at(-1) ?? null}
}
