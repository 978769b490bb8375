/** The kinds of source, as the contract has them. */
import type {SourceKind} from '../../../../src/model/contract.ts'

export const sourceKinds: readonly SourceKind[] = [
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
]
