/** The words that show that one source carries another, incident by incident; each can be cut or confirmed. */
import {useInfiniteQuery, useQuery} from '@tanstack/react-query'
import {Link} from '@tanstack/react-router'
import {useState} from 'react'
import type {SourceTie, TiePassage} from '../../../../src/model/source.ts'
import {useWords} from '../../app/settings.tsx'
import {Bidi, Sentence, Words} from '../../parts/bidi.tsx'
import {TieDialog, type TieOfIncident} from '../../parts/tie-dialog.tsx'
import {MorePages} from './more-pages.tsx'
import {passagesQuery, sourceQuery} from './queries.ts'
import {SourceName} from './source-name.tsx'

export function TiePane({tie}: {readonly tie: Pick<SourceTie, 'from' | 'to' | 'kind'>}) {
  const {t} = useWords()
  const read = useInfiniteQuery(passagesQuery(tie))
  const [asked, setAsked] = useState<TieOfIncident | null>(null)
  const rows = read.data?.pages.flatMap(page => page.rows) ?? []
  return (
    <>
      <header className="border-b border-line-2 p-3">
        <h2 className="text-h3 leading-tight">
          <Named id={tie.from} /> {t(`tie.kind.${tie.kind}`)} <Named id={tie.to} />
        </h2>
        <p className="text-small text-ink-2">{t('sources.passages')}</p>
      </header>
      <MorePages read={read} shown={rows.length}>
        <ol>
          {rows.map(row => (
            <Passage
              key={`${row.incident} ${row.from} ${row.to}`}
              passage={row}
              onAsk={() => setAsked({incident: row.incident, from: row.from, to: row.to, kind: tie.kind})}
            />
          ))}
        </ol>
      </MorePages>
      {asked && <TieDialog tie={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Named({id}: {readonly id: string}) {
  const {data} = useQuery(sourceQuery(id))
  return data ? <SourceName source={data} /> : <span className="id">{id}</span>
}

function Passage({
  passage: {incident, headline, evidence},
  onAsk
}: {
  readonly passage: TiePassage
  readonly onAsk: () => void
}) {
  const {t} = useWords()
  return (
    <li className="grid gap-1 border-b border-line px-3 py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-small">
        <Link to="/incidents/$id" params={{id: incident}} search={{}}>
          <Sentence>{headline}</Sentence>
        </Link>
        <button type="button" className="btn" onClick={onAsk}>
          {t('sources.rule')}
        </button>
      </p>
      {evidence.length === 0 && <p className="text-small text-ink-3">{t('tie.noWords')}</p>}
      {evidence.map(({report, outlet, quote}) => (
        <div key={`${report} ${quote.from}`}>
          <Link to="/reports/$id" params={{id: report}} search={{incident}} className="text-small text-ink-2">
            <Bidi>{outlet ?? report}</Bidi>
          </Link>
          <p className="line-clamp-4" title={quote.text}>
            <Words>{quote.text}</Words>
          </p>
        </div>
      ))}
    </li>
  )
}
