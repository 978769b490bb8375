/** Who works here, and the way out. On a machine with one user there is nobody to name. */
import {Button} from 'react-aria-components'
import {Bidi} from '../parts/bidi.tsx'
import {answer, api} from './client.ts'
import {useMe} from './rights.ts'
import {useWords} from './settings.tsx'

export function Who() {
  const {t} = useWords()
  const me = useMe()
  if (me?.via !== 'session') return null
  const logOut = async () => {
    await answer(api.session.$delete())
    location.assign('/login')
  }
  return (
    <span className="flex items-center gap-2 text-ink-2">
      <Bidi>{me.name}</Bidi>
      <Button className="btn" onPress={() => void logOut()}>
        {t('frame.logOut')}
      </Button>
    </span>
  )
}
