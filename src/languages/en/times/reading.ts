/** What a form of time is read with, and what it gives. */
import type {IsoDate, When} from '../../../model/date.ts'
import type {TimeToken} from './scan.ts'

export interface Anchor {
  readonly when: When
  readonly sentencesAgo: number
  /** Told as what is to come ("the vote will be in 2031"). */
  readonly isFuture: boolean
}

export interface TimeContext {
  /** The day that "today" is: of publication, in an embedded post of the post. */
  readonly reference: IsoDate | null
  /** The time told last before, and the last known to the day; never a time of mere speaking. */
  readonly anchor: Anchor | null
  readonly dayAnchor: Anchor | null
  /** Whether several times were told before, and none of the days before the report. */
  readonly isOnlyHistory: boolean
  /** Whether the words before speak of what is to come ("will", "scheduled"). */
  readonly isFuture: boolean
  /** Whether the sentence tells what is so now ("today the town is rich") or comes again ("open daily", "two buses a week"). */
  readonly isNow: () => boolean
  readonly isHabit: () => boolean
  /** Whether the words end in a common noun that stands for itself, not before another ("winter coats") or in a name. */
  readonly isOwnNoun: () => boolean
  /** Classes of the words before and behind. */
  readonly before: string
  readonly behind: string
  /** The class of the word before the one before. */
  readonly beforeThat: string
  /** The words of the form, of the one before and of the one behind, as written. */
  readonly written: {
    readonly own: string
    readonly before: string
    readonly behind: string
    /** Whether nothing stands between the word before and the form. */
    readonly isJoined: boolean
  }
  /** Order of day and month in dates of digits, as a date of the text that can be read one way only shows it. */
  readonly digitOrder: 'day-month' | 'month-day' | null
}

export interface TimeReading {
  readonly when: When | null
  readonly kind: 'point' | 'lag' | 'background'
  readonly lag: string | null
  readonly direction: 'after' | 'before' | null
  readonly counts: 'from-told' | 'from-behind' | null
  /** Time of day, 24 hours, as the text has it and in the zone it has in mind. */
  readonly clock: string | null
  /** Only a time of day, which wants a day beside it. */
  readonly needsDay?: boolean
}

/** `null`: the words are no time after all. */
export type TimeReader = (tokens: readonly TimeToken[], context: TimeContext) => TimeReading | null

export function point(when: When | null, known: When['known'] = 'stated'): TimeReading {
  return {
    when: when && {...when, known},
    kind: 'point',
    lag: null,
    direction: null,
    counts: null,
    clock: null
  }
}

export function background(when: When | null): TimeReading {
  return {...point(when), kind: 'background'}
}

/** A distance to another happening: to what the words behind tell ("hours after the raid"), or to what was told before ("hours later"). */
export function lag(
  stated: string,
  direction: 'after' | 'before',
  counts: 'from-told' | 'from-behind'
): TimeReading {
  return {when: null, kind: 'lag', lag: stated, direction, counts, clock: null}
}

/** The first word of one of the classes. */
export function one(tokens: readonly TimeToken[], classes: string): TimeToken | undefined {
  return tokens.find(({cls}) => classes.includes(cls))
}
