/** Headers, as WARC and HTTP write them: "Name: value", a line that begins with a blank goes on. */

/** All headers of a record, and all of an HTTP answer (SAFETY H2). */
export const mostHeaderBytes = 64 * 2 ** 10

/** In their order, names in lower case; lines that are none are left out, control characters too. */
export function readHeaders(lines: readonly string[]): [name: string, value: string][] {
  const headers: [string, string][] = []
  for (const line of lines) {
    const [, name, value] = /^([^\s:]+)\s*:(.*)$/s.exec(line) ?? []
    if (name !== undefined) headers.push([clean(name).toLowerCase(), clean(value!)])
    else if (/^[ \t]/.test(line) && headers.length)
      headers.at(-1)![1] = clean(`${headers.at(-1)![1]} ${line}`)
  }
  return headers
}

function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}
