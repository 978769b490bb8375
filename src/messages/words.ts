/** Messages, figures and days as one language writes them. Ids are never changed. */
import type {Catalogue, Message, Messages, ValuesOf} from './catalogue.ts'
import type {Sayer, Writer} from './sentences.ts'

export const locales = ['en', 'ar'] as const
export type Locale = (typeof locales)[number]

export type Translate<Own extends Messages> = <Key extends keyof Own & string>(
  key: Key,
  ...values: ValuesOf<Own[Key]>
) => string

/** `Own`: the catalogue in English. */
export interface Words<Own extends Messages> {
  readonly locale: Locale
  readonly dir: 'ltr' | 'rtl'
  readonly t: Translate<Own>
  /** 4213: "4,213", "٤٬٢١٣". */
  number(n: number): string
  /** "2024-03-05" or an instant: "5 Mar 2024". What is no day stays as it is. */
  day(iso: string): string
  /** "5 Mar". */
  shortDay(iso: string): string
  /** An instant with its minute, UTC. */
  instant(iso: string): string
  /** Of an id of a list: outcomes, groups, types, signs of linking; those without a message in words as they are ("live-fire": "Live fire"). */
  label(
    kind:
      | 'outcome'
      | 'group'
      | 'type'
      | 'fact'
      | 'interest'
      | 'precision'
      | 'inbox.sign'
      | 'operations.check',
    id: string
  ): string
  /** A sentence of the server, whose own are English; null where this language has none for it. */
  sentence(english: string): string | null
}

/** Latin figures stay in English; Arabic has its own. */
const tags: Readonly<Record<Locale, string>> = {en: 'en-GB', ar: 'ar-u-nu-arab-ca-gregory'}

const sayNothing: Sayer = () => () => null

/** `sayer`: of the server's sentences, where the language has them. */
export function wordsOf<Own extends Messages>(
  locale: Locale,
  catalogue: Catalogue<Own>,
  sayer = sayNothing
): Words<Own> {
  const tag = tags[locale]
  const figures = new Intl.NumberFormat(tag)
  const forms = new Intl.PluralRules(tag)
  const days = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  })
  const shortDays = new Intl.DateTimeFormat(tag, {day: 'numeric', month: 'short', timeZone: 'UTC'})
  const instants = new Intl.DateTimeFormat(tag, {dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC'})
  const regions = new Intl.DisplayNames(tag, {type: 'region'})
  const isRtl = locale === 'ar'

  const dated = (format: Intl.DateTimeFormat) => (iso: string) => {
    const at = Date.parse(iso)
    return Number.isNaN(at) ? iso : format.format(at)
  }
  const written = (value: unknown) =>
    typeof value === 'number' ? figures.format(value) : isolated(String(value), isRtl)
  const say = sayer(writerOf, (message, n) => textOf(message, n, forms))
  // Where a part of the messages were not loaded, a key is better than no page.
  const t = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    textOf(catalogue[key as keyof Own] ?? key, Number(values.n ?? 0), forms).replace(
      /\{(\w+)\}/g,
      (_, name: string) => written(values[name])
    )
  return {
    locale,
    dir: isRtl ? 'rtl' : 'ltr',
    t: t as Translate<Own>,
    number: n => figures.format(n),
    day: dated(days),
    shortDay: dated(shortDays),
    instant: dated(instants),
    label: (kind, id) => {
      const key = `${kind}.${id}`
      return key in catalogue ? t(key) : spelled(id)
    },
    sentence: english => say(english)?.replace(beforeLatin, '$&\u00a0') ?? null
  }

  /** Of a slot in a sentence; a kind that is none of these begins the keys of messages: "group", "outcome". */
  function writerOf(kind: string): Writer {
    const number = (text: string) => figures.format(Number(text))
    const writers: Readonly<Record<string, Writer>> = {
      name: text => isolated(text, isRtl),
      number: text => (/^\d{1,15}$/.test(text) ? number(text) : null),
      year: text => (/^\d{4}$/.test(text) ? [...text].map(number).join('') : null),
      day: text => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? dated(days)(text) : null),
      country: text => (/^[A-Z]{2}$/.test(text) ? regions.of(text)! : isolated(text, isRtl))
    }
    const ofMessage: Writer = text => {
      const key = `${kind}.${text.toLowerCase().replaceAll(' ', '-')}`
      return key in catalogue ? t(key) : null
    }
    return writers[kind] ?? ofMessage
  }
}

function textOf(message: Message, n: number, forms: Intl.PluralRules): string {
  return typeof message === 'string' ? message : (message[forms.select(n)] ?? message.other)
}

/** "And" is written as one with its word, which an Arabic letter and a Latin one cannot be. */
const beforeLatin = /(?<=^|[\s(])و(?=\u2068\p{Script=Latin})/gu

/** A name set into a sentence keeps its direction to itself (FSI ... PDI), where directions may meet. */
function isolated(text: string, isRtl: boolean): string {
  return isRtl || /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) ? `\u2068${text}\u2069` : text
}

function spelled(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
