/** The cookie of a session (SAFETY A6), and how long a session lasts. */
import type {Context} from 'hono'
import {deleteCookie, getCookie, setCookie} from 'hono/cookie'
import type {Exposure} from './exposure.ts'

const idleMs = 12 * 3_600_000
const longestMs = 7 * 24 * 3_600_000

/** Sessions made or last seen before these instants are over. */
export function sessionLimits(now: Date): {readonly madeAfter: string; readonly seenAfter: string} {
  return {
    madeAfter: new Date(now.getTime() - longestMs).toISOString(),
    seenAfter: new Date(now.getTime() - idleMs).toISOString()
  }
}

/** On loopback there is no TLS, and browsers take no Secure cookie. */
const nameOf = (exposure: Exposure) => (exposure === 'loopback' ? 'dateline' : '__Host-dateline')

export function sessionToken(context: Context, exposure: Exposure): string | undefined {
  return getCookie(context, nameOf(exposure))
}

export function giveSession(context: Context, exposure: Exposure, token: string): void {
  setCookie(context, nameOf(exposure), token, {...attributes(exposure), maxAge: longestMs / 1000})
}

export function takeSession(context: Context, exposure: Exposure): void {
  deleteCookie(context, nameOf(exposure), attributes(exposure))
}

const attributes = (exposure: Exposure) =>
  ({path: '/', httpOnly: true, sameSite: 'Strict', secure: exposure !== 'loopback'}) as const
