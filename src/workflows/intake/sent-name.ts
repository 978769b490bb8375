/**
 * What something that was sent is called in lists: never what could be taken for a path or an address (SAFETY H8),
 * so that trying it again reads nothing of that name on the server.
 *
 *     ../../etc/passwd      sent: .._.._etc_passwd
 *     news.warc.gz          sent: news.warc.gz
 */

const prefix = 'sent: '

export function sentName(given: string): string {
  const plain = given
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[\\/:]+/g, '_')
    .trim()
  return `${prefix}${plain.slice(0, 150) || 'text'}`
}

/** Whether an item of this origin was sent, so that there is nothing to read it from anew. */
export function wasSent(origin: string): boolean {
  return origin.startsWith(prefix)
}
