/** A template as it is written out. */
export interface Filler {
  readonly text: string
}
export interface Organisation extends Filler {
  readonly confidence: string | null
}
export interface Target extends Filler {
  readonly type: string | null
  readonly number: string | null
  readonly nation: string | null
  readonly effect: string | null
}
export interface Victim {
  readonly name: string | null
  readonly description: string | null
  readonly type: string | null
  readonly number: string | null
  readonly nation: string | null
  readonly effect: string | null
}
export interface Weapon {
  readonly text: string | null
  readonly type: string | null
}

export interface Template {
  readonly incident_type: string
  readonly stage: string
  readonly date: string | null
  readonly location: string
  readonly perp_category: string | null
  readonly perp_individual: readonly string[]
  readonly perp_organization: readonly Organisation[]
  readonly target: readonly Target[]
  readonly victim: readonly Victim[]
  readonly weapon: readonly Weapon[]
}
