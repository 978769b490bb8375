/** "4,213 of 4,213": a list never ends without saying what it leaves out. */
import {useWords} from '../app/settings.tsx'

export function Total({shown, total}: {readonly shown: number; readonly total: number}) {
  const {t, number} = useWords()
  return <span className="whitespace-nowrap">{t('value.ofTotal', {shown: number(shown), n: total})}</span>
}
