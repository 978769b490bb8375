/** Small things that a browser remembers between visits; where it keeps nothing, they last for this visit. */
export function forgetful<T>(name: string, first: T): {get(): T; set(value: T): void} {
  const key = `dateline.${name}`
  let now = read() ?? first
  function read(): T | null {
    try {
      return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null
    } catch {
      return null
    }
  }
  return {
    get: () => now,
    set(value) {
      now = value
      try {
        localStorage.setItem(key, JSON.stringify(value))
      } catch {
        // Private windows and full disks: the value holds until the page is closed.
      }
    }
  }
}
