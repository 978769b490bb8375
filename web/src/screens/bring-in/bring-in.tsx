/** Bringing reports in: a text, files, or addresses; and what became of what was brought in since the server started. */
import {useMutation, useQueryClient} from '@tanstack/react-query'
import {useEffect, useRef, useState} from 'react'
import {Dialog, Heading, Modal, ModalOverlay, Tab, TabList, TabPanel, Tabs} from 'react-aria-components'
import {answer, api} from '../../app/client.ts'
import {sendFile, useIntake} from '../../app/intake.ts'
import {useWords} from '../../app/settings.tsx'
import {Field} from '../../parts/field.tsx'
import {ProblemNote} from '../../parts/problem-note.tsx'
import {JobRow} from './job-row.tsx'

interface Props {
  /** Those that were dropped onto the page. */
  readonly files: readonly File[]
  readonly onClose: () => void
}

export default function BringIn({files, onClose}: Props) {
  const {t} = useWords()
  const {data} = useIntake()
  const jobs = data?.jobs ?? []
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={isOpen => isOpen || onClose()}>
      <Modal className="window">
        <Dialog className="grid gap-3 outline-none">
          <Heading slot="title" className="text-h3">
            {t('bringIn.title')}
          </Heading>
          <Tabs defaultSelectedKey={files.length ? 'files' : 'text'}>
            <TabList className="tabs mb-3 bg-raised!" aria-label={t('bringIn.title')}>
              {(['text', 'files', 'urls'] as const).map(name => (
                <Tab key={name} id={name} className="tab">
                  {t(`bringIn.${name}`)}
                </Tab>
              ))}
            </TabList>
            <TabPanel id="text">
              <TextForm />
            </TabPanel>
            <TabPanel id="files">
              <FileForm dropped={files} />
            </TabPanel>
            <TabPanel id="urls">
              <UrlForm />
            </TabPanel>
          </Tabs>
          {jobs.length > 0 && (
            <section aria-label={t('operations.intake')}>
              <ul>
                {jobs.slice(0, 10).map(job => (
                  <JobRow key={job.id} job={job} onGo={onClose} />
                ))}
              </ul>
            </section>
          )}
          <p className="flex justify-end">
            <button type="button" className="btn" onClick={onClose}>
              {t('frame.close')} <kbd>Esc</kbd>
            </button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function useSent<Given>(send: (given: Given) => Promise<unknown>, onSent: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: send,
    onSuccess: () => {
      onSent()
      void queries.invalidateQueries({queryKey: ['intake']})
    }
  })
}

function TextForm() {
  const {t} = useWords()
  const form = useRef<HTMLFormElement>(null)
  const send = useSent(
    (json: {
      text: string
      title: string | null
      outlet: string | null
      url: string | null
      publishedOn: string | null
    }) => answer(api.ingest.texts.$post({json})),
    () => {
      form.current?.reset()
      form.current?.querySelector('textarea')?.focus()
    }
  )
  const field = (name: 'title' | 'outlet' | 'url' | 'publishedOn', type = 'text') => (
    <Field label={t(name === 'title' ? 'bringIn.headline' : `bringIn.${name}`)}>
      <input name={name} type={type} dir="auto" maxLength={2000} />
    </Field>
  )
  return (
    <form
      ref={form}
      className="grid gap-2"
      onSubmit={event => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        const value = (name: string) => String(given.get(name) ?? '').trim() || null
        send.mutate({
          text: String(given.get('text')),
          title: value('title'),
          outlet: value('outlet'),
          url: value('url'),
          publishedOn: value('publishedOn')
        })
      }}
    >
      <Field label={t('bringIn.words')}>
        <textarea name="text" dir="auto" rows={7} required className="words text-text" />
      </Field>
      <div className="grid gap-2 min-[600px]:grid-cols-2">
        {field('title')}
        {field('outlet')}
        {field('publishedOn', 'date')}
        {field('url', 'url')}
      </div>
      {send.isError && <ProblemNote error={send.error} />}
      <Submit isBusy={send.isPending} />
    </form>
  )
}

function UrlForm() {
  const {t} = useWords()
  const [text, setText] = useState('')
  const [follow, setFollow] = useState(true)
  const urls = text.split(/\s+/).filter(Boolean)
  const send = useSent(
    () => answer(api.ingest.urls.$post({json: {urls, follow}})),
    () => setText('')
  )
  return (
    <form
      className="grid gap-2"
      onSubmit={event => {
        event.preventDefault()
        if (urls.length) send.mutate(undefined)
      }}
    >
      <Field label={t('bringIn.addresses')}>
        <textarea
          dir="ltr"
          rows={4}
          className="id"
          value={text}
          required
          onChange={({target}) => setText(target.value)}
        />
      </Field>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          className="min-h-0"
          checked={follow}
          onChange={({target}) => setFollow(target.checked)}
        />
        {t('bringIn.follow')}
      </label>
      <p className="text-small text-ink-3">{t('bringIn.urls.what')}</p>
      {send.isError && <ProblemNote error={send.error} />}
      <Submit isBusy={send.isPending} />
    </form>
  )
}

interface Sending {
  readonly name: string
  readonly share: number
  readonly error: unknown
}

/** Sent one after the other: the server takes them up in turn. */
function FileForm({dropped}: {readonly dropped: readonly File[]}) {
  const {t} = useWords()
  const queries = useQueryClient()
  const [now, setNow] = useState<Sending | null>(null)
  const [left, setLeft] = useState(0)
  const [faults, setFaults] = useState<readonly {name: string; error: unknown}[]>([])
  const waiting = useRef<File[]>([])
  const isSending = useRef(false)

  async function sendAll(files: readonly File[]) {
    waiting.current.push(...files)
    setLeft(waiting.current.length)
    if (isSending.current) return
    isSending.current = true
    for (let file = waiting.current.shift(); file; file = waiting.current.shift()) {
      const {name} = file
      setNow({name, share: 0, error: null})
      await sendFile(file, share => setNow({name, share, error: null})).catch((error: unknown) =>
        setFaults(before => [...before, {name, error}])
      )
      setLeft(waiting.current.length)
      void queries.invalidateQueries({queryKey: ['intake']})
    }
    isSending.current = false
    setNow(null)
  }
  const taken = useRef<readonly File[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is sent once
  useEffect(() => {
    if (dropped.length === 0 || taken.current === dropped) return
    taken.current = dropped
    void sendAll(dropped)
  }, [dropped])
  return (
    <div className="grid gap-2">
      <Field label={t('bringIn.choose')}>
        <input
          type="file"
          multiple
          onChange={({target}) => {
            void sendAll([...(target.files ?? [])])
            target.value = ''
          }}
        />
      </Field>
      <p className="text-small text-ink-3">{t('bringIn.files.what')}</p>
      {now && (
        <p className="flex flex-wrap items-center gap-3">
          <progress
            className="h-2 w-40"
            aria-label={t('bringIn.sending', {name: now.name})}
            value={now.share}
            max={1}
          />
          {t('bringIn.sending', {name: now.name})} {left > 0 && t('bringIn.left', {n: left})}
        </p>
      )}
      {faults.map(({name, error}) => (
        <div key={name}>
          <b dir="auto">{name}</b>
          <ProblemNote error={error} />
        </div>
      ))}
    </div>
  )
}

function Submit({isBusy}: {readonly isBusy: boolean}) {
  const {t} = useWords()
  return (
    <p className="flex justify-end">
      <button type="submit" className="btn primary" disabled={isBusy}>
        {t('bringIn.send')}
      </button>
    </p>
  )
}
