/** Outlets, agencies and speakers over the whole store, and who carries whose words. */
import {useWords} from '../../app/settings.tsx'
import {EmptyState} from '../../parts/empty-state.tsx'

export function SourcesScreen() {
  const {t} = useWords()
  return <EmptyState title={t('sources.title')} />
}
