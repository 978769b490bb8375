/** Values that requests are made of. */
import {z} from '@hono/zod-openapi'
import {isIsoDate} from '../model/date.ts'

export const Day = z
  .string()
  .refine(isIsoDate, 'is no day; write it as 2024-03-05')
  .openapi({format: 'date', example: '2024-03-05'})

export const Instant = z.iso
  .datetime({error: 'is no instant; write it as 2024-03-05T09:30:00Z'})
  .transform(instant => new Date(instant).toISOString())
  .openapi({type: 'string', format: 'date-time', example: '2024-03-05T09:30:00Z'})

export const Flag = z
  .enum(['true', 'false'])
  .transform(flag => flag === 'true')
  .openapi({type: 'string', enum: ['true', 'false']})

/** West, south, east, north in degrees. */
export const Bbox = z
  .string()
  .max(200)
  .transform((text, context): [number, number, number, number] => {
    const numbers = text.split(',').map(Number)
    const [west, south, east, north] = numbers as [number, number, number, number]
    const isBox =
      numbers.length === 4 &&
      [west, east].every(lon => Math.abs(lon) <= 180) &&
      [south, north].every(lat => Math.abs(lat) <= 90) &&
      south <= north
    if (!isBox)
      context.addIssue({code: 'custom', message: 'is no box; write west,south,east,north in degrees'})
    return [west, south, east, north]
  })
  .openapi({type: 'string', example: '42,29,49,38'})

/** Of a page or feed. */
export const Address = z
  .string()
  .max(2000)
  .regex(/^https?:\/\/[^\s/]+/i, 'is no address; write it as https://paper.example/story')

/** Why somebody does something, as no database refuses it. */
export const Words = z
  .string()
  .max(500)
  .transform(words => words.replaceAll('\0', '').toWellFormed().trim())
  .refine(words => words !== '', 'is empty')
  .openapi({type: 'string', minLength: 1, maxLength: 500})

export const countAnswer = {
  description: 'How many were changed',
  content: {'application/json': {schema: z.object({count: z.number().int()})}}
}
