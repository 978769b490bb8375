/** Which features of the sources are kept, and as what: codebook/gazetteer-features.csv. */
import type {Codebook} from '../codebook.ts'
import {DataFileError} from '../data-file-error.ts'
import {type PlaceRecord, placeKinds, precisions} from '../gazetteer-file.ts'

export type Feature = Pick<PlaceRecord, 'kind' | 'precision'>

/** By id: "geonames:P.PPL", "whosonfirst:locality". Throws a DataFileError where a kind or precision is none. */
export type Features = ReadonlyMap<string, Feature>

export function featuresOf(codebook: Codebook): Features {
  const path = 'gazetteer-features.csv'
  const features = new Map<string, Feature>()
  for (const {id, kind, precision, line} of codebook.table(path, ['id', 'kind', 'precision', 'feature'])) {
    const at = (message: string) => new DataFileError(`codebook/${path}`, line, message)
    if (!/^(?:geonames:[A-Z]\.[A-Z0-9]+|whosonfirst:[a-z]+)$/.test(id))
      throw at(`"${id}" is no feature; write geonames:P.PPL or whosonfirst:locality`)
    if (features.has(id)) throw at(`"${id}" stands here a second time; remove one`)
    features.set(id, {
      kind: oneOf(placeKinds, kind, 'kind'),
      precision: oneOf(precisions, precision, 'precision')
    })

    function oneOf<Value extends string>(values: readonly Value[], value: string, what: string): Value {
      const known = values.find(each => each === value)
      if (known === undefined) throw at(`"${value}" is no ${what}; write one of ${values.join(', ')}`)
      return known
    }
  }
  return features
}
