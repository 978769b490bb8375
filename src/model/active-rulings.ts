/**
 * Which rulings hold: those that no ruling undoes that itself holds.
 *
 *     r1 reject, r2 undoes r1              nothing
 *     r1 reject, r2 undoes r1, r3 undoes r2    r1
 */

/** A ruling, a step towards the public, a change of the desk. */
interface Undoable {
  readonly id: string
  readonly kind: string
  readonly undoes: string | null
}

/** `rulings`: in the order they were made; so is what comes out. */
export function activeRulings<R extends Undoable>(rulings: readonly R[]): R[] {
  const undone = new Set<string>()
  for (const {id, undoes} of rulings.toReversed()) if (undoes !== null && !undone.has(id)) undone.add(undoes)
  return rulings.filter(({id, kind}) => kind !== 'undo' && !undone.has(id))
}
