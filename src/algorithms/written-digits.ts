/**
 * Reads a number written in digits: Western, Arabic (٠-٩) or Persian (۰-۹).
 *
 *     "1,300"  "١٬٣٠٠"  "1,25,000" (Indian grouping)  "1.2"  "٣٫٥"
 *     "5th", "10:30", "2/3", "1.300.5" are no numbers: null
 */
const zeros = [0x660, 0x6f0]

export function digitsOf(word: string): number | null {
  if (!/^[\d٠-٩۰-۹]/.test(word)) return null
  const western = word
    .replace(/[٠-٩۰-۹]/g, digit =>
      String(digit.charCodeAt(0) - zeros.findLast(zero => digit.charCodeAt(0) >= zero)!)
    )
    .replaceAll(/[٬،]/g, ',')
    .replaceAll('٫', '.')
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}$/.test(western)) return Number(western.replaceAll(',', ''))
  return /^\d{1,9}(?:\.\d{1,3})?$/.test(western) ? Number(western) : null
}

/** "100s", "1,000s": hundreds, thousands; the number, where it is a power of ten from a hundred up. "1990s" and "30s" are times and ages. */
export function pluralDigitsOf(word: string): number | null {
  const number = /^[\d,]+['’]?s$/.test(word) ? digitsOf(word.replace(/['’]?s$/, '')) : null
  return number !== null && number >= 100 && Number.isInteger(Math.log10(number)) ? number : null
}
