/** On a machine without users: why nobody logs in here, and how others are let in. */
import {useWords} from '../../app/settings.tsx'
import {SectionHead} from '../operations/shell.tsx'

export function Opening() {
  const {t} = useWords()
  return (
    <>
      <SectionHead title={t('people.opening')} what={t('people.opening.now')} />
      <ol className="grid max-w-3xl list-decimal gap-4 rtl:list-[arabic-indic] bg-surface p-3 ps-8">
        <li>{t('people.opening.first')}</li>
        <li>
          {t('people.opening.serve')}
          <pre className="id mt-1 overflow-x-auto border border-line-2 p-2" dir="ltr">
            {
              'dateline serve --host 0.0.0.0 --port 443 --tls-cert server.crt --tls-key server.key\ndateline serve --host 127.0.0.1 --behind-proxy'
            }
          </pre>
        </li>
        <li>{t('people.opening.others')}</li>
      </ol>
    </>
  )
}
