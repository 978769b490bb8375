/** Keys for programs: made for some permissions until a day, shown once, revoked. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import type {Permission} from '../../../../src/api/access/permissions.ts'
import {answer, api, inPath} from '../../app/client.ts'
import {useMay, useMe} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {Field} from '../../parts/field.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {OfAll} from './of-all.tsx'

/** No key has what is for persons. */
const personal = ['known', 'own-account', 'manage-users']

export function ApiKeys() {
  const {t, day} = useWords()
  const me = useMe()
  const may = useMay()
  const queries = useQueryClient()
  const [all, setAll] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const keys = useQuery({
    queryKey: ['keys', all],
    queryFn: () => answer(api.keys.$get({query: all ? {all: 'true'} : {}}))
  })
  const changed = () => void queries.invalidateQueries({queryKey: ['keys']})
  const make = useMutation({
    mutationFn: (json: {name: string; scopes: string[]; days: number}) => answer(api.keys.$post({json})),
    onSuccess: ({key}) => {
      setShown(key)
      changed()
    }
  })
  const revoke = useMutation({
    mutationFn: (id: string) => answer(api.keys[':id'].$delete({param: {id: inPath(id)}})),
    onSuccess: changed
  })
  const scopes = (me?.permissions ?? []).filter(name => !personal.includes(name)) as Permission[]
  const fault = [keys, make, revoke].find(({error}) => error)?.error
  return (
    <section className="grid content-start gap-2">
      <h2 className="flex items-center gap-3 font-semibold">
        {t('people.keys')}
        {may('manage-users') && <OfAll isAll={all} onAll={setAll} />}
      </h2>
      <p className="text-small text-ink-3">{t('people.keys.what')}</p>
      <ul>
        {keys.data?.keys.map(({id, name, user, scopes: own, expiresAt, revokedAt, usedAt}) => (
          <li
            key={id}
            className="flex items-baseline justify-between gap-3 border-t border-line py-1 text-small"
          >
            <span className={`min-w-0 [overflow-wrap:anywhere] ${revokedAt ? 'text-ink-3' : ''}`}>
              <b>
                <Bidi>{name}</Bidi>
              </b>{' '}
              {all && (
                <>
                  (<Bidi>{user}</Bidi>){' '}
                </>
              )}
              <bdi className="id">{own.join(', ')}</bdi> ·{' '}
              {revokedAt ? t('people.key.revoked') : t('people.key.until', {day: day(expiresAt)})} ·{' '}
              {usedAt ? t('people.key.used', {day: day(usedAt)}) : t('people.key.unused')}
            </span>
            {!revokedAt && (
              <button
                type="button"
                className="btn"
                disabled={revoke.isPending}
                onClick={() => revoke.mutate(id)}
              >
                {t('people.key.revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown && (
        <div role="status" className="grid gap-1 border border-edge bg-raised p-3">
          <p>{t('people.key.shown')}</p>
          <p className="id [overflow-wrap:anywhere]">{shown}</p>
        </div>
      )}
      {fault && <ProblemNote error={fault} />}
      <details>
        <summary>{t('people.key.make')}</summary>
        <form
          className="mt-2 grid max-w-md gap-2"
          onSubmit={event => {
            event.preventDefault()
            const form = event.currentTarget
            const given = new FormData(form)
            make.mutate(
              {
                name: String(given.get('name')),
                scopes: given.getAll('scope').map(String),
                days: Number(given.get('days'))
              },
              {onSuccess: () => form.reset()}
            )
          }}
        >
          <Field label={t('people.key.name')}>
            <input name="name" dir="auto" required maxLength={100} />
          </Field>
          <fieldset className="grid gap-1">
            <legend className="label">{t('people.key.scopes')}</legend>
            {scopes.map(scope => (
              <label key={scope} className="flex items-center gap-2 text-small">
                <input
                  type="checkbox"
                  name="scope"
                  value={scope}
                  className="min-h-0"
                  defaultChecked={scope === 'read'}
                />
                <span className="id">{scope}</span> {t(`right.${scope}`)}
              </label>
            ))}
          </fieldset>
          <Field label={t('people.key.days')}>
            <input name="days" type="number" min={1} max={365} defaultValue={90} required />
          </Field>
          <button type="submit" className="btn justify-self-start" disabled={make.isPending}>
            {t('people.key.make')}
          </button>
        </form>
      </details>
    </section>
  )
}
