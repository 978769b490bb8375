/** A job of bringing in: how far it is, what became of its items, and where they are now. */
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import {answer, api, inPath} from '../../app/client.ts'
import {type IntakeJob, isOver, jobQuery} from '../../app/intake.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence} from '../../parts/bidi.tsx'
import {Glyph} from '../../parts/glyph.tsx'

export function JobRow({job, onGo}: {readonly job: IntakeJob; readonly onGo?: () => void}) {
  const {t, instant} = useWords()
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: () => answer(api.ingest.jobs[':id'].stop.$post({param: {id: inPath(job.id)}})),
    onSettled: () => queries.invalidateQueries({queryKey: ['intake']})
  })
  const isRunning = !isOver(job)
  return (
    <li className="grid gap-1 border-t border-line py-2 first:border-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <b className="font-semibold">{t(`intake.kind.${job.kind}`)}</b> <Bidi>{job.name}</Bidi>
        </span>
        <span className="text-small text-ink-3">
          <Bidi>{job.by}</Bidi> · {instant(job.madeAt)}
        </span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-2">
        <span className={job.state === 'failed' ? 'tag contest' : 'tag'}>
          {job.state === 'done' && <Glyph name="tick" className="text-agree" />}
          {job.state === 'failed' && <Glyph name="cross" />}
          {t(`intake.state.${job.state}`)}
        </span>
        {(job.state === 'running' || job.state === 'linking') && (
          <progress
            className="h-2 w-40"
            aria-label={t(`intake.state.${job.state}`)}
            {...(job.share === null ? {} : {value: job.share, max: 1})}
          />
        )}
        <span>{t('intake.done', {n: job.done})}</span>
        <span>{t('intake.failed', {n: job.failed})}</span>
        <span>{t('intake.skipped', {n: job.skipped})}</span>
        {isRunning && job.state !== 'linking' && (
          <button type="button" className="underline" onClick={() => stop.mutate()}>
            {t('intake.stop')}
          </button>
        )}
      </p>
      {job.problem && (
        <p className="text-small text-contest">
          <Sentence>{job.problem}</Sentence>
        </p>
      )}
      <ul className="text-small text-ink-2">
        {job.reasons.slice(0, 5).map(({state, reason, count}) => (
          <li key={`${state} ${reason}`}>
            {t(`intake.${state}`, {n: count})}: <Sentence>{reason}</Sentence>
          </li>
        ))}
      </ul>
      {isOver(job) && job.reports.length > 0 && <Given job={job} onGo={onGo} />}
    </li>
  )
}

const shown = 8

/** Reports and incidents that came of it. */
function Given({job, onGo}: {readonly job: IntakeJob; readonly onGo: (() => void) | undefined}) {
  const {t, number} = useWords()
  const {data} = useQuery(jobQuery(job.id))
  if (!data) return null
  return (
    <div className="grid gap-x-6 gap-y-1 text-small min-[700px]:grid-cols-2">
      <section>
        <h4 className="label">{t('value.reports', {n: job.reports.length})}</h4>
        <ul>
          {data.named.slice(0, shown).map(({id, title, outlet}) => (
            <li key={id}>
              <Link to="/reports/$id" params={{id}} search={{}} onClick={onGo}>
                <Bidi>{title ?? outlet ?? id}</Bidi>
              </Link>
            </li>
          ))}
        </ul>
        {job.reports.length > shown && <p className="text-ink-3">+{number(job.reports.length - shown)}</p>}
      </section>
      <section>
        <h4 className="label">{t('intake.incidents', {n: data.incidentCount})}</h4>
        <ul>
          {data.incidents.slice(0, shown).map(({id, headline}) => (
            <li key={id}>
              <Link to="/incidents/$id" params={{id}} search={{}} onClick={onGo}>
                <Sentence>{headline}</Sentence>
              </Link>
            </li>
          ))}
        </ul>
        {data.incidentCount > shown && <p className="text-ink-3">+{number(data.incidentCount - shown)}</p>}
      </section>
    </div>
  )
}
