/** Ends a long work at the next good place when a person presses Ctrl-C, and at once when they press it again. */
import {type Context, say} from './context.ts'

/** Of a program that was ended by Ctrl-C, as shells have it. */
export const stoppedCode = 130

/** `words`: what is said when it happens. */
export function stoppedBy(context: Context, words: string): AbortSignal {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      say(context, words)
      stopping.abort()
    })
  return stopping.signal
}
