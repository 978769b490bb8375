/** What the routes work with. */
import type {Role} from '../model/user.ts'
import type {Exporter} from '../workflows/export.ts'
import type {Intake} from '../workflows/intake/intake.ts'
import type {LinkReports} from '../workflows/link.ts'
import type {Store} from '../workflows/open-store.ts'
import type {PublicViewer} from '../workflows/public-view.ts'
import type {Installation} from '../workflows/upkeep.ts'
import type {Permission} from './access/permissions.ts'

export interface Desk {
  readonly store: Store
  /** The installation's codebook, read when somebody first needs it. */
  readonly linker: () => LinkReports
  /** What of an incident may be public, by the installation's lists and models; read when somebody first needs it. */
  readonly viewer: () => PublicViewer
  /** Writes exports by the installation's codebook. */
  readonly exporter: () => Exporter
  /** What people bring in from the app. */
  readonly intake: Intake
  /** Whose state those who look after it see. */
  readonly installation: Installation
}

/** Who asks; the same for the whole of a request. */
export interface Asker {
  /** As the audit names them. */
  readonly name: string
  readonly role: Role | null
  readonly permissions: ReadonlySet<Permission>
  /** machine: whoever is logged in at this machine, while there are no users. */
  readonly via: 'machine' | 'session' | 'key' | 'nobody'
  /** Of a session. */
  readonly userId: string | null
  readonly sessionId: string | null
  /** needed: the role asks for one, and nothing else is allowed until it is there. */
  readonly secondFactor: 'on' | 'none' | 'needed'
}

/** `address`: from where the request comes. */
export type Env = {readonly Variables: {asker: Asker; address: string}}
