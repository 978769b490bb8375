/** The 24 slots of a template of ours, as fillers of the form that keys have. */
import type {Template} from '../../src/muc4/template.ts'

export interface SlotFiller {
  readonly alts: readonly string[]
  readonly xref?: readonly string[]
  readonly optional?: boolean
}
export type Slots = Readonly<Record<string, readonly SlotFiller[]>>

export const slotNames = [
  'incident_date',
  'incident_location',
  'incident_type',
  'incident_stage',
  'incident_instrument_id',
  'incident_instrument_type',
  'perp_incident_category',
  'perp_individual_id',
  'perp_organization_id',
  'perp_organization_confidence',
  'phys_tgt_id',
  'phys_tgt_type',
  'phys_tgt_number',
  'phys_tgt_foreign_nation',
  'phys_tgt_effect',
  'phys_tgt_total_number',
  'hum_tgt_name',
  'hum_tgt_description',
  'hum_tgt_type',
  'hum_tgt_number',
  'hum_tgt_foreign_nation',
  'hum_tgt_effect',
  'hum_tgt_total_number'
] as const
export type SlotName = (typeof slotNames)[number]

export function slotsOf(template: Template): Slots {
  const slots: Partial<Record<SlotName, SlotFiller[]>> = {}
  const put = (slot: SlotName, value: string | null, xref?: string | null) => {
    if (value)
      (slots[slot] ??= []).push(
        xref ? {alts: [value.toUpperCase()], xref: [xref.toUpperCase()]} : {alts: [value.toUpperCase()]}
      )
  }
  put('incident_date', template.date)
  put('incident_location', template.location)
  put('incident_type', template.incident_type)
  put('incident_stage', template.stage)
  put('perp_incident_category', template.perp_category)
  for (const {text, type} of template.weapon) {
    put('incident_instrument_id', text)
    put('incident_instrument_type', type, text ?? '-')
  }
  for (const text of template.perp_individual) put('perp_individual_id', text)
  for (const {text, confidence} of template.perp_organization) {
    put('perp_organization_id', text)
    put('perp_organization_confidence', confidence, text)
  }
  for (const {text, type, number, nation, effect} of template.target) {
    put('phys_tgt_id', text)
    put('phys_tgt_type', type, text)
    put('phys_tgt_number', number, text)
    put('phys_tgt_foreign_nation', nation, text)
    put('phys_tgt_effect', effect, text)
  }
  for (const {name, description, type, number, nation, effect} of template.victim) {
    const tied = name ?? description
    put('hum_tgt_name', name)
    put('hum_tgt_description', description, name)
    put('hum_tgt_type', type, tied)
    put('hum_tgt_number', number, tied)
    put('hum_tgt_foreign_nation', nation, tied)
    put('hum_tgt_effect', effect, tied ?? '-')
  }
  return slots
}
