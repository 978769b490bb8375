/** Runs a suite over data, prints its figures, keeps the row of SCORES.md: `dateline eval SUITE --data DIR --split NAME[,NAME]`. */
import {writeFileSync} from 'node:fs'
import {loadKnowledge} from '../src/codebook/load.ts'
import {actors} from './actors.ts'
import {actorsCoverage} from './actors-coverage.ts'
import {attribution} from './attribution.ts'
import {badinput} from './badinput.ts'
import {cameo} from './cameo.ts'
import {certainty} from './certainty.ts'
import {coreference} from './coreference.ts'
import {desk} from './desk.ts'
import {dossier} from './dossier.ts'
import {extract} from './extract.ts'
import {geo} from './geo.ts'
import {gvdb} from './gvdb.ts'
import {hrdsattack, hrdsattackWeights} from './hrdsattack.ts'
import {indiapolice} from './indiapolice.ts'
import {link} from './link.ts'
import {muc4} from './muc4.ts'
import {ner} from './ner.ts'
import {relevance} from './relevance.ts'
import {salience} from './salience.ts'
import {satp} from './satp.ts'
import {scale} from './scale.ts'
import {writeScore} from './scores-file.ts'
import {seed} from './seed.ts'
import {speed} from './speed.ts'
import type {Suite} from './suite.ts'
import {time} from './time.ts'
import {ud} from './ud.ts'

const suites: Readonly<Record<string, Suite>> = {
  actors,
  badinput,
  cameo,
  attribution,
  ud,
  ner,
  certainty,
  coreference,
  desk,
  dossier,
  extract,
  geo,
  gvdb,
  hrdsattack,
  indiapolice,
  link,
  muc4,
  relevance,
  salience,
  satp,
  scale,
  seed,
  speed,
  time,
  'actors-coverage': actorsCoverage,
  'hrdsattack-weights': hrdsattackWeights
}

export interface Options {
  readonly data: string
  readonly splits: readonly string[]
  readonly out?: string | undefined
  readonly folds: number
  readonly train?: string | undefined
  /** Folder of imported places, or null for the embedded ones alone. */
  readonly packs?: string | null
  /** Reports in this language alone, where a suite has several. */
  readonly language?: string | null
  readonly log: (line: string) => void
}

/** Returns the figures; with `out`, writes the predictions there. */
export async function evaluate(
  name: string,
  {data, splits, out, folds, train, packs, language = null, log}: Options
): Promise<object> {
  const suite = suites[name]
  if (!suite) throw new Error(`No suite "${name}"; write one of ${Object.keys(suites).join(', ')}`)
  const {figures, predictions} = await suite.run({
    knowledge: loadKnowledge(packs ? {packs} : {}),
    data,
    splits,
    folds,
    train,
    language,
    log
  })
  if (out) writeFileSync(out, predictions.map(line => `${line}\n`).join(''))
  const measured = splits.length ? splits : [language ?? 'all']
  writeScore(name, train ? [...measured, `trained on ${train}`] : measured, folds, figures)
  return figures
}
