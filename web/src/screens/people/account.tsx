/** One's own account: password, second factor, where one is logged in, keys for programs. */
import {useMutation} from '@tanstack/react-query'
import {useRef, useState} from 'react'
import {answer, api} from '../../app/client.ts'
import {useMe} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi} from '../../parts/bidi.tsx'
import {Field} from '../../parts/field.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {SectionHead} from '../operations/shell.tsx'
import {ApiKeys} from './api-keys.tsx'
import {SecondFactor} from './second-factor.tsx'
import {SessionList} from './session-list.tsx'

export function Account() {
  const {t} = useWords()
  const me = useMe()
  if (!me) return null
  return (
    <>
      <SectionHead title={t('people.account')}>
        <p className="text-ink-2">
          <Bidi>{me.name}</Bidi> · {me.role && t(`role.${me.role}`)}
        </p>
        {me.role && <p className="w-full text-small text-ink-3">{t(`people.role.${me.role}`)}</p>}
      </SectionHead>
      <div className="grid content-start gap-x-8 gap-y-6 bg-surface p-3 min-[1100px]:grid-cols-2">
        <Password />
        <SecondFactor isOn={me.secondFactor === 'on'} />
        <SessionList />
        <ApiKeys />
      </div>
    </>
  )
}

function Password() {
  const {t} = useWords()
  const form = useRef<HTMLFormElement>(null)
  const [isDone, setDone] = useState(false)
  const change = useMutation({
    mutationFn: (json: {current: string; next: string}) => answer(api.me.password.$post({json})),
    onSuccess: () => {
      form.current?.reset()
      setDone(true)
    }
  })
  return (
    <section>
      <h2 className="mb-1 font-semibold">{t('people.password')}</h2>
      <form
        ref={form}
        className="grid max-w-sm gap-2"
        onSubmit={event => {
          event.preventDefault()
          setDone(false)
          const given = new FormData(event.currentTarget)
          change.mutate({current: String(given.get('current')), next: String(given.get('next'))})
        }}
      >
        <Field label={t('people.password.current')}>
          <input name="current" type="password" dir="auto" required autoComplete="current-password" />
        </Field>
        <Field label={t('people.password.next')} help={t('people.password.rules')}>
          <input name="next" type="password" dir="auto" required autoComplete="new-password" />
        </Field>
        <button type="submit" className="btn justify-self-start" disabled={change.isPending}>
          {t('people.password.change')}
        </button>
        {isDone && <p role="status">{t('people.password.changed')}</p>}
        {change.error && <ProblemNote error={change.error} />}
      </form>
    </section>
  )
}
