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

const Keys = z.array(z.string().nullable()).min(1).max(4)

export function afterOf(cursor: string | undefined): (string | null)[] | null {
  if (cursor === undefined) return null
  try {
    return Keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw new ProblemError(400, 'This is no cursor of a page', {detail: 'Give `next` of the page before.'})
  }
}
