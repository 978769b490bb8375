/** A figure as one report states it, and what is set aside. */
import type {Account, ReportedClaim} from '../model/assessment.ts'
import type {Weight} from './weight.ts'

/** The group of "four people were killed". */
export const everybody = 'people'

export interface Statement {
  readonly claims: readonly ReportedClaim[]
  readonly account: Account
  /** Day of publication, of a copy that of its original; '' where unknown. */
  readonly on: string
  readonly group: string
  /** The side in arms whose people are counted; null where none is named. What it lost is a part of the toll. */
  readonly owners: string | null
  /** It stands for the whole only where no account tells of the whole. */
  readonly isPart: boolean
  /** The range as stated: "more than 125" is 125 and open. */
  readonly from: number
  readonly stated: number
  /** The least that it says there were: of "up to 20" that is 1, and of "more than 30" 30. */
  readonly least: number
  readonly min: number
  readonly max: number | null
  readonly words: string
  /** Told as certain. */
  readonly isSure: boolean
  readonly weight: Weight
  /** It is shown beside what counts, and sets nothing: src/reconcile/gathered.ts. */
  readonly isBeside?: true
  readonly corrected: {readonly claim: string; readonly was: string; readonly now: string} | null
}

export interface Aside {
  readonly claim: string
  readonly why: string
}

export interface Statements {
  readonly whole: readonly Statement[]
  readonly ofGroups: readonly Statement[]
  readonly setAside: readonly Aside[]
  /** Figures that an account says are false. */
  readonly denied: readonly {readonly account: string; readonly stated: number; readonly claim: string}[]
}
