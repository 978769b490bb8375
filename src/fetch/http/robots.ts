/** What a host asks of robots (RFC 9309): read once, and again after a day. */
import robotsParser from 'robots-parser'
import type {FetchFailure} from './fetch-failure.ts'

export type RobotsRules =
  | {
      readonly kind: 'read'
      allows(url: string): boolean
      /** Between two requests; null where the host says nothing. */
      readonly crawlDelayMs: number | null
    }
  /** They stand where nobody can read them: nothing of the host is asked for until they can be (section 2.3.1.4). */
  | {readonly kind: 'unread'; readonly failure: FetchFailure}

/** What the host gave for robots.txt. */
export type RobotsAnswer =
  | {readonly status: number; readonly body: Uint8Array}
  | {readonly failure: FetchFailure}

interface Rules {
  isAllowed(url: string, robot: string): boolean | undefined
  /** Seconds. */
  getCrawlDelay(robot: string): number | undefined
}

// Its types declare a default export that the module does not have.
const parse = robotsParser as unknown as (url: string, text: string) => Rules

/** Section 2.5 lets readers stop there. */
const mostBytes = 500 * 2 ** 10

/** `url`: of robots.txt. `robot`: the name that the rules call us by. */
export function readRobots(url: string, answer: RobotsAnswer, robot: string): RobotsRules {
  if ('failure' in answer) return {kind: 'unread', failure: answer.failure}
  const {status, body} = answer
  if (status >= 500 || status === 429) {
    const reason = `is left alone for now: ${url}, which says what robots may read, answers with status ${status}`
    return {kind: 'unread', failure: {reason, retryable: true}}
  }
  // A host without rules is open (section 2.3.1.3).
  const text = status >= 200 && status <= 299 ? new TextDecoder().decode(body.subarray(0, mostBytes)) : ''
  const rules = parse(url, text)
  const delay = rules.getCrawlDelay(robot)
  return {
    kind: 'read',
    allows: page => rules.isAllowed(page, robot) !== false,
    crawlDelayMs: delay !== undefined && Number.isFinite(delay) && delay > 0 ? delay * 1000 : null
  }
}

/** Rules are read again after a day, those that could not be read after ten minutes. */
const livesMs = {read: 24 * 3_600_000, unread: 600_000}

/** The rules of the host of a page: asked for once, however many pages wait for them. */
export function createRobots(
  ask: (url: string) => Promise<RobotsAnswer>,
  robot: string,
  now: () => number
): (page: URL) => Promise<RobotsRules> {
  const hosts = new Map<string, {readonly rules: Promise<RobotsRules>; readonly readAt: number}>()
  return async ({origin}) => {
    const held = hosts.get(origin)
    if (held) {
      const rules = await held.rules
      if (now() - held.readAt < livesMs[rules.kind]) return rules
    }
    // Another may have asked while this one looked at the old rules.
    if (hosts.get(origin) === held) {
      const url = `${origin}/robots.txt`
      hosts.set(origin, {
        rules: ask(url).then(answer => readRobots(url, answer, robot)),
        readAt: now()
      })
    }
    return hosts.get(origin)!.rules
  }
}
