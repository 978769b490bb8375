/** The forms that an export can have: ours, and those of other datasets. */
import {useWords} from '../../app/settings.tsx'
import {Sentence} from '../../parts/bidi.tsx'

interface Format {
  readonly id: string
  readonly about: string
}

const ofOthers = new Set(['acled-csv', 'ucdp-ged-csv', 'plover-jsonl', 'phoenix-tsv', 'gdelt-tsv'])

export function FormatList({
  formats,
  chosen,
  onChoose
}: {
  readonly formats: readonly Format[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}) {
  const {t} = useWords()
  return (
    <fieldset className="min-w-0">
      <legend className="label mb-1">{t('export.format')}</legend>
      <div className="grid max-h-[26dvh] overflow-auto border border-line-2 bg-surface p-1">
        {(['own', 'other'] as const).map(group => (
          <div key={group}>
            {group === 'other' && (
              <p className="mt-1 border-t border-line-2 px-1 pt-1 text-small text-ink-3">
                {t('export.group.other')}
              </p>
            )}
            {formats
              .filter(({id}) => ofOthers.has(id) === (group === 'other'))
              .map(({id, about}) => (
                <label
                  key={id}
                  className={`grid cursor-pointer grid-cols-[auto_9.5rem_minmax(0,1fr)] items-baseline gap-x-2 px-1 py-0.5 max-[599px]:grid-cols-[auto_minmax(0,1fr)] ${id === chosen ? 'bg-select' : ''}`}
                >
                  <input
                    // biome-ignore lint/a11y/noAutofocus: the dialog was opened to choose it
                    autoFocus={id === chosen}
                    type="radio"
                    name="format"
                    className="min-h-0"
                    checked={id === chosen}
                    onChange={() => onChoose(id)}
                  />
                  <span className="id" dir="ltr" lang="en">
                    {id}
                  </span>
                  <span className="text-small text-ink-2 max-[599px]:col-start-2">
                    <Sentence>{about}</Sentence>
                  </span>
                </label>
              ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
