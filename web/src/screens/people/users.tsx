/** Users: who they are and what they may do; added, shut out, let in again, and given a new beginning, each by a link of one use. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {type ReactNode, useRef, useState} from 'react'
import type {Role, User} from '../../../../src/model/user.ts'
import {answer, api, inPath} from '../../app/client.ts'
import {useNotes} from '../../app/notes.tsx'
import {useMe} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {Field} from '../../parts/field.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {RowTable, useRows} from '../../parts/row-table.tsx'
import {Select} from '../../parts/select.tsx'
import {SectionHead, Shell} from '../operations/shell.tsx'

const roles: readonly Role[] = ['reader', 'analyst', 'reviewer', 'publisher', 'admin']

interface Link {
  readonly name: string
  readonly setUpPath: string
  readonly expiresAt: string
}

export function Users({list}: {readonly list: ReactNode}) {
  const {t, instant} = useWords()
  const me = useMe()
  const queries = useQueryClient()
  const users = useQuery({queryKey: ['users'], queryFn: () => answer(api.users.$get())})
  const all = users.data?.users ?? []
  const rows = useRows(all, all.length, ({name}) => name)
  const at = all.find(({name}) => name === rows.chosen)
  const [link, setLink] = useState<Link | null>(null)
  const name = useRef<HTMLInputElement>(null)
  const [role, setRole] = useState<Role | null>(null)
  const isFirst = users.isSuccess && all.length === 0
  const changed = () => void queries.invalidateQueries({queryKey: ['users']})
  const add = useMutation({
    mutationFn: (json: {name: string; role: Role}) => answer(api.users.$post({json})),
    onSuccess: (made, given) => {
      setLink({name: given.name, ...made})
      // From the first user on everybody logs in: asked again, the server would send us to the log-in page before the link was seen.
      if (!isFirst) changed()
    }
  })
  useKeys('people', {
    next: () => rows.step(1),
    previous: () => rows.step(-1),
    add: () => name.current?.focus(),
    back: () => rows.choose(null)
  })
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('people.users')} what={t('people.users.what')}>
            <form
              className="grid w-full items-end gap-2 min-[700px]:grid-cols-[1fr_auto_auto]"
              onSubmit={event => {
                event.preventDefault()
                const form = event.currentTarget
                const given = String(new FormData(form).get('name')).trim()
                if (given)
                  add.mutate(
                    {name: given, role: isFirst ? 'admin' : (role ?? 'analyst')},
                    {onSuccess: () => form.reset()}
                  )
              }}
            >
              <Field label={t('people.name')}>
                <input ref={name} name="name" dir="auto" required maxLength={64} autoComplete="off" />
              </Field>
              <Field label={t('people.role')}>
                <Select
                  value={isFirst ? 'admin' : (role ?? 'analyst')}
                  disabled={isFirst}
                  of={roles}
                  name={each => t(`role.${each}`)}
                  onChoose={setRole}
                />
              </Field>
              <button
                type="submit"
                className="btn primary"
                disabled={add.isPending || (isFirst && link !== null)}
              >
                {t('people.users.add')} <kbd>n</kbd>
              </button>
            </form>
            {isFirst && <p className="text-small text-contest">{t('people.users.first')}</p>}
            {!isFirst && <p className="text-small text-ink-3">{t(`people.role.${role ?? 'analyst'}`)}</p>}
          </SectionHead>
          {link && <SetUpLink link={link} />}
          {(add.error ?? users.error) && <ProblemNote error={add.error ?? users.error} />}
          <div className="bg-surface">
            {users.isSuccess && (
              <RowTable
                label={t('people.users')}
                list={rows}
                empty={t('people.users.none')}
                columns={[
                  {
                    name: 'name',
                    head: t('people.name'),
                    cell: user => (
                      <>
                        <Bidi>{user.name}</Bidi>{' '}
                        {user.name === me?.name && <span className="text-ink-3">({t('people.you')})</span>}
                      </>
                    )
                  },
                  {name: 'role', head: t('people.role'), cell: user => t(`role.${user.role}`)},
                  {
                    name: 'state',
                    head: t('operations.state'),
                    cell: user => t(`people.user.${stateOf(user)}`)
                  },
                  {
                    name: 'factor',
                    head: t('people.factor'),
                    cell: user => (user.secondFactor ? t('operations.yes') : '')
                  },
                  {
                    name: 'made',
                    head: t('people.since'),
                    isFigure: true,
                    cell: user => instant(user.createdAt)
                  }
                ]}
              />
            )}
          </div>
        </>
      }
      detail={at ? <OneUser key={at.name} user={at} onLink={setLink} onChanged={changed} /> : null}
    />
  )
}

const stateOf = ({disabledAt, hasPassword}: User) =>
  disabledAt ? 'disabled' : hasPassword ? 'active' : 'invited'

/** Shown once: nobody can read it again. */
function SetUpLink({link: {name, setUpPath, expiresAt}}: {readonly link: Link}) {
  const {t, instant} = useWords()
  const {say} = useNotes()
  const address = new URL(setUpPath, location.origin).href
  return (
    <section role="status" className="m-3 grid gap-2 border border-edge bg-raised p-3">
      <p>{t('people.link', {name, at: instant(expiresAt)})}</p>
      <p className="id [overflow-wrap:anywhere]">{address}</p>
      <button
        type="button"
        className="btn justify-self-start"
        onClick={() => void navigator.clipboard.writeText(address).then(() => say(t('people.copied')))}
      >
        {t('people.copy')}
      </button>
    </section>
  )
}

function OneUser({
  user,
  onLink,
  onChanged
}: {
  readonly user: User
  readonly onLink: (link: Link) => void
  readonly onChanged: () => void
}) {
  const {t} = useWords()
  const {say} = useNotes()
  const [isSure, setSure] = useState(false)
  const param = {name: inPath(user.name)}
  const alter = useMutation({
    mutationFn: (json: {role?: Role; disabled?: boolean}) => answer(api.users[':name'].$patch({param, json})),
    onSuccess: () => {
      say(t('people.user.changed', {name: user.name}))
      onChanged()
    }
  })
  const reset = useMutation({
    mutationFn: () => answer(api.users[':name'].reset.$post({param})),
    onSuccess: made => {
      setSure(false)
      onLink({name: user.name, ...made})
      onChanged()
    }
  })
  return (
    <section className="grid gap-4 p-3">
      <h2 className="text-h3">
        <Bidi>{user.name}</Bidi>
      </h2>
      <Field label={t('people.role')} help={t(`people.role.${user.role}`)}>
        <Select
          value={user.role}
          disabled={alter.isPending}
          of={roles}
          name={role => t(`role.${role}`)}
          onChoose={role => alter.mutate({role})}
        />
      </Field>
      {user.secondFactor && <p className="text-small">{t('people.codesLeft', {n: user.recoveryCodes})}</p>}
      <div className="grid gap-1">
        <button
          type="button"
          className="btn justify-self-start"
          disabled={alter.isPending}
          onClick={() => alter.mutate({disabled: user.disabledAt === null})}
        >
          {t(user.disabledAt === null ? 'people.user.disable' : 'people.user.enable')}
        </button>
        <p className="text-small text-ink-3">{t('people.user.disable.what')}</p>
      </div>
      <div className="grid gap-1">
        {isSure ? (
          <span className="flex gap-2">
            <button
              type="button"
              className="btn primary"
              disabled={reset.isPending}
              onClick={() => reset.mutate()}
            >
              {t('people.user.reset.sure')}
            </button>
            <button type="button" className="btn" onClick={() => setSure(false)}>
              {t('frame.cancel')}
            </button>
          </span>
        ) : (
          <button
            type="button"
            className="btn justify-self-start"
            disabled={user.disabledAt !== null}
            onClick={() => setSure(true)}
          >
            {t('people.user.reset')}
          </button>
        )}
        <p className="text-small text-ink-3">{t('people.user.reset.what')}</p>
      </div>
      {(alter.error ?? reset.error) && <ProblemNote error={alter.error ?? reset.error} />}
    </section>
  )
}
