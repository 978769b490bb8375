/**
 * Times of day in Arabic, "15:30": "الساعة 3:30 عصرا", "عند الساعة الثالثة والنصف", "10:30 مساء".
 *
 * `length` is how many words it takes; a time of day wants a day beside it.
 */
import type {Word} from '../language.ts'
import type {TimeWords} from './time-words.ts'

export function clockAt(
  words: readonly Word[],
  start: number,
  is: TimeWords
): {readonly clock: string; readonly length: number} | null {
  let at = start
  const isHour = /^[وبل]?الساعة$/.test(words[at]?.form ?? '')
  if (isHour) at++
  const written = /^(\d{1,2}):(\d\d)$/.exec(plain(words[at]?.form ?? ''))
  const ordinal = isHour && !written ? is.at(words, at, 'ordinal') : null
  const digits = isHour && !written && !ordinal ? /^\d{1,2}$/.exec(plain(words[at]?.form ?? '')) : null
  const hour = written
    ? Number(written[1])
    : ordinal
      ? Number(ordinal.value)
      : digits
        ? Number(digits[0])
        : null
  if (hour === null || hour > 24) return null
  at += ordinal?.length ?? 1
  let minutes = written ? Number(written[2]) : 0
  const fraction = is.at(words, at, 'fraction')
  if (fraction) {
    minutes += Number(fraction.value)
    at += fraction.length
  }
  const part = is.at(words, at, 'day-part')
  if (part) at += part.length
  if (!isHour && !part) return null
  const own =
    part && Number(part.value) === 12 && hour < 12
      ? hour + 12
      : part && hour === 12 && part.value === '0'
        ? 0
        : hour
  const total = own * 60 + minutes
  if (total < 0 || total >= 24 * 60) return null
  const two = (number: number) => String(number).padStart(2, '0')
  return {clock: `${two(Math.floor(total / 60))}:${two(total % 60)}`, length: at - start}
}

function plain(form: string): string {
  return form.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
}
