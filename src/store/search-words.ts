/** What a person looks for, as PostgreSQL looks for it: every word, the last by its beginning too. */
import {type RawBuilder, sql} from 'kysely'

/** null where there is no word to look for. */
export function wordsOf(text: string): readonly string[] | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu)
  return words ? words.slice(0, most) : null
}

/** More words than this of one question are left out. */
const most = 20

/** `within`: what is looked through, the column `words` unless told otherwise. */
export function holding(
  words: readonly string[],
  within: RawBuilder<unknown> = sql.ref('words')
): RawBuilder<boolean> {
  // Letters, marks and digits alone: nothing that the syntax of tsquery could take for an operator.
  const query = words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ')
  return sql<boolean>`${within} @@ to_tsquery('simple', search_form(${query}))`
}
