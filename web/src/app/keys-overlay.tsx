/** All keys: those of this screen, and those of every screen. */
import {Dialog, Heading, Modal, ModalOverlay} from 'react-aria-components'
import {Keycap} from '../parts/keycap.tsx'
import {globalKeys, type Key, screenKeys} from './keys.ts'
import {useMay} from './rights.ts'
import {type ScreenId, screens} from './screens.ts'
import {useWords} from './settings.tsx'

export default function KeysOverlay({
  here,
  onClose
}: {
  readonly here: ScreenId | null
  readonly onClose: () => void
}) {
  const {t} = useWords()
  const may = useMay()
  const goTo = screens
    .filter(({needs}) => may(needs))
    .map(({key, name}) => ({
      key: {key: `g ${key}`, does: name} satisfies Key,
      says: t('key.goTo', {screen: t(name)})
    }))
  const said = (keys: Readonly<Record<string, Key>>) =>
    Object.values(keys)
      .filter(({needs}) => may(needs))
      .map(key => ({key, says: t(key.does)}))
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={isOpen => isOpen || onClose()}>
      <Modal className="window">
        <Dialog className="outline-none">
          <Heading slot="title" className="mb-3 text-h3">
            {t('keys.title')}
          </Heading>
          <div className="grid gap-6 min-[700px]:grid-cols-2">
            {here && <List title={t('keys.here')} rows={said(screenKeys[here])} />}
            <List title={t('keys.everywhere')} rows={[...said(globalKeys), ...goTo]} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function List({title, rows}: {readonly title: string; readonly rows: readonly {key: Key; says: string}[]}) {
  return (
    <section>
      <h3 className="label mb-1">{title}</h3>
      <dl className="grid grid-cols-[5rem_1fr] gap-y-1">
        {rows.map(({key, says}) => (
          <div key={key.key} className="contents">
            <dt>
              <Keycap shows={key} />
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
