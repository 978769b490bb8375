/** `dateline rule KIND ...`: what a person decides about claims and incidents. */
import {buildCommand, buildRouteMap} from '@stricli/core'
import type {Ground, RulingKind} from '../../model/ruling.ts'
import type {Draft} from '../../workflows/draft-ruling.ts'
import type {Store} from '../../workflows/open-store.ts'
import type {Context} from '../context.ts'
import {byFlag, registryFlag, storeFlag, withStore} from '../store.ts'

interface Flags {
  readonly store: string
  readonly registry: string
  readonly reason?: string
  readonly by?: string
  readonly json: boolean
}

const flags = {
  store: storeFlag,
  registry: registryFlag,
  reason: {
    kind: 'parsed',
    parse: String,
    optional: true,
    brief: 'Why, kept with the ruling',
    placeholder: 'WORDS'
  },
  by: byFlag,
  json: {kind: 'boolean', default: false, brief: 'Print the ruling and what it changed as one line of JSON'}
} as const

const claim =
  'CLAIM: key of a claim, REPORT/c3, or INCIDENT/a2 for all that an account says; as "dateline show ID" has them'
const report = 'REPORT: id or URL, or REPORT/i2 where it tells of several incidents'

/** A ruling on `least` things or more; `most` where there is an end. */
function ruling(
  kind: RulingKind,
  {brief, names, example}: {readonly brief: string; readonly names: string; readonly example: string},
  least: number,
  most?: number
) {
  return buildCommand({
    docs: {brief, fullDescription: `${brief}.\n${names}\nExample: dateline rule ${kind} ${example}`},
    parameters: {
      flags,
      positional: {
        kind: 'array',
        minimum: least,
        ...(most !== undefined && {maximum: most}),
        parameter: {brief: names, placeholder: names.replaceAll(/:[^;]*;?/g, ''), parse: String}
      }
    },
    func(this: Context, given: Flags, ...on: string[]) {
      return decide(this, given, {kind, on})
    }
  })
}

const optional = (brief: string, placeholder: string) =>
  ({kind: 'parsed', parse: String, optional: true, brief, placeholder}) as const
const number = (brief: string) =>
  ({kind: 'parsed', parse: numberOf, optional: true, brief, placeholder: 'N'}) as const

const correctFlags = {
  outcome: optional('killed, injured, arrested, abducted, missing, displaced, released', 'OUTCOME'),
  group: optional('civilians, protesters, security-forces, militants, people, ...', 'GROUP'),
  min: number('Lowest number'),
  max: {
    kind: 'parsed',
    parse: (text: string) => (text === 'open' ? text : numberOf(text)),
    optional: true,
    brief: 'Highest number, or "open"',
    placeholder: 'N|open'
  },
  polarity: optional('affirmed, denied, unconfirmed', 'POLARITY'),
  realis: optional(
    'happened, attempted, prevented, threatened, planned, ordered, feared, hypothetical',
    'REALIS'
  ),
  certainty: optional('certain, probable, possible, unstated', 'CERTAINTY'),
  interest: optional(
    'party, allied, opposed, independent, unknown: how the speaker stands to the sides',
    'INTEREST'
  )
} as const

interface CorrectFlags extends Flags {
  readonly outcome?: string
  readonly group?: string
  readonly min?: number
  readonly max?: number | 'open'
  readonly polarity?: string
  readonly realis?: string
  readonly certainty?: string
  readonly interest?: string
}

const correct = buildCommand({
  docs: {
    brief: 'Give other values for a claim; what was read stays beside them',
    fullDescription:
      '--min alone means that number; --max open gives no upper bound.\nExample: dateline rule correct 949a0d741e22008a/c3 --min 3 --max 5 --outcome killed --group civilians'
  },
  parameters: {
    flags: {
      ...flags,
      ...correctFlags
    },
    positional: {kind: 'tuple', parameters: [{brief: claim, placeholder: 'CLAIM', parse: String}]}
  },
  async func(this: Context, given: CorrectFlags, key: string) {
    const {outcome, group, min, max, polarity, realis, certainty, interest} = given
    const values = {
      outcome,
      group,
      min,
      max: max === 'open' ? null : max,
      polarity,
      realis,
      certainty,
      interest
    }
    const {correctionOf} = await import('../../workflows/draft-ruling.ts')
    const correction = correctionOf(
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    )
    return decide(this, given, {kind: 'correct', on: [key], correction})
  }
})

interface AddFlags extends Omit<CorrectFlags, 'outcome'> {
  readonly quote: string
  readonly at?: number
  readonly about: 'event' | 'casualties' | 'crowd'
  readonly outcome?: string
  readonly type?: string
  readonly on?: string
  readonly source?: string
  readonly sourceKind?: string
  readonly account?: string
}

const add = buildCommand({
  docs: {
    brief: 'Add a claim that was not read, over exact words of a report',
    fullDescription:
      'It counts as a read one does, marked with who added it. REPORT alone: to the one incident that it tells of; REPORT/i2: to this one; with INCIDENT: to what it tells of this one.\nExample: dateline rule add 949a0d741e22008a --quote "three bodies" --about casualties --outcome killed --min 3 --source "the coroner" --source-kind official'
  },
  parameters: {
    flags: {
      ...flags,
      quote: {kind: 'parsed', parse: String, brief: 'Exact words of the report', placeholder: 'WORDS'},
      at: number('Where they begin, where they stand there more than once'),
      about: {kind: 'enum', values: ['event', 'casualties', 'crowd'], brief: 'What it is about'},
      type: optional('Type of event, as in the codebook', 'TYPE'),
      on: optional('Day of an incident that it founds, as 2024-03-05', 'DAY'),
      source: optional('Who says it, in words of the report; else its outlet', 'WORDS'),
      sourceKind: optional('official, security, medical, armed-group, party, witness, unnamed, ...', 'KIND'),
      account: optional('INCIDENT/a2, the account that it is of', 'ACCOUNT'),
      ...correctFlags
    },
    positional: {
      kind: 'array',
      minimum: 1,
      maximum: 2,
      parameter: {brief: `${report}; INCIDENT: id`, placeholder: 'REPORT|INCIDENT', parse: String}
    }
  },
  async func(this: Context, {quote, at, ...given}: AddFlags, ...on: string[]) {
    const {about, type, source, sourceKind, account, max, on: day} = given
    const {outcome, group, min, polarity, realis, certainty, interest} = given
    const values = {
      quote,
      about,
      type,
      account,
      on: day,
      source: source === undefined ? undefined : {words: source, kind: sourceKind ?? 'unnamed'},
      max: max === 'open' ? null : max,
      ...{outcome, group, min, polarity, realis, certainty, interest}
    }
    const {claimOf} = await import('../../workflows/claim-typed.ts')
    await decide(this, given, {kind: 'add', on}, async store => ({
      claim: await claimOf(store, on[0]!, values, at)
    }))
  }
})

const discard = buildCommand({
  docs: {
    brief: 'Set whole reports aside: what they tell leaves its incidents',
    fullDescription:
      '--ground says why: not-political-violence, satire, duplicate or wrong.\nExample: dateline rule discard 949a0d741e22008a --ground satire'
  },
  parameters: {
    flags: {
      ...flags,
      ground: {
        kind: 'enum',
        values: ['not-political-violence', 'satire', 'duplicate', 'wrong'] satisfies Ground[],
        optional: true,
        brief: 'Why they do not count; required'
      }
    },
    positional: {
      kind: 'array',
      minimum: 1,
      parameter: {brief: 'REPORT: id or URL', placeholder: 'REPORT', parse: String}
    }
  },
  func(this: Context, {ground, ...given}: Flags & {readonly ground?: Ground}, ...on: string[]) {
    return decide(this, given, {kind: 'discard', on, ground})
  }
})

const two = 'INCIDENT: id, as "dateline incidents" lists it; INCIDENT: the other'

export const rule = buildRouteMap({
  routes: {
    accept: ruling(
      'accept',
      {
        brief: 'Count a claim, whoever says it',
        names: claim,
        example: '949a0d741e22008a/c3 --reason "a second hospital told us so"'
      },
      1
    ),
    reject: ruling(
      'reject',
      {
        brief: 'Set a claim aside; needs a reason',
        names: claim,
        example: '949a0d741e22008a/c3 --reason "retracted on 6 March"'
      },
      1
    ),
    prefer: ruling(
      'prefer',
      {brief: 'Let a claim give the chosen figure', names: claim, example: '949a0d741e22008a/c3'},
      1
    ),
    correct,
    merge: ruling(
      'merge',
      {brief: 'Say that two incidents are one', names: two, example: '4d2fe397cf31 fc403573e1e1'},
      2,
      2
    ),
    split: ruling(
      'split',
      {
        brief: 'Say that reports of an incident tell of another one, which stays apart from it',
        names: `INCIDENT: id; ${report}`,
        example: '4d2fe397cf31 949a0d741e22008a --reason "the other square"'
      },
      2
    ),
    link: ruling(
      'link',
      {
        brief: 'Say that a report tells of this incident, and not of the one it was in',
        names: `${report}; INCIDENT: id`,
        example: 'https://example.org/oruro 4d2fe397cf31'
      },
      2,
      2
    ),
    unlink: ruling(
      'unlink',
      {
        brief: 'Say that a report does not tell of this incident',
        names: `${report}; INCIDENT: id`,
        example: '949a0d741e22008a 4d2fe397cf31'
      },
      2,
      2
    ),
    move: ruling(
      'move',
      {
        brief: 'Say that claims are of another incident than the one they were read for',
        names: `${claim}; INCIDENT: id of the one they are of, or "new" for one of their own`,
        example: '949a0d741e22008a/c3 4d2fe397cf31'
      },
      2
    ),
    settle: ruling(
      'settle',
      {
        brief: 'Say that reports are where they belong: they stay there, whatever arrives',
        names: 'REPORT: id or URL',
        example: '949a0d741e22008a https://example.org/oruro'
      },
      1
    ),
    discard,
    cut: ruling(
      'cut',
      {
        brief: 'Say that reports speak for themselves, where they were taken for an account of others',
        names:
          'ACCOUNT: INCIDENT/a2; REPORT: id or URL of one that carries it; or INCIDENT FROM KIND TO: an edge of its origins, as "show --json" has it',
        example: '4d2fe397cf31/a2 949a0d741e22008a --reason "they were there"'
      },
      2
    ),
    confirm: ruling(
      'confirm',
      {
        brief: 'Say that accounts are one, whatever is read later',
        names:
          'ACCOUNT: INCIDENT/a2; or INCIDENT FROM KIND TO: an edge of its origins, as "show --json" has it',
        example: '4d2fe397cf31/a2 4d2fe397cf31/a5 --reason "one press officer"'
      },
      1
    ),
    add,
    chain: ruling(
      'chain',
      {
        brief: 'Say that two incidents are of one chain of events: related, and not one',
        names: two,
        example: '4d2fe397cf31 fc403573e1e1'
      },
      2,
      2
    ),
    'not-the-same': ruling(
      'not-the-same',
      {brief: 'Keep two incidents apart, whatever arrives', names: two, example: '4d2fe397cf31 fc403573e1e1'},
      2,
      2
    )
  },
  docs: {
    brief: 'Decide about claims and incidents: outranks the machine, can be undone',
    fullDescription:
      'A ruling is kept beside the claims and never changes them. It holds whatever arrives later and is found again when reports are read anew; "dateline undo" takes it back. "dateline rulings" lists them.'
  }
})

async function decide(
  context: Context,
  {store: target, registry, reason, by, json}: Flags,
  draft: Omit<Draft, 'reason'>,
  more: (store: Store) => Promise<Partial<Draft>> = async () => ({})
): Promise<void> {
  const [{installedLinker, rule}, {printChanges, rulingInWords}] = await Promise.all([
    import('../../workflows/rulings.ts'),
    import('../print/rulings.ts')
  ])
  const ruled = await withStore(
    context,
    target,
    async store =>
      rule(store, installedLinker(registry), {...draft, ...(await more(store)), reason: reason ?? null}),
    by
  )
  const {ruling, changes, nowIn} = ruled
  context.process.stdout.write(
    json
      ? `${JSON.stringify({ruling, changes, nowIn: Object.fromEntries(nowIn)})}\n`
      : `${ruling.id}  ${rulingInWords(ruling)}\n${printChanges(changes, nowIn)}Take it back with: dateline undo ${ruling.id}\n`
  )
}

function numberOf(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no number of people; write it as 14`)
  return Number(text)
}
