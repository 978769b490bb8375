/**
 * Which of the bodies that reports name are one: by what they are called in all of them.
 *
 *     "the ministry"                               the one ministry of that report, else of all reports
 *     "the regional hospital in Oruro"             the regional hospital
 *     "مستشفى السلام", "the Salam hospital"          one, by the consonants of the name
 */
import {UnionFind} from '../algorithms/union-find.ts'
import {type Body, bodyKey} from './bodies.ts'
import {sameNames} from './same-names.ts'

export interface NamedBody {
  /** Null: by itself the source is nobody in particular. */
  readonly body: Body | null
  /** What it is called besides, in apposition. */
  readonly beside: Body | null
  readonly report: string
}

/**
 * For each body as a report names it, the body it is: "the ministry" is the one ministry of that report, else the one of all reports.
 * Null: several it may be, so that it is the report's own. `besides`: whom the reports quote on anything else.
 */
export function bodyIdentity(
  all: readonly NamedBody[],
  besides: readonly {readonly body: Body; readonly report: string}[]
): (named: NamedBody) => string | null {
  const bodiesOf = ({body, beside}: NamedBody) => [body, beside].flatMap(one => one ?? [])
  const spelt = sameNames([...all.flatMap(bodiesOf), ...besides.map(({body}) => body)])
  const single = all.flatMap(named =>
    bodiesOf(named).map(body => ({body: spelt(body), report: named.report}))
  )
  const distinct = new Map(single.map(({body}) => [`${bodyKey(body)} ${body.words.join(' ')}`, body]))
  const bodies = [...distinct.values()]
  const inReport = Map.groupBy(single, ({report}) => report)
  const elsewhere = Map.groupBy(
    besides.map(({body, report}) => ({body: spelt(body), report})),
    ({report}) => report
  )
  const decided = new Map<string, string | null>()

  const byItself = (body: Body, report: string) => {
    if (body.known) return body.known
    const at = `${report}/${bodyKey(body)}`
    if (!decided.has(at)) {
      const widerIn = (named: ReadonlyMap<string, readonly {readonly body: Body}[]>) =>
        theOne(
          widerThan(
            body,
            (named.get(report) ?? []).map(other => other.body)
          )
        )
      const here = widerIn(inReport) ?? (body.takesUp ? widerIn(elsewhere) : null)
      decided.set(at, here ? among(here, bodies) : body.takesUp ? null : among(body, bodies))
    }
    return decided.get(at)!
  }
  const keysOf = (named: NamedBody) =>
    bodiesOf(named).flatMap(body => byItself(spelt(body), named.report) ?? [])
  const oneOf = joined(all.map(keysOf))
  return named => oneOf(keysOf(named)[0] ?? null)
}

/** Keys that stand together are one; the first of them in order stands for all, so that the order of reports plays no part. */
function joined(together: readonly (readonly string[])[]): (key: string | null) => string | null {
  const keys = [...new Set(together.flat())].sort()
  const number = new Map(keys.map((key, i) => [key, i]))
  const sets = new UnionFind(keys.length)
  for (const [one, other] of together) {
    if (one === undefined || other === undefined) continue
    const [a, b] = [sets.find(number.get(one)!), sets.find(number.get(other)!)]
    if (a !== b) sets.join(Math.max(a, b), Math.min(a, b))
  }
  return key => (key === null ? null : keys[sets.find(number.get(key)!)]!)
}

/** Among all bodies: itself where none is wider, else what the one that is wider means; null where several may be meant. */
function among(body: Body, bodies: readonly Body[]): string | null {
  if (body.known) return body.known
  const wider = widerThan(body, bodies)
  if (wider.length === 0) return bodyKey(body)
  const one = theOne(wider)
  return one && among(one, bodies)
}

function widerThan(body: Body, bodies: readonly Body[]): Body[] {
  return bodies.filter(other => !other.takesUp && isWider(other, body))
}

/** Of several that are wider, one that has the words of all others. */
function theOne(wider: readonly Body[]): Body | null {
  if (new Set(wider.map(bodyKey)).size === 1) return wider[0]!
  return wider.find(one => wider.every(other => other === one || isWider(one, other))) ?? null
}

/** Whether it has all the words and more, or is an entry of the registry that has them or none besides. */
function isWider(wide: Body, narrow: Body): boolean {
  const holds = (a: Body, b: Body) => b.words.length > 0 && b.words.every(word => a.words.includes(word))
  if (wide.known) return holds(wide, narrow) || holds(narrow, wide)
  return holds(wide, narrow) && wide.words.length > narrow.words.length
}
