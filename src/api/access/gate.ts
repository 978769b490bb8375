/** What decides at the door: the store's users, how requests come, and how many are let through. */

import type {Store} from '../../workflows/open-store.ts'
import {ProblemError} from '../problem.ts'
import type {Exposure} from './exposure.ts'
import {createLimiter, type Limit, type Limiter} from './rate-limit.ts'

export interface Gate {
  readonly store: Store
  readonly exposure: Exposure
  readonly limiter: Limiter
  readonly limits: Limits
}

/** By whom they are counted. Nobody's are counted by address alone. */
export interface Limits {
  readonly address: Limit
  readonly asker: Limit
  /** Changes by one asker through one route. */
  readonly change: Limit
  /** Log-ins: of a name from an address, of a name from everywhere, of an address with whatever name. */
  readonly logIn: Limit
  readonly logInName: Limit
  readonly logInAddress: Limit
}

export const usualLimits: Limits = {
  address: {burst: 600, perMinute: 1200},
  asker: {burst: 300, perMinute: 900},
  change: {burst: 60, perMinute: 120},
  logIn: {burst: 5, perMinute: 2},
  logInName: {burst: 20, perMinute: 10},
  logInAddress: {burst: 20, perMinute: 10}
}

export function createGate(
  store: Store,
  {exposure = 'loopback', limits = {}}: {exposure?: Exposure; limits?: Partial<Limits>} = {}
): Gate {
  return {
    store,
    exposure,
    limits: {...usualLimits, ...limits},
    limiter: createLimiter(() => store.clerk.now())
  }
}

/** `what`: of which there were too many. */
export function tooMany(afterSeconds: number, what = 'requests'): ProblemError {
  return new ProblemError(
    429,
    `Too many ${what}`,
    {detail: `Try again in ${afterSeconds} s.`},
    {'retry-after': String(afterSeconds)}
  )
}
