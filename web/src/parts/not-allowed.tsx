/** Where somebody would look for what their role may not do: says so, and who can change it. */
import type {Permission} from '../../../src/api/access/permissions.ts'
import {useMay, useMe} from '../app/rights.ts'
import {useWords} from '../app/settings.tsx'

/** Nothing where it is allowed. */
export function NotAllowed({needs}: {readonly needs: Permission}) {
  const {t} = useWords()
  const may = useMay()
  const me = useMe()
  if (!me || may(needs)) return null
  const role = me.role ? t(`role.${me.role}`) : ''
  return <p className="text-small text-ink-3">{t('right.not', {role, what: t(`right.${needs}`)})}</p>
}
