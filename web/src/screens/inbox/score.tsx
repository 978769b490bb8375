/** How likely a report is of the incident it is proposed for: two digits, never rounded up to certainty. */

import {useWords} from '../../app/settings.tsx'
import type {Locale} from '../../messages/words.ts'

const formats: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en-GB', {minimumFractionDigits: 2, maximumFractionDigits: 2}),
  ar: new Intl.NumberFormat('ar-u-nu-arab', {minimumFractionDigits: 2, maximumFractionDigits: 2})
}

export function scoreText(locale: Locale, score: number): string {
  const text = formats[locale].format(Math.min(99, Math.floor(score * 100)) / 100)
  return locale === 'en' ? text.replace(/^0/, '') : text
}

/** A weight with its sign: "+.30", "−1.50". */
export function weightText(locale: Locale, weight: number): string {
  const size = formats[locale].format(Math.abs(weight))
  return `\u2066${weight < 0 ? '−' : '+'}${locale === 'en' ? size.replace(/^0\./, '.') : size}\u2069`
}

export function Score({score}: {readonly score: number}) {
  const {locale} = useWords()
  return <bdi className="font-semibold text-ink-2">{scoreText(locale, score)}</bdi>
}
