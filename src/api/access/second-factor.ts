/** A second factor (SAFETY A3): codes of six digits that change every half minute (RFC 6238), and codes for when the phone is lost. */
import {randomBytes} from 'node:crypto'
import {Secret, TOTP} from 'otpauth'
import type {Access, KnownUser, Store} from '../../workflows/open-store.ts'
import {ProblemError} from '../problem.ts'
import {hashOfToken} from './tokens.ts'

/** A clock may be off by this many half minutes. */
const window = 1
const recoveryCodes = 10

export interface Offered {
  readonly secret: string
  /** As apps take it: otpauth://totp/... */
  readonly uri: string
}

/** The secret of one who has none in use yet; the same until a code of it is confirmed. */
export async function offerSecondFactor(store: Store, user: KnownUser): Promise<Offered> {
  if (user.hasSecondFactor)
    throw new ProblemError(409, 'You have a second factor already', {
      detail: 'An admin can take it away: then all sessions end and a new link is made.'
    })
  const secret = user.totpSecret ?? new Secret({size: 20}).base32
  if (user.totpSecret === null) await store.access.users.offerSecondFactor(user.id, secret)
  return {secret, uri: codesOf(secret, user.name).toString()}
}

/** From now on codes are asked for. Gives back the recovery codes, which are shown once. */
export async function beginSecondFactor(store: Store, user: KnownUser, code: string): Promise<string[]> {
  if (user.hasSecondFactor || user.totpSecret === null)
    throw new ProblemError(409, 'There is no second factor to confirm')
  const step = stepOf(code, user.totpSecret, store.clerk.now())
  if (step === null)
    throw new ProblemError(400, 'This code is wrong', {
      errors: [{at: 'code', message: 'is not the code of this moment; look whether the clocks are right'}]
    })
  const {codes, hashes} = newRecoveryCodes()
  await store.as(user.name).access.users.beginSecondFactor(user.id, step, hashes)
  return codes
}

/** The step that the code is of; null where it is wrong. */
function stepOf(code: string, secret: string, now: Date): number | null {
  const token = western(code).replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const codes = codesOf(secret, '')
  const timestamp = now.getTime()
  const delta = codes.validate({token, window, timestamp})
  return delta === null ? null : codes.counter({timestamp}) + delta
}

/** Takes a code of the app or a recovery code, each once. */
export async function takeCode(
  access: Access,
  {id, totpSecret}: KnownUser,
  code: string,
  now: Date
): Promise<boolean> {
  const step = totpSecret === null ? null : stepOf(code, totpSecret, now)
  if (step !== null) return access.users.takeStep(id, step)
  return access.users.takeRecoveryCode(id, hashOfToken(plainRecoveryCode(code)))
}

/** "7KQ2M-XW4PA". */
function newRecoveryCodes(): {readonly codes: string[]; readonly hashes: string[]} {
  const codes = Array.from({length: recoveryCodes}, () => {
    const letters = new Secret({buffer: new Uint8Array(randomBytes(10)).buffer}).base32.slice(0, 10)
    return `${letters.slice(0, 5)}-${letters.slice(5)}`
  })
  return {codes, hashes: codes.map(code => hashOfToken(plainRecoveryCode(code)))}
}

function plainRecoveryCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z2-7]/g, '')
}

function codesOf(secret: string, label: string): TOTP {
  return new TOTP({issuer: 'Dateline', label: label || 'Dateline', secret: Secret.fromBase32(secret)})
}

/** Arabic keyboards write ٠١٢ or ۰۱۲. */
function western(code: string): string {
  return code.replace(/[٠-٩۰-۹]/g, digit => `${digit.charCodeAt(0) & 0xf}`)
}
