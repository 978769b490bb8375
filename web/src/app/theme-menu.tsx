/** Light, dark, or as the system is. Loaded when it is opened: a menu brings much along that no screen needs at first. */
import type {RefObject} from 'react'
import {Menu, MenuItem, Popover} from 'react-aria-components'
import {type Theme, themes, useSettings} from './settings.tsx'

export default function ThemeMenu({
  button,
  onClose
}: {
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}) {
  const {words, theme, setTheme} = useSettings()
  return (
    <Popover
      className="border border-edge bg-raised shadow-over"
      aria-label={words.t('frame.theme')}
      triggerRef={button}
      isOpen
      onOpenChange={isOpen => isOpen || onClose()}
    >
      <Menu
        aria-label={words.t('frame.theme')}
        autoFocus="first"
        onClose={onClose}
        selectionMode="single"
        selectedKeys={[theme]}
        onSelectionChange={keys => setTheme([...keys][0] as Theme)}
        className="outline-none"
      >
        {themes.map(name => (
          <MenuItem
            key={name}
            id={name}
            className="cursor-pointer px-3 py-1.5 outline-none data-focused:bg-select data-selected:font-semibold"
          >
            {words.t(`frame.theme.${name}`)}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
