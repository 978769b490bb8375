/**
 * Words that tie one body to another: "قناة [مقربة من] الحزب", "إذاعة [تابعة ل]لحزب". What stands before them names who speaks, what stands
 * behind whose friend he is. List: lexicons/ID/affiliation-words.csv.
 */
import type {AffiliationCue, Language, Lists} from '../language.ts'

export function affiliationCues(
  lists: Lists,
  id: string,
  level: (word: string) => string
): NonNullable<Language['tieAt']> {
  const path = `lexicons/${id}/affiliation-words.csv`
  if (!lists.paths('lexicons').includes(path)) return () => null
  const rows = lists
    .table(path, ['id', 'form', 'relation', 'link'])
    .flatMap(row => row.form.split(';').map(form => ({...row, form: level(form), link: level(row.link)})))
  const byForm = Map.groupBy(rows, ({form}) => form)

  return (words, at): AffiliationCue | null => {
    const word = words[at]!
    const next = words[at + 1]
    if (!next) return null
    const forms = [word.form, ...word.readings.map(({lemma}) => lemma)]
    for (const row of forms.flatMap(form => byForm.get(form) ?? [])) {
      const isJoined = next.readings.some(({proclitics}) => proclitics[0]?.form === row.link)
      const to = next.form === row.link ? at + 2 : isJoined ? at + 1 : null
      if (to !== null && to < words.length) return {id: row.id, relation: row.relation, to}
    }
    return null
  }
}
