/** What people changed about the desk itself, so that it can be taken back. Rows are only ever added. */
import {randomBytes} from 'node:crypto'
import {sql} from 'kysely'
import type {DeskChange, DeskStep} from '../model/desk-change.ts'
import type {Rows} from './access.ts'

export interface DeskChanges {
  /** `subject`: what it is told as; `count`: of what was changed. */
  add(change: DeskChange, told: {readonly subject: string | null; readonly count: number}): Promise<DeskStep>
  /** `of`: what it is about in the end. */
  undo(step: DeskStep): Promise<DeskStep>
  /** The last of one person, and what undoes them, in the order they were made. */
  latest(who: string, most: number): Promise<DeskStep[]>
  /** A step with what it undoes, in the end, and all that undoes these; in the order they were made. */
  around(id: string): Promise<DeskStep[]>
  /** What a step that is no undo changed. */
  change(id: string): Promise<DeskChange>
}

/** `who`: to whom changes are laid. */
export const deskChangesIn = ({database, change: changing, now}: Rows, who: string): DeskChanges => {
  const keep = async (row: {
    kind: DeskStep['kind']
    of: DeskStep['of']
    undoes: string | null
    subject: string | null
    count: number
    change: string | null
  }): Promise<DeskStep> => {
    const {of, change, ...told} = row
    const step = {...told, id: randomBytes(6).toString('hex'), by: who, at: now().toISOString()}
    const {by, ...stored} = step
    await changing(tx =>
      tx
        .insertInto('desk_changes')
        .values({...stored, who: by, change})
        .execute()
    )
    return {...step, of}
  }
  /** `ids`: an SQL query for them. */
  const trees = async (ids: ReturnType<typeof sql>): Promise<DeskStep[]> => {
    const {rows} = await sql<DeskStep>`
      with recursive up as (
        select id, undoes from desk_changes where id in (${ids})
        union select desk_changes.id, desk_changes.undoes from up join desk_changes on desk_changes.id = up.undoes),
      own as (
        select up.id, desk_changes.kind as of from up join desk_changes on desk_changes.id = up.id where up.undoes is null
        union select desk_changes.id, own.of from own join desk_changes on desk_changes.undoes = own.id)
      select id, kind, own.of, undoes, subject, count, who as by, at from own join desk_changes using (id) order by seq`.execute(
      database
    )
    return rows
  }
  return {
    add: (change, told) =>
      keep({kind: change.kind, of: change.kind, undoes: null, ...told, change: JSON.stringify(change)}),
    undo: ({id, of, subject, count}) => keep({kind: 'undo', of, undoes: id, subject, count, change: null}),
    latest: (who, most) =>
      trees(
        sql`select id from (select id from desk_changes where who = ${who} order by seq desc limit ${most}) as own`
      ),
    around: id => trees(sql`${id}`),
    async change(id) {
      const {change} = await database
        .selectFrom('desk_changes')
        .select('change')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return change!
    }
  }
}
