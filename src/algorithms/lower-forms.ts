/** Lower-case forms of words, kept: each is made once and asked for many times. What is kept changes the time and never the result. */

import {internal} from './kept-strings.ts'

const forms = new Map<string, string>()
const mostForms = 50_000

export function lowerForm(text: string): string {
  if (isSmall(text)) return text
  const known = forms.get(text)
  if (known !== undefined) return known
  if (forms.size >= mostForms) forms.clear()
  const lower = internal(text.toLowerCase())
  forms.set(text, lower)
  return lower
}

/** Whether there is nothing but characters of English without capitals: most words are their own lower-case form. */
function isSmall(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 127 || (unit >= 65 && unit <= 90)) return false
  }
  return true
}
