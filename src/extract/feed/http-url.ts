/** Reads a link that may be followed: http and https alone; javascript:, data: and the like are none. */

const longest = 4096

/** Absolute, resolved against `base`; null for what is no such link. */
export function httpUrl(link: string | null | undefined, base: string | null): string | null {
  const trimmed = link?.trim()
  if (!trimmed || trimmed.length > longest) return null
  const url = URL.parse(trimmed, base ?? undefined)
  return url && /^https?:$/.test(url.protocol) ? url.href : null
}
