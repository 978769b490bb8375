/** What went wrong, as the server explains it (RFC 9457), and the way on. */
import {ProblemFailure} from '../app/client.ts'
import {useWords} from '../app/settings.tsx'
import {InEnglish, Sentence} from './bidi.tsx'

export function ProblemNote({
  error,
  onAgain
}: {
  readonly error: unknown
  readonly onAgain?: (() => void) | undefined
}) {
  const {t} = useWords()
  const problem = error instanceof ProblemFailure ? error.problem : null
  const isSilent = problem?.status === 0
  return (
    <div
      role="alert"
      className="m-3 grid content-start gap-1 self-start border border-contest bg-contest-bg p-3"
    >
      <strong>
        {isSilent ? (
          t('problem.unreachable')
        ) : problem ? (
          <Sentence>{problem.title}</Sentence>
        ) : (
          t('problem.title')
        )}
      </strong>
      {isSilent && <p>{t('problem.unreachable.detail')}</p>}
      {problem?.detail && (
        <p>
          <Sentence>{problem.detail}</Sentence>
        </p>
      )}
      {!problem && (
        <p>
          <InEnglish>{String(error)}</InEnglish>
        </p>
      )}
      <ul>
        {problem?.errors?.map(({at, message}) => (
          <li key={at}>
            <InEnglish>
              <code>{at}</code> {message}
            </InEnglish>
          </li>
        ))}
      </ul>
      {onAgain && (
        <button type="button" className="btn justify-self-start" onClick={onAgain}>
          {t('problem.again')}
        </button>
      )}
    </div>
  )
}
