/**
 * One string object for equal strings: a cut from a text is hashed anew for every table it is looked up in, a kept one is not.
 *
 * What is kept changes the time and never the result.
 */
const most = 50_000

export class KeptStrings {
  readonly #strings = new Map<string, string>()

  /** The kept string that equals `value`. */
  get(value: string): string {
    const known = this.#strings.get(value)
    if (known !== undefined) return known
    if (this.#strings.size >= most) this.#strings.clear()
    const kept = internal(value)
    this.#strings.set(kept, kept)
    return kept
  }
}

/**
 * The engine's own copy of a string, as it keeps names of properties: two of those are the same or differ, and their letters are
 * never compared. Words are compared with words many times in every stage.
 */
export function internal(text: string): string {
  const [name] = Object.keys({[text]: true})
  return name!
}
