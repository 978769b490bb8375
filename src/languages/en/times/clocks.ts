/** Reads times of day: "3 p.m.", "15:30", "10:15 GMT", "at dawn", "in the night of"; alone they name no day. */
import {one, point, type TimeReader} from './reading.ts'

export const clock: TimeReader = tokens => {
  const half = one(tokens, 'k')
  const [written, minutes = '00'] = one(tokens, 'KDdnY')!.value.split(':') as [string, string?]
  const isMilitary = one(tokens, 'Y') !== undefined
  const hour = isMilitary ? Math.floor(Number(written) / 100) : Number(written)
  const minute = isMilitary ? Number(written) % 100 : Number(minutes)
  if (half && half.value !== '' && (hour > 12 || hour === 0))
    return hour < 24 && minute < 60 ? at(hour, minute) : null
  const full = half && half.value !== '' ? (hour % 12) + Number(half.value) : hour
  return full < 24 && minute < 60 ? at(full, minute) : null
}

export const partOfDay: TimeReader = () => ({...point(null), needsDay: true})

function at(hour: number, minute: number) {
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return {...point(null), clock, needsDay: true}
}
