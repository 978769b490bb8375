/** What was pressed, as keys.ts writes it: by letter, and by position where the keyboard writes another script. */
export function nameOf({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey
}: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  if (altKey) return `Alt+${key}`
  const written = key === '؟' ? '?' : key
  // The same place on the keyboard, where it writes Arabic or another script.
  const name =
    /^Key[A-Z]$/.test(code) && !/^[a-z]$/i.test(written)
      ? code.slice(3).toLowerCase()
      : written.length === 1
        ? written.toLowerCase()
        : written
  const shift = shiftKey && /^[a-z]$|^[A-Z][a-z]+$/.test(name) ? 'Shift+' : ''
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${shift}${name}`
}
