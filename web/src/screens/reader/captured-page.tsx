/** The page as it was received, in a frame that runs nothing and asks nobody for anything (SAFETY H5). */
import {inPath} from '../../app/client.ts'
import {useWords} from '../../app/settings.tsx'

export function CapturedPage({report}: {readonly report: string}) {
  const {t} = useWords()
  return (
    <div className="flex h-full min-h-[60dvh] grow flex-col">
      <p className="border-b border-line px-3 py-1.5 text-small text-ink-3">{t('reader.page.what')}</p>
      <iframe
        className="w-full grow border-0 bg-white"
        title={t('reader.page')}
        src={`/api/reports/${inPath(report)}/original`}
        sandbox=""
        referrerPolicy="no-referrer"
      />
    </div>
  )
}
