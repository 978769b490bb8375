/** Whether what belongs to others is listed too. */
import {useWords} from '../../app/settings.tsx'

export function OfAll({isAll, onAll}: {readonly isAll: boolean; readonly onAll: (isAll: boolean) => void}) {
  const {t} = useWords()
  return (
    <label className="flex items-center gap-1 text-small font-normal">
      <input
        type="checkbox"
        className="min-h-0"
        checked={isAll}
        onChange={({target}) => onAll(target.checked)}
      />
      {t('people.ofAll')}
    </label>
  )
}
