/** Which phrases of a report the key means: the fillers of all its templates, and the mentions that give them. */
import type {Mention} from '../../src/muc4/mentions.ts'
import type {Role} from '../../src/muc4/model.ts'
import {coreOf} from '../../src/muc4/phrase-words.ts'
import {compareStrings, headWord} from './compare.ts'
import type {KeyTemplate} from './keys.ts'

export interface Filler {
  readonly role: Role
  readonly alts: readonly string[]
  /** The same as the key has them. */
  readonly words: readonly string[]
  readonly optional: boolean
  /** Indices of the templates that have it. */
  readonly templates: readonly number[]
  /** For an office: names it belongs to. */
  readonly of: readonly string[]
}

const slotOf: Readonly<Record<string, Role>> = {
  perp_individual_id: 'individual',
  perp_organization_id: 'organisation',
  phys_tgt_id: 'target',
  hum_tgt_name: 'name',
  hum_tgt_description: 'description',
  incident_instrument_id: 'instrument'
}

export function fillersOf(templates: readonly KeyTemplate[]): Filler[] {
  const found: (Filler & {templates: number[]; alts: string[]; words: string[]})[] = []
  for (const [i, template] of templates.entries()) {
    const names = (template.slots.hum_tgt_name ?? []).flatMap(({alts}) => alts)
    for (const [slot, plainRole] of Object.entries(slotOf)) {
      for (const {alts, optional, xref} of template.slots[slot] ?? []) {
        const of = (xref ?? []).filter(name => names.includes(name))
        const role = plainRole === 'description' && of.length ? 'office' : plainRole
        const cores = [...new Set(alts.map(coreOf))]
        const same = found.find(
          other =>
            other.role === role &&
            other.alts.some(alt => cores.includes(alt)) &&
            (role !== 'office' || other.of.some(name => of.includes(name)))
        )
        if (same) {
          same.words.push(...alts)
          for (const core of cores) if (!same.alts.includes(core)) same.alts.push(core)
          if (!same.templates.includes(i)) same.templates.push(i)
        } else
          found.push({
            role,
            alts: cores,
            words: [...alts],
            optional: (optional ?? false) || template.optional,
            templates: [i],
            of
          })
      }
    }
  }
  return found
}

/** For each filler, the mentions that give it: its very words, else words with the same head. */
export function mentionsOfFillers(fillers: readonly Filler[], mentions: readonly Mention[]): number[][] {
  return fillers.map(({alts, role}) => {
    const wanted = new Set(alts)
    const isTitle = (mention: Mention) => mention.forms[0]!.kind === 'title'
    const exact = [...mentions.keys()].filter(i => mentions[i]!.forms.some(({core}) => wanted.has(core)))
    // A form that is cut inside a longer phrase is second best.
    const whole = exact.filter(i => wanted.has(mentions[i]!.key))
    const found =
      whole.length && role !== 'office'
        ? whole.concat(exact.filter(i => !whole.includes(i) && !isTitle(mentions[i]!)))
        : exact
    if (found.length) return found
    return [...mentions.keys()].filter(i =>
      alts.some(
        alt =>
          compareStrings(mentions[i]!.key, alt) > 0 && mentions[i]!.key.split(' ').at(-1) === headWord(alt)
      )
    )
  })
}
