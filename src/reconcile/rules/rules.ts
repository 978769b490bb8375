/** The rules that are run on every incident, in the order in which they are shown. */
import type {Rule} from '../rule.ts'
import {acled} from './acled.ts'
import {airwars} from './airwars.ts'
import {dateline} from './dateline.ts'
import {gtd} from './gtd.ts'
import {ibc} from './ibc.ts'
import {ucdp} from './ucdp.ts'

export const rules: readonly Rule[] = [dateline, acled, ucdp, ibc, airwars, gtd]
