/** Names that are kept from whoever lacks the permission: restricted with a reason, freed again. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {type ReactNode, useRef} from 'react'
import {answer, api, inPath} from '../../app/client.ts'
import {useNotes} from '../../app/notes.tsx'
import {useMay} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {Bidi} from '../../parts/bidi.tsx'
import {Facts} from '../../parts/facts.tsx'
import {Field} from '../../parts/field.tsx'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {RowTable, useRows} from '../../parts/row-table.tsx'
import {SectionHead, Shell} from '../operations/shell.tsx'

export function RestrictedNames({list}: {readonly list: ReactNode}) {
  const {t, instant} = useWords()
  const {say} = useNotes()
  const may = useMay()
  const queries = useQueryClient()
  const names = useQuery({
    queryKey: ['restricted-names'],
    queryFn: () => answer(api['restricted-names'].$get())
  })
  const all = names.data?.names ?? []
  const rows = useRows(all, all.length, ({id}) => id)
  const at = all.find(({id}) => id === rows.chosen) ?? null
  const first = useRef<HTMLInputElement>(null)
  const changed = () => void queries.invalidateQueries({queryKey: ['restricted-names']})
  const add = useMutation({
    mutationFn: (json: {name: string; reason: string}) => answer(api['restricted-names'].$post({json})),
    onSuccess: () => {
      changed()
      say(t('people.names.added'))
    }
  })
  const free = useMutation({
    mutationFn: (id: string) => answer(api['restricted-names'][':id'].$delete({param: {id: inPath(id)}})),
    onSuccess: () => {
      changed()
      say(t('people.names.freed'))
    }
  })
  useKeys('people', {
    next: () => rows.step(1),
    previous: () => rows.step(-1),
    add: () => first.current?.focus(),
    back: () => rows.choose(null)
  })
  const fault = [names, add, free].find(({error}) => error)?.error
  return (
    <Shell
      list={list}
      work={
        <>
          <SectionHead title={t('people.names')} what={t('people.names.what')}>
            <NotAllowed needs="restrict-names" />
            {may('restrict-names') && (
              <form
                className="grid w-full items-end gap-2 min-[700px]:grid-cols-[1fr_2fr_auto]"
                onSubmit={event => {
                  event.preventDefault()
                  const form = event.currentTarget
                  const given = new FormData(form)
                  add.mutate(
                    {name: String(given.get('name')), reason: String(given.get('reason'))},
                    {onSuccess: () => form.reset()}
                  )
                }}
              >
                <Field label={t('people.name')}>
                  <input ref={first} name="name" dir="auto" required maxLength={200} autoComplete="off" />
                </Field>
                <Field label={t('operations.reason')}>
                  <input name="reason" dir="auto" required maxLength={500} />
                </Field>
                <button type="submit" className="btn primary" disabled={add.isPending}>
                  {t('people.names.add')} <kbd>n</kbd>
                </button>
              </form>
            )}
          </SectionHead>
          {fault && <ProblemNote error={fault} />}
          <div className="bg-surface">
            {names.isSuccess && (
              <RowTable
                label={t('people.names')}
                list={rows}
                empty={t('people.names.none')}
                columns={[
                  {name: 'name', head: t('people.name'), cell: row => <Bidi>{row.name}</Bidi>},
                  {name: 'reason', head: t('operations.reason'), cell: row => <Bidi>{row.reason}</Bidi>},
                  {name: 'by', head: t('operations.audit.who'), cell: row => <Bidi>{row.by}</Bidi>},
                  {name: 'at', head: t('operations.at'), isFigure: true, cell: row => instant(row.at)}
                ]}
              />
            )}
          </div>
        </>
      }
      detail={
        at && (
          <section className="grid gap-3 p-3">
            <h2 className="text-h3">
              <Bidi>{at.name}</Bidi>
            </h2>
            <Facts
              rows={[
                [t('operations.reason'), <Bidi key="r">{at.reason}</Bidi>],
                [t('operations.audit.who'), <Bidi key="b">{at.by}</Bidi>],
                [t('operations.at'), instant(at.at)]
              ]}
            />
            {may('restrict-names') && (
              <>
                <button
                  type="button"
                  className="btn justify-self-start"
                  disabled={free.isPending}
                  onClick={() => free.mutate(at.id)}
                >
                  {t('people.names.free')}
                </button>
                <p className="text-small text-ink-3">{t('people.names.free.what')}</p>
              </>
            )}
          </section>
        )
      }
    />
  )
}
