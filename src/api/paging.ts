/** Pages of a list: how many, and a cursor that says behind which row to begin. */
import {z} from '@hono/zod-openapi'
import type {Listed} from '../model/listing.ts'
import {ProblemError} from './problem.ts'

export const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .openapi({description: 'Rows of a page', example: 100}),
  cursor: z.string().max(500).optional().describe('`next` of the page before')
}

/** The shape of a page of such rows. */
export function pageOf<Row extends z.ZodType>(name: string, row: Row) {
  return z
    .object({
      total: z.number().int().describe('Of all that match'),
      next: z.string().nullable().describe('Cursor of the next page; null at the end'),
      rows: z.array(row)
    })
    .openapi(name)
}

export function pageFrom<Row>({total, rows, next}: Listed<Row>): {
  total: number
  next: string | null
  rows: Row[]
} {
  return {
    total,
    next: next && Buffer.from(JSON.stringify(next)).toString('base64url'),
    rows: [...rows]
  }
}

const id = z.string().regex(/^[\w-]{1,100}$/)

/** Keys of the last row: a day or count, where that is known, and an id; a number; a sum and two ids. */
const keys = {
  day: z.tuple([z.string().nullable(), z.string()]),
  count: z.tuple([
    z
      .string()
      .regex(/^\d{1,15}$/)
      .nullable(),
    z.string()
  ]),
  /** Of claims: day and id of the report, place in it. */
  claim: z.tuple([z.string().nullable(), z.string(), z.string().regex(/^\d{1,9}$/)]),
  number: z.tuple([z.string().regex(/^\d{1,15}$/)]),
  /** By one of several columns: what it holds in the last row, and an id. */
  text: z.tuple([z.string(), z.string()]),
  quantity: z.tuple([z.string().regex(/^-?\d{1,15}(?:\.\d{1,20})?$/), z.string()]),
  /** By three, the last of them a number or another id. */
  figure: z.tuple([z.string(), z.string(), z.string().regex(/^\d{1,9}$/)]),
  tie: z.tuple([z.string(), z.string(), z.string()]),
  pair: z.tuple([z.string().regex(/^-?\d{1,6}(\.\d{1,20})?$/), id, id])
}

export function afterOf(cursor: string | undefined, by: keyof typeof keys): (string | null)[] | null {
  if (cursor === undefined) return null
  try {
    const text = Buffer.from(cursor, 'base64url').toString()
    // No database keeps such a character, and none looks for it.
    if (!text.includes('\\u0000')) return keys[by].parse(JSON.parse(text))
  } catch {
    // As if it were another list's.
  }
  throw new ProblemError(400, 'This is no cursor of this list', {detail: 'Give `next` of the page before.'})
}
