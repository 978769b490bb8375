/**
 * All forms of a word of Arabic that news may write, from the few that the lexicon lists.
 *
 *     قتيل   قتيلا قتيلان قتيلين قتيلة ...      أصاب   أصابت أصابوا أصيب أصيبت يصيب يصاب ...
 *
 * Letters alone, as `spelling.ts` levels them: vowel signs are not written, so that one form may stand for several
 * (قتل: "killed", "was killed", "killing"). Voice is null where the letters leave it open.
 */
import type {WordReading} from '../language.ts'

/** What the form of a word says of it. */
export type Features = Pick<WordReading, 'number' | 'gender' | 'voice' | 'person' | 'tense'>

export interface Inflected extends Features {
  readonly form: string
  /** Stands only before a pronoun joined to it, or before the noun it belongs to. */
  readonly bound: boolean
}

type Gender = Features['gender']
type Number = Features['number']

const nominal = (form: string, number: Number, gender: Gender, bound = false): Inflected => ({
  form,
  number,
  gender,
  voice: null,
  person: null,
  tense: null,
  bound
})

/** `gender`: "m", "f", or "b" for nouns of people that take "ة" for a woman. `plurals`: written out, or "-" and the ending. */
export function nounForms(singular: string, gender: string, plurals: readonly string[]): Inflected[] {
  const own: Gender = gender === 'f' ? 'feminine' : 'masculine'
  const woman = gender === 'b' ? `${singular}ة` : null
  // "ين" is oftener many than two.
  return [
    ...singularForms(singular, own),
    ...(woman ? singularForms(woman, 'feminine') : []),
    ...plurals.flatMap(plural => pluralForms(singular, plural, own)),
    ...dualForms(singular, own),
    ...(woman ? dualForms(woman, 'feminine') : [])
  ]
}

export function adjectiveForms(singular: string, plurals: readonly string[], feminine: string): Inflected[] {
  const her = feminine || `${singular}ة`
  return [
    ...singularForms(singular, 'masculine'),
    ...singularForms(her, 'feminine'),
    ...(plurals.length ? plurals : ['-ون']).flatMap(plural => pluralForms(singular, plural, 'masculine')),
    ...pluralForms(singular, '-ات', 'feminine'),
    ...dualForms(singular, 'masculine'),
    ...dualForms(her, 'feminine')
  ]
}

function singularForms(form: string, gender: Gender): Inflected[] {
  return [
    nominal(form, 'singular', gender),
    ...(takesAlef(form) ? [nominal(`${form}ا`, 'singular', gender)] : [])
  ]
}

/** "قتيلا": the indefinite object, counted nouns among them; not behind "ة", "اء" and the like. */
function takesAlef(form: string): boolean {
  return !/[ةاىي]$/.test(form) ? !form.endsWith('اء') : /[^ا]ي$/.test(form)
}

function dualForms(singular: string, gender: Gender): Inflected[] {
  const stem = singular.endsWith('ة')
    ? `${singular.slice(0, -1)}ت`
    : singular.endsWith('ى')
      ? `${singular.slice(0, -1)}ي`
      : singular
  return [
    nominal(`${stem}ان`, 'dual', gender),
    nominal(`${stem}ين`, 'dual', gender),
    nominal(`${stem}ا`, 'dual', gender, true),
    nominal(`${stem}ي`, 'dual', gender, true)
  ]
}

function pluralForms(singular: string, plural: string, gender: Gender): Inflected[] {
  const stem = singular.endsWith('ة') ? singular.slice(0, -1) : singular
  const form = plural.startsWith('-') ? stem + plural.slice(1) : plural
  // The forms of a sound plural come before those of the dual that look alike.
  if (plural === '-ون')
    return [
      nominal(form, 'plural', gender),
      nominal(`${stem}ين`, 'plural', gender),
      nominal(`${stem}و`, 'plural', gender, true),
      nominal(`${stem}ي`, 'plural', gender, true)
    ]
  const own = form.endsWith('ات') ? 'feminine' : gender
  const isBroken = !plural.startsWith('-') && takesAlef(form) && !/(?:ون|ين|ات)$/.test(form)
  return [nominal(form, 'plural', own), ...(isBroken ? [nominal(`${form}ا`, 'plural', own)] : [])]
}

const persons = {he: [3, 'masculine', 'singular'], she: [3, 'feminine', 'singular']} as const

/** Of the past (third person, and "we") and the present, active and passive. */
export function verbForms(past: string, present: string): Inflected[] {
  const forms: Inflected[] = []
  const add = (
    form: string,
    tense: 'past' | 'present',
    voice: Features['voice'],
    [person, gender, number]: readonly [1 | 3, Gender, Number],
    bound = false
  ) => forms.push({form, number, gender, voice, person, tense, bound})
  const passive = passivePast(past)
  for (const [own, voice] of passive === past
    ? ([[past, null]] as const)
    : ([[past, 'active'], ...(passive ? [[passive, 'passive'] as const] : [])] as const)) {
    const isWeak = /[ىا]$/.test(own)
    const stem = isWeak ? own.slice(0, -1) : own
    const long = isWeak ? `${stem}${own.endsWith('ى') ? 'ي' : 'و'}` : own
    const many = /ي$/.test(own) ? own.slice(0, -1) : stem
    add(own, 'past', voice, persons.he)
    // "تبناه": the weak ending before a pronoun.
    if (own.endsWith('ى')) add(`${stem}ا`, 'past', voice, persons.he, true)
    add(`${stem}ت`, 'past', voice, persons.she)
    add(`${many}وا`, 'past', voice, [3, 'masculine', 'plural'])
    add(`${many}و`, 'past', voice, [3, 'masculine', 'plural'], true)
    add(`${long}ا`, 'past', voice, [3, 'masculine', 'dual'])
    add(`${stem}تا`, 'past', voice, [3, 'feminine', 'dual'])
    if (!/ا.$/.test(own)) {
      add(`${long}ن`, 'past', voice, [3, 'feminine', 'plural'])
      add(`${long}نا`, 'past', voice, [1, null, 'plural'])
    } else add(`${own.slice(0, -2)}${own.at(-1)}نا`, 'past', voice, [1, null, 'plural'])
  }
  if (!present) return forms
  const passivePresent = presentPassive(present)
  for (const [own, voice] of passivePresent === present
    ? ([[present, null]] as const)
    : ([
        [present, 'active'],
        [passivePresent, 'passive']
      ] as const)) {
    const stem = own.slice(1)
    const short = /[ىيو]$/.test(stem) ? stem.slice(0, -1) : stem
    const long = stem.endsWith('ى') ? `${short}ي` : stem
    for (const [letter, who] of [
      ['ي', persons.he],
      ['ت', persons.she],
      ['ن', [1, null, 'plural']],
      ['أ', [1, null, 'singular']]
    ] as const) {
      add(letter + stem, 'present', voice, who)
      if (stem.endsWith('ى')) add(`${letter}${short}ا`, 'present', voice, who, true)
      // "لم يقل", "لم ينف": without the long vowel.
      const clipped = /[اوي][^اويى]$/.test(stem) ? stem.slice(0, -2) + stem.at(-1) : short
      if (clipped !== stem) add(letter + clipped, 'present', voice, who)
    }
    for (const ending of ['ون', 'وا']) add(`ي${short}${ending}`, 'present', voice, [3, 'masculine', 'plural'])
    add(`ي${short}و`, 'present', voice, [3, 'masculine', 'plural'], true)
    for (const ending of ['ان', 'ا']) {
      add(`ي${long}${ending}`, 'present', voice, [3, 'masculine', 'dual'])
      add(`ت${long}${ending}`, 'present', voice, [3, 'feminine', 'dual'])
    }
    if (!/[اوي].$/.test(stem)) add(`ي${long}ن`, 'present', voice, [3, 'feminine', 'plural'])
  }
  return forms
}

/** "أصيب", "هوجم", "نُفي"; the same letters where only vowels change; '' where there is none. */
function passivePast(past: string): string {
  if (/^ان/.test(past) && past.length > 3) return ''
  if (/^ت.ا..$/.test(past)) return ''
  if (past.endsWith('ى')) return `${past.slice(0, -1)}ي`
  if (/^..?.?ا[^اوىي]$/.test(past) && !/^.ا..$/.test(past)) return `${past.slice(0, -2)}ي${past.at(-1)}`
  if (/^.ا..$/.test(past)) return `${past[0]}و${past.slice(2)}`
  return past
}

/** "يقال", "يصاب", "ينفى". */
function presentPassive(present: string): string {
  if (/[يو]$/.test(present)) return `${present.slice(0, -1)}ى`
  if (/[يو][^اويى]$/.test(present) && present.length > 3) return `${present.slice(0, -2)}ا${present.at(-1)}`
  return present
}
