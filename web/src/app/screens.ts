/**
 * The screens, in the order of the bar. To add one: a line here, its keys in keys.ts, its route in router.tsx,
 * its messages in messages/, its folder in screens/ (docs/app.md).
 */
import type {Permission} from '../../../src/api/access/permissions.ts'
import type {PlainKey} from '../messages/catalogue.ts'

export interface Screen {
  readonly id: ScreenId
  readonly path: `/${ScreenId}`
  /** After `g`. */
  readonly key: string
  readonly name: PlainKey
  /** Who lacks it does not see the screen. */
  readonly needs: Permission
}

export type ScreenId =
  | 'inbox'
  | 'reports'
  | 'claims'
  | 'incidents'
  | 'compare'
  | 'explore'
  | 'sources'
  | 'publish'
  | 'operations'
  | 'people'

export const screens: readonly Screen[] = [
  {id: 'inbox', path: '/inbox', key: 'i', name: 'screen.inbox', needs: 'read'},
  {id: 'reports', path: '/reports', key: 'r', name: 'screen.reports', needs: 'read'},
  {id: 'claims', path: '/claims', key: 'q', name: 'screen.claims', needs: 'read'},
  {id: 'incidents', path: '/incidents', key: 'w', name: 'screen.incidents', needs: 'read'},
  {id: 'compare', path: '/compare', key: 'c', name: 'screen.compare', needs: 'read'},
  {id: 'explore', path: '/explore', key: 'e', name: 'screen.explore', needs: 'read'},
  {id: 'sources', path: '/sources', key: 's', name: 'screen.sources', needs: 'read'},
  {id: 'publish', path: '/publish', key: 'p', name: 'screen.publish', needs: 'read-restricted'},
  {id: 'operations', path: '/operations', key: 'o', name: 'screen.operations', needs: 'ingest'},
  {id: 'people', path: '/people', key: 'u', name: 'screen.people', needs: 'known'}
]
