/** What belongs to other users is for admins. */
import type {Asker} from '../desk.ts'
import {ProblemError} from '../problem.ts'

export function refuseOthers({permissions}: Asker): void {
  if (!permissions.has('manage-users'))
    throw new ProblemError(403, 'Your role does not allow this', {
      detail: 'What belongs to others takes the permission "manage-users".'
    })
}
