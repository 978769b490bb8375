/** A second factor: a secret for an app that makes codes, confirmed by one of them; recovery codes, shown once. */
import {useMutation, useQueryClient} from '@tanstack/react-query'
import {useState} from 'react'
import {answer, api} from '../../app/client.ts'
import {meQuery} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {Field} from '../../parts/field.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {QrCode} from '../../parts/qr-code.tsx'

export function SecondFactor({isOn}: {readonly isOn: boolean}) {
  const {t} = useWords()
  const queries = useQueryClient()
  const [offered, setOffered] = useState<{secret: string; uri: string} | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const offer = useMutation({
    mutationFn: (password: string) => answer(api.me['second-factor'].$post({json: {password}})),
    onSuccess: setOffered
  })
  const confirm = useMutation({
    mutationFn: (code: string) => answer(api.me['second-factor'].confirmation.$post({json: {code}})),
    onSuccess: ({recoveryCodes}) => {
      setOffered(null)
      setCodes(recoveryCodes)
      void queries.invalidateQueries({queryKey: meQuery.queryKey})
    }
  })
  const fault = offer.error ?? confirm.error
  return (
    <section className="grid content-start gap-2">
      <h2 className="font-semibold">{t('people.factor')}</h2>
      {codes ? (
        <div role="status" className="grid gap-2 border border-edge bg-raised p-3">
          <p>{t('people.factor.codes')}</p>
          <ul className="id grid max-w-sm grid-cols-2" dir="ltr">
            {codes.map(code => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </div>
      ) : isOn ? (
        <p>{t('people.factor.on')}</p>
      ) : offered ? (
        <form
          className="grid max-w-md gap-2"
          onSubmit={event => {
            event.preventDefault()
            confirm.mutate(String(new FormData(event.currentTarget).get('code')))
          }}
        >
          <p>{t('people.factor.steps')}</p>
          <QrCode text={offered.uri} label={t('people.factor.picture')} />
          <p className="id text-text [overflow-wrap:anywhere]" dir="ltr">
            {offered.secret.match(/.{1,4}/g)?.join(' ')}
          </p>
          <a href={offered.uri} className="id [overflow-wrap:anywhere]">
            {t('people.factor.open')}
          </a>
          <Field label={t('people.factor.code')}>
            <input
              name="code"
              inputMode="numeric"
              dir="ltr"
              autoComplete="one-time-code"
              required
              maxLength={40}
            />
          </Field>
          <button type="submit" className="btn justify-self-start" disabled={confirm.isPending}>
            {t('people.factor.confirm')}
          </button>
        </form>
      ) : (
        <form
          className="grid max-w-sm gap-2"
          onSubmit={event => {
            event.preventDefault()
            offer.mutate(String(new FormData(event.currentTarget).get('password')))
          }}
        >
          <p className="text-ink-2">{t('people.factor.off')}</p>
          <Field label={t('people.password.current')}>
            <input name="password" type="password" dir="auto" required autoComplete="current-password" />
          </Field>
          <button type="submit" className="btn justify-self-start" disabled={offer.isPending}>
            {t('people.factor.begin')}
          </button>
        </form>
      )}
      {fault && <ProblemNote error={fault} />}
    </section>
  )
}
