/** Saves the dossier of an incident, in the language of the page; absent where whoever works here may take nothing out. */
import {useMutation} from '@tanstack/react-query'
import type {Problem} from '../../../../src/api/problem.ts'
import {screenKeys} from '../../app/keys.ts'
import {useNotes} from '../../app/notes.tsx'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {KeyedButton} from '../../parts/keycap.tsx'
import {save} from '../../parts/save-plot.ts'

export function DossierButton({incident, rule}: {readonly incident: string; readonly rule: string}) {
  const {t, locale, sentence} = useWords()
  const {say} = useNotes()
  const make = useMutation({
    mutationFn: async () => {
      const asked = new URLSearchParams({ids: incident, lang: locale, rule})
      const response = await fetch(`/api/exports/dossier?${asked}`)
      if (response.ok) return response.blob()
      const told = (await response.json().catch(() => null)) as Problem | null
      const title = told?.title ?? `Error ${response.status}`
      throw new Error(sentence(title) ?? title)
    },
    onSuccess: file => {
      const name = `dossier-${incident}.html`
      save(file, name)
      say(t('incidents.dossier.done', {file: name}))
    },
    onError: ({message}) => say(t('plot.failed', {why: message}))
  })
  const start = () => {
    if (make.isPending) return
    say(t('incidents.dossier.making'))
    make.mutate()
  }
  useKeys('incidents', {dossier: start})
  return (
    <KeyedButton shows={screenKeys.incidents.dossier} onPress={start}>
      {t('incidents.dossier')}
    </KeyedButton>
  )
}
