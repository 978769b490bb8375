/**
 * Every key of the page, with the message that says what it does: the overlay, the foot, the buttons and the listener read it here.
 *
 *     'j'  'Enter'  'Escape'  'ArrowDown'  '?'     one key
 *     'Shift+x'  'Mod+k'                           with Shift; with Ctrl or Cmd
 *     'g w'                                        one after the other
 *
 * What needs a permission is neither bound nor shown to whoever lacks it (rights.ts).
 *
 * Keys go by letter, and by position where the keyboard writes another script. Nothing fires while somebody types.
 */
import type {Permission} from '../../../src/api/access/permissions.ts'
import type {PlainKey} from '../messages/catalogue.ts'
import type {ScreenId} from './screens.ts'

export interface Key {
  readonly key: string
  /** Works too, and is not shown. */
  readonly also?: string
  readonly does: PlainKey
  readonly needs?: Permission
}

type Keys = Readonly<Record<string, Key>>

export const globalKeys = {
  help: {key: '?', does: 'key.help'},
  palette: {key: 'Mod+k', does: 'key.palette'},
  undo: {key: 'z', does: 'key.undo', needs: 'rule'},
  redo: {key: 'Shift+z', does: 'key.redo', needs: 'rule'},
  bringIn: {key: 'i', does: 'bringIn.title', needs: 'ingest'},
  export: {key: 'Shift+e', does: 'export.title', needs: 'export'}
} as const satisfies Keys

export const screenKeys = {
  inbox: {
    next: {key: 'j', also: 'ArrowDown', does: 'inbox.key.next'},
    previous: {key: 'k', also: 'ArrowUp', does: 'inbox.key.previous'},
    select: {key: 'x', does: 'inbox.key.select', needs: 'rule'},
    selectRange: {key: 'Shift+x', does: 'inbox.key.selectRange', needs: 'rule'},
    accept: {key: 'a', does: 'inbox.key.accept', needs: 'rule'},
    fresh: {key: 'n', does: 'inbox.key.fresh', needs: 'rule'},
    choose: {key: 'm', does: 'inbox.key.choose', needs: 'rule'},
    discard: {key: 'd', does: 'inbox.key.discard', needs: 'rule'},
    acceptSure: {key: 'Shift+a', does: 'inbox.key.acceptSure', needs: 'rule'},
    open: {key: 'Enter', does: 'inbox.key.open'},
    proposal: {key: 'p', does: 'inbox.key.proposal'},
    text: {key: 't', does: 'inbox.key.text'},
    happening: {key: 'h', does: 'inbox.key.happening'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'inbox.key.back'},
    queue1: {key: '1', does: 'inbox.queue.new'},
    queue2: {key: '2', does: 'inbox.queue.duplicates'},
    queue3: {key: '3', does: 'inbox.queue.conflicting'},
    queue4: {key: '4', does: 'inbox.queue.imprecise'},
    queue5: {key: '5', does: 'inbox.queue.failed'},
    queue6: {key: '6', does: 'inbox.key.own1'},
    queue7: {key: '7', does: 'inbox.key.own2'},
    queue8: {key: '8', does: 'inbox.key.own3'},
    queue9: {key: '9', does: 'inbox.key.own4'}
  },
  incidents: {
    next: {key: 'j', does: 'incidents.key.next'},
    previous: {key: 'k', does: 'incidents.key.previous'},
    down: {key: 'ArrowDown', does: 'incidents.key.down'},
    up: {key: 'ArrowUp', does: 'incidents.key.up'},
    forward: {key: 'ArrowRight', does: 'incidents.key.forward'},
    backward: {key: 'ArrowLeft', does: 'incidents.key.backward'},
    evidence: {key: 'Enter', does: 'incidents.key.evidence'},
    why: {key: 'y', does: 'incidents.key.why'},
    history: {key: 'h', does: 'incidents.key.history'},
    unfold: {key: 'f', does: 'incidents.key.unfold'},
    list: {key: 'l', does: 'incidents.key.list'},
    read: {key: 'o', does: 'incidents.key.read'},
    prefer: {key: 'p', does: 'incidents.key.prefer', needs: 'rule'},
    reject: {key: 'r', does: 'incidents.key.reject', needs: 'rule'},
    correct: {key: 'e', does: 'incidents.key.correct', needs: 'rule'},
    rule: {key: 's', does: 'incidents.key.rule'},
    dossier: {key: 'd', does: 'incidents.key.dossier', needs: 'export'},
    select: {key: 'x', does: 'incidents.key.select'},
    selectRange: {key: 'Shift+x', does: 'incidents.key.selectRange'},
    compare: {key: 'm', does: 'incidents.key.compare'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'key.back'}
  },
  compare: {
    next: {key: 'j', does: 'compare.key.next'},
    previous: {key: 'k', does: 'compare.key.previous'},
    merge: {key: 'm', does: 'compare.key.merge', needs: 'rule'},
    chain: {key: 'c', does: 'compare.key.chain', needs: 'rule'},
    apart: {key: 'n', does: 'compare.key.apart', needs: 'rule'},
    select: {key: 'x', does: 'compare.key.select', needs: 'rule'},
    selectRange: {key: 'Shift+x', does: 'compare.key.selectRange', needs: 'rule'},
    move: {key: 'v', does: 'compare.key.move', needs: 'rule'},
    split: {key: 's', does: 'compare.key.split', needs: 'rule'},
    unfold: {key: 'f', does: 'compare.key.unfold'},
    open: {key: 'o', does: 'compare.key.open'},
    pairs: {key: '1', does: 'compare.key.pairs'},
    near: {key: '2', does: 'compare.key.near'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'key.back'}
  },
  explore: {
    next: {key: 'j', also: 'ArrowDown', does: 'incidents.key.next'},
    previous: {key: 'k', also: 'ArrowUp', does: 'incidents.key.previous'},
    open: {key: 'Enter', does: 'key.open'},
    search: {key: '/', does: 'key.search'},
    earlier: {key: '[', does: 'explore.key.earlier'},
    later: {key: ']', does: 'explore.key.later'},
    nearer: {key: '+', also: '=', does: 'explore.key.nearer'},
    farther: {key: '-', does: 'explore.key.farther'},
    fit: {key: '0', does: 'explore.key.fit'},
    here: {key: 'v', does: 'explore.key.here'},
    unplaced: {key: 'n', does: 'explore.key.unplaced'},
    back: {key: 'Escape', does: 'key.back'}
  },
  reports: {
    next: {key: 'j', does: 'reader.key.next'},
    previous: {key: 'k', does: 'reader.key.previous'},
    nextClaim: {key: 'n', also: 'ArrowDown', does: 'reader.key.nextClaim'},
    previousClaim: {key: 'b', also: 'ArrowUp', does: 'reader.key.previousClaim'},
    incident: {key: 'Enter', does: 'reader.key.incident'},
    select: {key: 'v', does: 'reader.key.select'},
    claim: {key: 'c', does: 'reader.key.claim', needs: 'rule'},
    reject: {key: 'r', does: 'incidents.key.reject', needs: 'rule'},
    correct: {key: 'e', does: 'incidents.key.correct', needs: 'rule'},
    text: {key: '1', does: 'reader.key.text'},
    page: {key: '2', does: 'reader.key.page', needs: 'read-restricted'},
    capture: {key: '3', does: 'reader.key.capture'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'key.back'}
  },
  claims: {
    next: {key: 'j', also: 'ArrowDown', does: 'claims.key.next'},
    previous: {key: 'k', also: 'ArrowUp', does: 'claims.key.previous'},
    open: {key: 'Enter', does: 'claims.key.open'},
    incident: {key: 'o', does: 'claims.key.incident'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'key.back'}
  },
  sources: {
    next: {key: 'j', also: 'ArrowDown', does: 'sources.key.next'},
    previous: {key: 'k', also: 'ArrowUp', does: 'sources.key.previous'},
    open: {key: 'Enter', does: 'sources.key.open'},
    table: {key: '1', does: 'sources.key.table'},
    graph: {key: '2', does: 'sources.key.graph'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'key.back'}
  },
  publish: {
    next: {key: 'j', also: 'ArrowDown', does: 'publish.key.next'},
    previous: {key: 'k', also: 'ArrowUp', does: 'publish.key.previous'},
    read: {key: 'v', does: 'publish.do.read', needs: 'review'},
    redaction: {key: 'n', does: 'publish.do.redaction', needs: 'review'},
    publish: {key: 'p', does: 'publish.do.publish', needs: 'publish'},
    withdraw: {key: 'd', does: 'publish.do.withdraw', needs: 'publish'},
    keep: {key: 's', does: 'publish.do.keep', needs: 'publish'},
    answer: {key: 'a', does: 'publish.do.answer', needs: 'publish'},
    open: {key: 'o', does: 'publish.do.open'},
    select: {key: 'x', does: 'publish.key.select', needs: 'review'},
    range: {key: 'Shift+x', does: 'publish.key.range', needs: 'review'},
    preview: {key: 'Enter', does: 'publish.key.preview'},
    names: {key: 'y', does: 'publish.key.names'},
    history: {key: 'h', does: 'publish.key.history'},
    gate: {key: 'e', does: 'publish.gate.set', needs: 'publish'},
    ready: {key: '1', does: 'publish.queue.ready'},
    failing: {key: '2', does: 'publish.queue.failing'},
    changed: {key: '3', does: 'publish.queue.changed'},
    waiting: {key: '4', does: 'publish.queue.waiting'},
    public: {key: '5', does: 'publish.queue.public'},
    withdrawn: {key: '6', does: 'publish.queue.withdrawn'},
    requests: {key: '7', does: 'publish.queue.requests'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'key.back'}
  },
  operations: {
    next: {key: 'j', also: 'ArrowDown', does: 'key.next'},
    previous: {key: 'k', also: 'ArrowUp', does: 'key.previous'},
    select: {key: 'x', does: 'operations.key.select'},
    selectRange: {key: 'Shift+x', does: 'operations.key.selectRange'},
    retry: {key: 'r', does: 'operations.key.retry'},
    discard: {key: 'd', does: 'operations.key.discard'},
    takeBack: {key: 'b', does: 'operations.key.takeBack'},
    check: {key: 'c', does: 'operations.key.check', needs: 'operate'},
    rest: {key: 'p', does: 'operations.key.rest', needs: 'operate'},
    search: {key: '/', does: 'key.search'},
    back: {key: 'Escape', does: 'key.back'},
    section1: {key: '1', does: 'operations.intake'},
    section2: {key: '2', does: 'operations.failed'},
    section3: {key: '3', does: 'operations.feeds'},
    section4: {key: '4', does: 'operations.audit', needs: 'read-audit'},
    section5: {key: '5', does: 'operations.jobs', needs: 'operate'},
    section6: {key: '6', does: 'operations.machine', needs: 'operate'}
  },
  people: {
    next: {key: 'j', also: 'ArrowDown', does: 'key.next'},
    previous: {key: 'k', also: 'ArrowUp', does: 'key.previous'},
    add: {key: 'n', does: 'people.key.add'},
    back: {key: 'Escape', does: 'key.back'},
    section1: {key: '1', does: 'people.account'},
    section2: {key: '2', does: 'people.users', needs: 'manage-users'},
    section3: {key: '3', does: 'people.names', needs: 'read-restricted'},
    section4: {key: '4', does: 'people.log', needs: 'read-security-log'}
  }
} as const satisfies Record<ScreenId, Keys>

export type GlobalKeyId = keyof typeof globalKeys
export type ScreenKeyId<S extends ScreenId> = keyof (typeof screenKeys)[S]
