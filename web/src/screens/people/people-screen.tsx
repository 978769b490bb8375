/** People and access: one's own account, users, restricted names, the security log. */
import {useNavigate, useSearch} from '@tanstack/react-router'
import {PeopleSearch} from '../../app/filters.ts'
import {screenKeys} from '../../app/keys.ts'
import {useMay, useMe} from '../../app/rights.ts'
import {useWords} from '../../app/settings.tsx'
import {useKeys} from '../../app/use-keys.ts'
import {NotAllowed} from '../../parts/not-allowed.tsx'
import {Sections} from '../../parts/sections.tsx'
import {Shell} from '../operations/shell.tsx'
import {Account} from './account.tsx'
import {Opening} from './opening.tsx'
import {RestrictedNames} from './restricted-names.tsx'
import {SecurityLog} from './security-log.tsx'
import {Users} from './users.tsx'

const keys = screenKeys.people
const needs = {users: 'manage-users', names: 'read-restricted', log: 'read-security-log'} as const

export function PeopleScreen() {
  const may = useMay()
  const me = useMe()
  const {t} = useWords()
  const search = PeopleSearch.parse(useSearch({strict: false}))
  const {section = 'account'} = search
  const navigate = useNavigate()
  const go = (id: PeopleSearch['section']) => () => void navigate({to: '/people', search: {section: id}})
  useKeys('people', {
    section1: go('account'),
    section2: go('users'),
    section3: go('names'),
    section4: go('log')
  })
  const list = (
    <Sections
      chosen={section}
      sections={[
        {id: 'account', shows: keys.section1},
        {id: 'users', shows: keys.section2},
        {id: 'names', shows: keys.section3},
        {id: 'log', shows: keys.section4}
      ]}
    />
  )
  if (section !== 'account' && !may(needs[section]))
    return <Shell list={list} work={<NotAllowed needs={needs[section]} />} />
  switch (section) {
    case 'users':
      return <Users list={list} />
    case 'names':
      return <RestrictedNames list={list} />
    case 'log':
      return <SecurityLog list={list} search={search} />
    default:
      return (
        <Shell
          list={list}
          work={
            may('own-account') ? (
              <Account />
            ) : me?.via === 'machine' ? (
              <Opening />
            ) : (
              <p className="p-3">{t('people.noAccount')}</p>
            )
          }
        />
      )
  }
}
