/** Ctrl/Cmd-K: screens, commands, and incidents by their words. */
import {useQuery} from '@tanstack/react-query'
import {useNavigate} from '@tanstack/react-router'
import {useDeferredValue, useState} from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField
} from 'react-aria-components'
import {Headline} from '../parts/headline.tsx'
import {Keycap} from '../parts/keycap.tsx'
import {answer, api} from './client.ts'
import {globalKeys, type Key} from './keys.ts'
import {useMay} from './rights.ts'
import {screens} from './screens.ts'
import {useSettings} from './settings.tsx'

interface Props {
  readonly onClose: () => void
  readonly onKeys: () => void
  readonly onBringIn: () => void
  readonly onExport: () => void
  readonly undo: () => void
  readonly redo: () => void
}

interface Choice {
  readonly id: string
  readonly says: string
  readonly shows?: Key
  readonly act: () => void
}

export default function Palette({onClose, onKeys, onBringIn, onExport, undo, redo}: Props) {
  const {words, setLocale, setTheme} = useSettings()
  const {t, locale} = words
  const navigate = useNavigate()
  const may = useMay()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useQuery({
    queryKey: ['incidents', 'palette', asked],
    queryFn: () => answer(api.incidents.$get({query: {text: asked, limit: '8'}})),
    enabled: asked.length > 1
  })
  const says = (choice: Choice) =>
    may(choice.shows?.needs) &&
    choice.says.toLocaleLowerCase(locale).includes(asked.toLocaleLowerCase(locale))
  const goTo = screens
    .map(
      ({id, path, key, name, needs}): Choice => ({
        id,
        says: t('palette.goTo', {screen: t(name)}),
        shows: {key: `g ${key}`, does: name, needs},
        act: () => void navigate({to: path})
      })
    )
    .filter(says)
  const commands = [
    {id: 'bring in', says: t('bringIn.title'), shows: globalKeys.bringIn, act: onBringIn},
    {id: 'export', says: t('export.title'), shows: globalKeys.export, act: onExport},
    {id: 'undo', says: t('key.undo'), shows: globalKeys.undo, act: undo},
    {id: 'redo', says: t('key.redo'), shows: globalKeys.redo, act: redo},
    {id: 'keys', says: t('key.help'), shows: globalKeys.help, act: onKeys},
    {id: 'language', says: t('frame.otherLanguage'), act: () => setLocale(locale === 'en' ? 'ar' : 'en')},
    {id: 'light', says: `${t('frame.theme')}: ${t('frame.theme.light')}`, act: () => setTheme('light')},
    {id: 'dark', says: `${t('frame.theme')}: ${t('frame.theme.dark')}`, act: () => setTheme('dark')}
  ].filter(says)
  const incidents = asked.length > 1 ? (found.data?.rows ?? []) : []
  const choose = (key: string) => {
    onClose()
    const choice = [...goTo, ...commands].find(({id}) => id === key)
    if (choice) choice.act()
    else void navigate({to: '/incidents/$id', params: {id: key}, search: {}})
  }
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={isOpen => isOpen || onClose()}>
      <Modal className="window p-0!">
        <Dialog aria-label={t('palette.title')} className="outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label={t('palette.title')} autoFocus>
              <Input
                className="w-full border-0 border-b border-line-2 p-3 text-text"
                placeholder={t('frame.find')}
                dir="auto"
              />
            </SearchField>
            <ListBox
              aria-label={t('palette.title')}
              className="max-h-[60dvh] overflow-auto p-1 outline-none"
              selectionMode="none"
              onAction={key => choose(String(key))}
              renderEmptyState={() => <p className="p-3 text-ink-3">{t('palette.none')}</p>}
            >
              {incidents.length > 0 && (
                <ListBoxSection>
                  <Header className="label px-2 py-1">{t('palette.incidents')}</Header>
                  <Collection items={incidents}>
                    {incident => (
                      <ListBoxItem id={incident.id} textValue={incident.headline} className="choice">
                        <Headline {...incident} />
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
              {section(t('palette.screens'), goTo)}
              {section(t('palette.commands'), commands)}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function section(title: string, choices: readonly Choice[]) {
  if (choices.length === 0) return null
  return (
    <ListBoxSection>
      <Header className="label px-2 py-1">{title}</Header>
      <Collection items={choices}>
        {({id, says, shows}) => (
          <ListBoxItem id={id} textValue={says} className="choice">
            {says} {shows && <Keycap shows={shows} />}
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  )
}
