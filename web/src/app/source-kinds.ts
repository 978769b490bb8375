/** The kinds of source, as the contract has them, without the schemas that it takes to check them. */
import type {SourceKind} from '../../../src/model/contract.ts'

export const sourceKinds = [
  'outlet',
  'agency',
  'official',
  'security',
  'medical',
  'armed-group',
  'party',
  'medium',
  'witness',
  'correspondent',
  'footage',
  'document',
  'social-post',
  'unnamed'
] as const satisfies readonly SourceKind[]
