/** A template for tests: what is left out is nothing. */
import type {Template, Victim} from '../../src/muc4/template.ts'

export function template({
  victim = [],
  ...rest
}: Partial<Omit<Template, 'victim'>> & {victim?: readonly Partial<Victim>[]}): Template {
  return {
    incident_type: 'ATTACK',
    stage: 'ACCOMPLISHED',
    date: null,
    location: 'PERU',
    perp_category: 'TERRORIST ACT',
    perp_individual: [],
    perp_organization: [],
    target: [],
    weapon: [],
    ...rest,
    victim: victim.map(one => ({
      name: null,
      description: null,
      type: 'CIVILIAN',
      number: '1',
      nation: null,
      effect: null,
      ...one
    }))
  }
}
