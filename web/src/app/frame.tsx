/** The bar above, the screen, the foot below; keys, palette, live updates and undo for all screens. */
import {Link, Outlet, useNavigate, useRouterState} from '@tanstack/react-router'
import {lazy, Suspense, useRef, useState} from 'react'
import {Button} from 'react-aria-components'
import {Keycap, KeyedButton} from '../parts/keycap.tsx'
import {ExportContext} from './export-context.ts'
import {globalKeys, type Key, screenKeys} from './keys.ts'
import {useLive} from './live.ts'
import {useNotes} from './notes.tsx'
import {useMay} from './rights.ts'
import {saying} from './saying.ts'
import {type Screen, screens} from './screens.ts'
import {useSettings, useWords} from './settings.tsx'
import {useDropped} from './use-dropped.ts'
import {useGlobalKeys} from './use-keys.ts'
import {useUndo} from './use-undo.ts'
import {Who} from './who.tsx'

const Palette = lazy(() => import('./palette.tsx'))
const ThemeMenu = lazy(() => import('./theme-menu.tsx'))
const KeysOverlay = lazy(() => import('./keys-overlay.tsx'))
const BringIn = lazy(saying('bring-in', () => import('../screens/bring-in/bring-in.tsx')))
const ExportDialog = lazy(saying('export', () => import('../screens/export/export-dialog.tsx')))

export function Frame() {
  const {t, locale} = useWords()
  const navigate = useNavigate()
  const [over, setOver] = useState<'palette' | 'keys' | 'bring in' | 'export' | null>(null)
  const [wanted, setWanted] = useState<readonly string[]>([])
  const [dropped, setDropped] = useState<readonly File[]>([])
  const here = useScreen('location')
  // The one that is loaded: with it came the messages of its keys.
  const shown = useScreen('resolvedLocation')
  const may = useMay()
  const {undo, redo} = useUndo()
  const isLive = useLive()
  useGlobalKeys(
    {
      help: () => setOver('keys'),
      palette: () => setOver('palette'),
      undo,
      redo,
      bringIn: () => setOver('bring in'),
      export: () => openExport()
    },
    screens.map(({path, key, name, needs}) => ({
      key: {key: `g ${key}`, does: name, needs},
      act: () => void navigate({to: path})
    }))
  )
  function openExport(incidents: readonly string[] = []) {
    setWanted(incidents)
    setOver('export')
  }
  const close = () => {
    setOver(null)
    setDropped([])
  }
  const isDragged = useDropped(may('ingest'), files => {
    setDropped(files)
    setOver('bring in')
  })
  return (
    <div className="frame">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line-2 bg-surface px-3 min-h-10">
        <a href="#work" className="sr-only focus:not-sr-only">
          {t('frame.skip')}
        </a>
        <Link to="/" className="text-text font-bold no-underline" lang="en" dir="ltr">
          Dateline <span className="font-normal text-ink-3">—</span>
        </Link>
        <nav
          aria-label={t('frame.screens')}
          className="order-last flex w-full gap-4 self-stretch overflow-x-auto min-[901px]:order-none min-[901px]:w-auto"
        >
          {screens
            .filter(({needs}) => may(needs))
            .map(screen => (
              <ScreenLink key={screen.id} screen={screen} isHere={screen.id === here} />
            ))}
        </nav>
        <Button
          className="ms-auto flex min-h-7 items-center justify-between gap-4 rounded border border-edge px-2 text-ink-3 max-[900px]:[&_kbd]:hidden min-[1600px]:w-60"
          onPress={() => setOver('palette')}
        >
          {t('frame.find')} <Keycap shows={globalKeys.palette} />
        </Button>
        <KeyedButton shows={globalKeys.bringIn} onPress={() => setOver('bring in')}>
          {t('bringIn.short')}
        </KeyedButton>
        <Who />
        <LanguageButton />
        <ThemeButton />
        <Button
          className="min-h-7 min-w-7 max-[900px]:hidden"
          aria-label={t('frame.keys')}
          onPress={() => setOver('keys')}
        >
          <Keycap shows={globalKeys.help} />
        </Button>
      </header>
      <ExportContext value={openExport}>
        <Outlet key={locale} />
      </ExportContext>
      {isDragged && (
        <p className="pointer-events-none fixed inset-4 z-30 grid place-items-center border-2 border-dashed border-ink bg-raised/90 text-h2">
          {t('bringIn.drop')}
        </p>
      )}
      <Foot here={shown} isLive={isLive} />
      <Suspense>
        {over === 'palette' && (
          <Palette
            onClose={close}
            onKeys={() => setOver('keys')}
            onBringIn={() => setOver('bring in')}
            onExport={openExport}
            undo={undo}
            redo={redo}
          />
        )}
        {over === 'export' && <ExportDialog selected={wanted} onClose={close} />}
        {over === 'bring in' && <BringIn files={dropped} onClose={close} />}
        {over === 'keys' && <KeysOverlay here={shown} onClose={close} />}
      </Suspense>
    </div>
  )
}

function useScreen(at: 'location' | 'resolvedLocation'): Screen['id'] | null {
  const path = useRouterState({select: state => state[at]?.pathname ?? ''})
  return screens.find(screen => path === screen.path || path.startsWith(`${screen.path}/`))?.id ?? null
}

function ScreenLink({screen, isHere}: {readonly screen: Screen; readonly isHere: boolean}) {
  const {t} = useWords()
  return (
    <Link
      to={screen.path}
      aria-current={isHere ? 'page' : undefined}
      className={`flex items-center gap-1 border-y-2 border-transparent py-1.5 whitespace-nowrap no-underline ${isHere ? 'border-b-ink font-semibold' : 'text-ink-2'}`}
    >
      {t(screen.name)}
      <span aria-hidden="true" className="id text-ink-3 font-normal max-[1599px]:hidden">
        g {screen.key}
      </span>
    </Link>
  )
}

function LanguageButton() {
  const {words, setLocale} = useSettings()
  const other = words.locale === 'en' ? 'ar' : 'en'
  return (
    <Button className="min-h-7 text-ink-2" lang={other} onPress={() => setLocale(other)}>
      {words.t('frame.otherLanguage')}
    </Button>
  )
}

function ThemeButton() {
  const {t} = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        className="min-h-7 text-ink-2"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPress={() => setOpen(true)}
      >
        {t('frame.theme')}
      </Button>
      <Suspense>{isOpen && <ThemeMenu button={button} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}

function Foot({here, isLive}: {readonly here: Screen['id'] | null; readonly isLive: boolean}) {
  const {t} = useWords()
  const {last} = useNotes()
  const may = useMay()
  const own: readonly Key[] = here ? Object.values(screenKeys[here]) : []
  const keys = own.filter(({needs}) => may(needs))
  return (
    <footer className="flex min-h-7 items-center gap-4 overflow-hidden border-t border-line-2 bg-surface px-3 text-small whitespace-nowrap text-ink-3">
      <span className="flex min-w-0 gap-3 overflow-hidden max-[900px]:hidden">
        {keys.slice(0, 9).map(key => (
          <span key={key.key}>
            <Keycap shows={key} /> {t(key.does)}
          </span>
        ))}
      </span>
      <span role="status" className="ms-auto overflow-hidden text-ellipsis text-ink-2">
        {last ?? ''}
      </span>
      {!isLive && <span className="tag contest">{t('frame.notLive')}</span>}
    </footer>
  )
}
