/** How sure, contested, denied, not confirmed: each a shape with its word. */
import type {Certainty, Polarity, Realis} from '../../../src/model/contract.ts'
import {useWords} from '../app/settings.tsx'
import {Glyph} from './glyph.tsx'

/** Bars: three stated as certain (pale, for it is the rule), two probable, one possible, none not stated. */
export function CertaintyMark({
  certainty,
  word = false
}: {
  readonly certainty: Certainty
  readonly word?: boolean
}) {
  const {t} = useWords()
  const said = t(`certainty.${certainty}`)
  return (
    <span className="tag" title={said}>
      <Glyph
        name={certainty}
        label={word ? undefined : said}
        className={certainty === 'certain' ? 'text-edge' : 'text-ink'}
      />
      {word && said}
    </span>
  )
}

/** Cannot be true together with another account. */
export function ContestedMark({word = false}: {readonly word?: boolean}) {
  const {t} = useWords()
  return word ? (
    <span className="tag contest">
      <Glyph name="unequal" />
      {t('mark.contested')}
    </span>
  ) : (
    <Glyph name="unequal" label={t('mark.contested')} className="text-contest" />
  )
}

/** The speaker denies it, or it did not happen, or nobody confirmed it; nothing where it is said to have happened. */
export function DenialMark({polarity, realis}: {readonly polarity: Polarity; readonly realis: Realis}) {
  const {t} = useWords()
  const [name, word] =
    polarity === 'denied'
      ? (['cross', t('mark.denies')] as const)
      : polarity === 'unconfirmed'
        ? (['question', t('mark.unconfirmed')] as const)
        : realis === 'happened'
          ? ([null, ''] as const)
          : (['cross', t(`realis.${realis}`)] as const)
  if (!name) return null
  return (
    <span className="inline-flex items-baseline gap-1 text-deny">
      <Glyph name={name} />
      {word}
    </span>
  )
}
