/** JSONTestSuite as lines of JSON: what is no JSON must fail with its reason, what is must be read, and nothing may crash. */
import type {Received} from '../src/fetch/input.ts'
import type {Told} from './badinput-feeds.ts'
import type {Watch} from './badinput-watch.ts'
import {filesOfTar} from './tar.ts'

/** A whole file is a line; and the value in it stands beside a text, so that what is JSON makes a report. */
const beside = [Buffer.from('{"text":"One shell fell on Dorna.","value":'), Buffer.from('}')] as const

export async function readJson(corpus: Uint8Array, watch: Watch, tell: Told) {
  const figures = {valid: 0, validRead: 0, invalid: 0, invalidRefused: 0, either: 0, crashed: 0, hung: 0}
  for (const {name, bytes} of filesOfTar(corpus)) {
    const [, kind] = /^test_parsing\/([yni])_.*\.json$/.exec(name) ?? []
    if (!kind) continue
    // A value may stand on several lines, a line of JSON may not.
    const oneLine =
      kind === 'y' ? Buffer.from(bytes.toString('latin1').replace(/[\r\n]/g, ' '), 'latin1') : bytes
    const answers = []
    for (const line of [oneLine, Buffer.concat([beside[0], oneLine, beside[1]])])
      answers.push(await watch.read({kind: 'lines', name, bytes: line, mediaType: null, url: null}))
    const [alone, within] = answers.map(answer => ('read' in answer ? answer.read.received! : null))
    figures.crashed += Number(answers.some(answer => 'crashed' in answer))
    figures.hung += Number(answers.some(answer => 'hung' in answer))
    if (kind === 'y') {
      figures.valid++
      figures.validRead += Number(isJson(alone) && within?.[0]?.kind === 'report')
    } else if (kind === 'n') {
      figures.invalid++
      figures.invalidRefused += Number(isRefused(alone) && isRefused(within))
    } else figures.either++
    tell({name, alone: told(alone), within: told(within)})
  }
  return figures
}

function isJson(received: readonly Received[] | null | undefined): boolean {
  return told(received)?.some(reason => /^is not (?:JSON|UTF-8)/.test(reason)) === false
}

/** Every line that stands there failed with a reason; and there is one. */
function isRefused(received: readonly Received[] | null | undefined): boolean {
  return Boolean(
    received?.length && received.every(input => input.kind === 'failed' && input.reason.length > 5)
  )
}

function told(received: readonly Received[] | null | undefined): string[] | null {
  return received?.map(input => ('reason' in input ? input.reason : input.kind)) ?? null
}
