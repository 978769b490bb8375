/** What kind of letters a word has, asked so often that the letters of English are told without a pattern. */

/** Whether the first character is a capital letter of any script. */
export function startsUpper(text: string): boolean {
  const unit = text.charCodeAt(0)
  return unit < 128 ? unit >= 65 && unit <= 90 : /^\p{Lu}/u.test(text)
}
