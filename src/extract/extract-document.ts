/** Reads the reports that stand in a document, each by the reader of its kind. */
import type {Extraction, RawDocument} from '../model/document.ts'

export function extractDocument({kind}: RawDocument): Extraction {
  return {reason: `is a ${kind}, which is not read yet; give its text`}
}
