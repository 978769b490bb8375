/** The rules that are run on every incident. */
import {ruleIds} from '../../model/assessment.ts'
import type {Rule} from '../rule.ts'
import {acled} from './acled.ts'
import {airwars} from './airwars.ts'
import {dateline} from './dateline.ts'
import {gtd} from './gtd.ts'
import {ibc} from './ibc.ts'
import {ucdp} from './ucdp.ts'

const byId = {dateline, acled, ucdp, ibc, airwars, gtd}

export const rules: readonly Rule[] = ruleIds.map(id => byId[id])
