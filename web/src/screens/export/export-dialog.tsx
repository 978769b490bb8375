/** Taking incidents out: which, in which form, by whose figures, for whom; and what came of it. */
import {queryOptions, useMutation, useQuery} from '@tanstack/react-query'
import {useEffect, useRef, useState} from 'react'
import type {RuleId} from '../../../../src/model/assessment.ts'
import {answer, api} from '../../app/client.ts'
import {useNotes} from '../../app/notes.tsx'
import {flagged, incidentCountQuery} from '../../app/queries.ts'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Field} from '../../parts/field.tsx'
import {FormDialog} from '../../parts/form-dialog.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {save} from '../../parts/save-plot.ts'
import {Select} from '../../parts/select.tsx'
import {rules} from '../incidents/matrix.ts'
import {FormatList} from './format-list.tsx'
import {MadeNote} from './made-note.tsx'
import {makeExport} from './make-export.ts'
import {useWanted, type Wanted} from './wanted.ts'

const formatsQuery = queryOptions({
  queryKey: ['export formats'],
  queryFn: () => answer(api.exports.$get()),
  staleTime: Number.POSITIVE_INFINITY
})

interface Props {
  /** Ids of the incidents that were selected on the screen. */
  readonly selected: readonly string[]
  readonly onClose: () => void
}

export default function ExportDialog({selected, onClose}: Props) {
  const {t, locale} = useWords()
  const {say} = useNotes()
  const mayReadAll = useMay()('read-restricted')
  const {choices, filter} = useWanted(selected)
  const [which, setWhich] = useState<Wanted['id']>(choices[0]!.id)
  const [chosen, setChosen] = useState<string>()
  const [rule, setRule] = useState<RuleId>()
  const [isRedacted, setRedacted] = useState(false)
  const [isPacked, setPacked] = useState(false)
  const [language, setLanguage] = useState(locale)
  const formats = useQuery(formatsQuery)
  const format = formats.data?.formats.find(({id}) => id === chosen) ?? formats.data?.formats[0]
  const listed = useQuery(incidentCountQuery(filter))
  const every = useQuery(incidentCountQuery({}))
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])
  const make = useMutation({
    mutationFn: () => {
      const {ids} = choices.find(({id}) => id === which)!
      const query = {
        ...(ids ? {ids: ids.join()} : flagged(filter)),
        ...(rule && {rule}),
        ...(format!.inLanguage && {lang: language}),
        redact: isRedacted || !mayReadAll ? ('true' as const) : ('false' as const),
        packed: isPacked ? ('true' as const) : ('false' as const)
      }
      return makeExport(format!.id, query, stop.current.signal)
    },
    onSuccess: ({file, manifest}) => {
      save(file, manifest.file)
      say(t('export.done', {n: manifest.incidents, file: manifest.file}))
    }
  })
  const says = ({id, ids}: Wanted) => {
    if (id === 'one') return t('export.which.one')
    if (ids) return t('export.which.selected', {n: ids.length})
    if (listed.data === undefined || every.data === undefined) return t('export.counting')
    return listed.data === every.data
      ? t('export.which.every', {n: every.data})
      : t('export.which.all', {count: listed.data, total: every.data})
  }
  const isEmpty = which === 'all' && listed.data === 0
  const isReady = format !== undefined && !isEmpty && !make.isPending
  return (
    <FormDialog
      title={t('export.title')}
      action={t('export.start')}
      isReady={isReady}
      onDo={() => make.mutate()}
      onClose={onClose}
    >
      <fieldset className="grid gap-1">
        <legend className="label">{t('export.which')}</legend>
        {choices.map(choice => (
          <label key={choice.id} className="flex items-center gap-2">
            <input
              type="radio"
              name="which"
              className="min-h-0"
              checked={which === choice.id}
              onChange={() => setWhich(choice.id)}
            />
            {says(choice)}
          </label>
        ))}
        {isEmpty && <p className="text-ink-2">{t('export.nothing')}</p>}
      </fieldset>
      {formats.isError && <ProblemNote error={formats.error} onAgain={() => void formats.refetch()} />}
      {format && <FormatList formats={formats.data!.formats} chosen={format.id} onChoose={setChosen} />}
      {format && (
        <div className="grid items-start gap-3 min-[600px]:grid-cols-[12rem_minmax(0,1fr)]">
          <div className="grid gap-3">
            <Field label={t('export.rule')}>
              <Select
                value={rule ?? ''}
                of={['', ...rules]}
                name={id => (id === '' ? t('export.rule.own', {rule: format.rule}) : id)}
                onChoose={id => setRule(id || undefined)}
              />
            </Field>
            {format.inLanguage && (
              <Field label={t('export.language')}>
                <Select
                  value={language}
                  of={['en', 'ar']}
                  name={own => (own === 'en' ? 'English' : 'العربية')}
                  onChoose={setLanguage}
                />
              </Field>
            )}
          </div>
          <div className="grid gap-2">
            <Choice
              says={t('export.redact')}
              what={t('export.redact.what')}
              isSet={isRedacted || !mayReadAll}
              {...(mayReadAll ? {} : {always: t('export.redact.always')})}
              onSet={setRedacted}
            />
            <Choice
              says={t('export.packed')}
              what={t('export.packed.what')}
              isSet={isPacked}
              onSet={setPacked}
            />
          </div>
        </div>
      )}
      <div aria-live="polite">
        {make.isPending && <p className="text-ink-2">{t('export.making')}</p>}
        {make.isError && <ProblemNote error={make.error} />}
        {make.isSuccess && <MadeNote {...make.data.manifest} />}
      </div>
    </FormDialog>
  )
}

function Choice({
  says,
  what,
  isSet,
  always,
  onSet
}: {
  readonly says: string
  readonly what: string
  readonly isSet: boolean
  /** Why it cannot be left out. */
  readonly always?: string
  readonly onSet: (isSet: boolean) => void
}) {
  return (
    <label className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2">
      <input
        type="checkbox"
        className="min-h-0"
        checked={isSet}
        disabled={always !== undefined}
        onChange={({target}) => onSet(target.checked)}
      />
      <span>{says}</span>
      <span className="col-start-2 text-small text-ink-3">{always ? `${always} ${what}` : what}</span>
    </label>
  )
}
