/** What a claim is about, in a word: "Killed · civilians", "Bombing", "crowd". */
import type {Claim} from '../../../src/model/contract.ts'
import type {useWords} from '../app/settings.tsx'

type Wording = Pick<ReturnType<typeof useWords>, 't' | 'label'>

export function claimName({t, label}: Wording, {about, casualties, event}: Claim): string {
  if (casualties) return label('outcome', casualties.outcome)
  return event ? label('type', event.type) : t(`about.${about}`)
}
