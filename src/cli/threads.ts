/** The flag for how many threads read reports, shared by the commands that do. */
export const threadsFlag = {
  kind: 'parsed',
  parse: threadsOf,
  optional: true,
  brief: 'Threads that read reports [default = as many as there are cores]',
  placeholder: 'N'
} as const

function threadsOf(text: string): number {
  const threads = Number(text)
  if (!Number.isInteger(threads) || threads < 1 || threads > 256)
    throw new Error(`"${text}" is no number of threads; write a whole number from 1 to 256`)
  return threads
}
