/** Ways of writing one name, by one key: case, accents, Arabic marks and letters of the same sound make no difference. */

const alike: readonly (readonly [RegExp, string])[] = [
  [/[\p{M}\u0640]/gu, ''],
  [/[أإآٱ]/g, 'ا'],
  [/[ىئی]/g, 'ي'],
  [/ة/g, 'ه'],
  [/ؤ/g, 'و'],
  [/ک/g, 'ك']
]

function plain(text: string): string {
  return alike.reduce((form, [from, to]) => form.replace(from, to), text.normalize('NFKD').toLowerCase())
}

/** Words of a name as they are compared: "Al-Haddad" is two. */
export function nameWords(name: string): string[] {
  return plain(name.replace(/[\u2019']s\b/gu, '')).match(/[\p{L}\p{N}]+/gu) ?? []
}

export function nameKey(name: string): string {
  return nameWords(name).join(' ')
}
