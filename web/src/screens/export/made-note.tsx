/** What is in an export that was made, and its manifest to be kept with it. */
import type {Manifest} from '../../../../src/api/routes/exports.ts'
import {useWords} from '../../app/settings.tsx'
import {Sentence} from '../../parts/bidi.tsx'
import {save} from '../../parts/save-plot.ts'

export function MadeNote(manifest: Manifest) {
  const {t} = useWords()
  const {file, rows, incidents, leftOut, sha256} = manifest
  const keep = () =>
    save(
      new Blob([`${JSON.stringify(manifest, null, 2)}\n`], {type: 'application/json'}),
      `${file}.manifest.json`
    )
  return (
    <section className="grid gap-1 border border-line-2 p-2">
      <b>
        {t('export.done', {n: incidents, file})} · {t('export.rows', {n: rows})}
      </b>
      {Object.entries(leftOut).map(([why, n]) => (
        <p key={why}>
          {t('export.leftOut', {n})}: <Sentence>{why}</Sentence>
        </p>
      ))}
      <p className="text-small text-ink-3">
        {t('export.hash')}{' '}
        <code className="id break-all" dir="ltr">
          {sha256}
        </code>
      </p>
      <button type="button" className="btn justify-self-start" onClick={keep}>
        {t('export.manifest')}
      </button>
    </section>
  )
}
