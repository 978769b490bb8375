/**
 * The rulings that some tellings hang together with, by index: of tens of thousands only those that can say something of them.
 *
 *     what names a telling                       merge, split, link, ... : whole
 *     what joins it with others, and so on       a merges b, b merges c: of a also what is ruled on c
 *     what names claims or ties of its reports   accept, cut, ...
 *
 * What one settles or rejects in bulk is given for these tellings and claims alone. Undone rulings are left out.
 */
import {type Kysely, sql} from 'kysely'
import {activeRulings} from '../model/active-rulings.ts'
import type {Correction, RulingAtHand, RulingKind, TieAnchor} from '../model/ruling.ts'
import type {Tables} from './tables.ts'

type Part = Tables['ruling_targets']['part']

interface TargetRow {
  readonly id: string
  readonly part: Part
  readonly position: number
  readonly found: string | null
}

/** `keys`: of tellings. What is said of any other is not complete. In the order they were made. */
export async function rulingsAtHand(
  database: Kysely<Tables>,
  keys: readonly string[]
): Promise<RulingAtHand[]> {
  const found = new Found(database)
  await found.link(keys)
  await found.ofReports([...new Set(keys.map(reportOf))])
  return found.rulings()
}

class Found {
  readonly #database: Kysely<Tables>
  readonly #kinds = new Map<string, RulingKind>()
  readonly #isHeld = new Map<string, boolean>()
  readonly #targets = new Map<string, TargetRow>()

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** What names these tellings, and those that it puts together with them, and so on. */
  async link(keys: readonly string[]): Promise<void> {
    const seen = new Set(keys)
    for (let frontier = [...keys]; frontier.length; ) {
      const met = await this.#naming(frontier)
      const fresh = met.filter(id => !this.#kinds.has(id))
      await this.#note(fresh)
      const isHeld = (id: string) => this.#isHeld.get(id) === true
      const settling = met.filter(id => isHeld(id) && this.#kinds.get(id) === 'settle')
      const joined = new Set<string>()
      for (const row of await this.#settled(settling, frontier)) {
        this.#keep(row)
        if (row.found !== null) joined.add(row.found)
      }
      const whole = fresh.filter(id => isHeld(id) && this.#kinds.get(id) !== 'settle')
      for (const row of await this.#whole(whole)) {
        this.#keep(row)
        const key = joinedBy(this.#kinds.get(row.id)!, row)
        if (key !== null) joined.add(key)
      }
      frontier = [...joined].filter(key => !seen.has(key))
      for (const key of frontier) seen.add(key)
    }
  }

  /** What names claims or ties of these reports. */
  async ofReports(reports: readonly string[]): Promise<void> {
    const {rows} = await sql<TargetRow>`
      select ruling_id as id, part, position, found from ${asked(reports)} join ruling_targets on report_id = asked.key
      where part in ('claims', 'ties')`.execute(this.#database)
    const ids = [...new Set(rows.map(({id}) => id))]
    await this.#note(ids.filter(id => !this.#kinds.has(id)))
    const ofAccounts = ids.filter(
      id => this.#isHeld.get(id) && ['cut', 'confirm', 'add'].includes(this.#kinds.get(id)!)
    )
    for (const row of [...rows, ...(await this.#whole(ofAccounts))])
      if (this.#isHeld.get(row.id)) this.#keep(row)
  }

  async rulings(): Promise<RulingAtHand[]> {
    const targets = Map.groupBy(this.#targets.values(), ({id}) => id)
    const {rows} = await sql<{
      id: string
      kind: RulingKind
      by: string
      reason: string | null
      correction: Correction | null
      ties: TieAnchor[] | null
      reports: string[] | null
    }>`select id, kind, ruling ->> 'by' as by, ruling ->> 'reason' as reason, ruling -> 'correction' as correction,
        ruling -> 'ties' as ties, case when kind = 'add' then ruling -> 'reports' end as reports
      from ${asked([...targets.keys()])} join rulings on id = asked.key order by seq`.execute(this.#database)
    return rows.map(({ties, reports, ...ruling}) => {
      const own = targets.get(ruling.id)!.sort((a, b) => a.position - b.position)
      const keys = (part: Part) => own.filter(row => row.part === part).map(({found}) => found)
      return {
        ruling: {...ruling, undoes: null, ties: ties ?? [], reports: reports ?? []},
        claims: keys('claims'),
        ties: keys('ties'),
        tellings: keys('tellings'),
        others: keys('others'),
        leaves: keys('leaves')
      }
    })
  }

  #keep(row: TargetRow): void {
    this.#targets.set(`${row.id} ${row.part} ${row.position}`, row)
  }

  /** Ids of rulings about these tellings, and of those that founded one of them. */
  async #naming(keys: readonly string[]): Promise<string[]> {
    const {rows} = await sql<{id: string}>`
      select distinct ruling_id as id from ${asked(keys)} join ruling_targets on found = asked.key
      where part in ('tellings', 'others', 'leaves')`.execute(this.#database)
    const founding = keys.flatMap(key => /\/p([0-9a-f]+)$/.exec(key)?.[1] ?? [])
    return [...new Set([...rows.map(({id}) => id), ...founding])]
  }

  /** Their kinds, and whether they hold. */
  async #note(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    const {rows} = await sql<{id: string; kind: RulingKind; undoes: string | null}>`
      with recursive own as (
        select rulings.id, kind, undoes, seq from ${asked(ids)} join rulings on rulings.id = asked.key
        union select rulings.id, rulings.kind, rulings.undoes, rulings.seq from own join rulings on rulings.undoes = own.id)
      select id, kind, undoes from own order by seq`.execute(this.#database)
    const held = new Set(activeRulings(rows).map(({id}) => id))
    for (const {id, kind} of rows) {
      this.#kinds.set(id, kind)
      this.#isHeld.set(id, held.has(id))
    }
  }

  async #whole(ids: readonly string[]): Promise<TargetRow[]> {
    if (ids.length === 0) return []
    const {rows} = await sql<TargetRow>`
      select ruling_id as id, part, position, found from ${asked(ids)} join ruling_targets on ruling_id = asked.key`.execute(
      this.#database
    )
    return rows
  }

  /** Of what was settled the pairs with one of these tellings. */
  async #settled(ids: readonly string[], keys: readonly string[]): Promise<TargetRow[]> {
    if (ids.length === 0) return []
    const {rows} = await sql<TargetRow>`
      with named as materialized (
        select distinct ruling_id, position from ${asked(keys)} join ruling_targets on found = asked.key
        where part in ('tellings', 'others', 'leaves') and ruling_id in (select key from ${asked(ids)}))
      select ruling_id as id, part, position, found from named join ruling_targets using (ruling_id, position)
      where part in ('tellings', 'others')`.execute(this.#database)
    return rows
  }
}

/** The key of what this row of a ruling puts together with the rest of it. */
function joinedBy(kind: RulingKind, {id, part, found}: TargetRow): string | null {
  if (kind === 'merge' || kind === 'link') return part === 'tellings' || part === 'others' ? found : null
  if (kind === 'split') return part === 'tellings' ? found : null
  if (kind !== 'add' && kind !== 'move') return null
  if (part === 'others') return found
  // What they found, though nothing names it.
  if (kind === 'add') return part === 'reports' ? `${found}/p${id}` : null
  return part === 'claims' && found !== null ? `${reportOf(found)}/p${id}` : null
}

/** As a table of one column. */
function asked(keys: readonly string[]) {
  return sql`jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) as asked(key)`
}

function reportOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}
