/** Puts right what the network's trees get wrong again and again; each repair asks for a sign that the tree cannot be right. */
import type {Codebook} from '../codebook/codebook.ts'
import {eventTypes} from '../codebook/event-types.ts'
import type {Analysis} from './analysis.ts'
import {
  apposed,
  coordinated,
  doneByNoun,
  nextSubject,
  openedClause,
  rowOfSubjects,
  satIn
} from './clause-repairs.ts'
import {fixedVerbs} from './fixed-verbs.ts'
import {ofNearest, oneThing, owned, sideBySide, withoutPlace} from './name-repairs.ts'
import {runsOf} from './name-runs.ts'
import {type OpenTree, pastTenses} from './past-tenses.ts'
import {shotPeople} from './shot-people.ts'
import {alsoSaid, didAsSaid, lostSubject, saidThat, seen, subjectOfSaid} from './speech-repairs.ts'
import {
  countedObject,
  finite,
  headlineVerb,
  perfect,
  secondVerb,
  struckByOne,
  tagInTree
} from './verb-repairs.ts'

/** Types of happenings that are done by speaking. */
const utterances = new Set(['accusation', 'claim-of-responsibility', 'condemnation', 'demand', 'threat'])

type Tree = Pick<Analysis, 'tags' | 'heads' | 'relations' | 'labels'>

/** Tags, heads and relations of a sentence, put right. `lemmaOf`: base form by word and Penn tag. */
export function treeRepairer(
  codebook: Codebook,
  lemmaOf: (word: string, xpos: string) => string
): (forms: readonly string[], tree: Tree) => Omit<Tree, 'labels'> {
  const mendFixedVerbs = fixedVerbs(codebook)
  const raisePastTenses = pastTenses(codebook)
  const mendShotPeople = shotPeople(codebook, lemmaOf)
  const uses = new Map(
    codebook
      .table('lexicons/en/attribution-cues.csv', ['id', 'form', 'part', 'use', 'certainty', 'polarity'])
      .map(({form, use}) => [form, use])
  )
  /** Verbs of happenings that are words themselves: "condemned", "threatened". */
  const utters = new Set(
    eventTypes(codebook)
      .filter(({id}) => utterances.has(id))
      .flatMap(({triggers}) => triggers.flatMap(({verb}) => (verb ?? []).map(([first]) => first!)))
  )
  const deeds = new Set(
    eventTypes(codebook).flatMap(({triggers}) =>
      triggers.flatMap(({verb}) => (verb ?? []).map(([first]) => first!))
    )
  )
  const ofNoun = new Set(
    codebook
      .table('lexicons/en/participle-words.csv', ['form', 'part'])
      .filter(({part}) => part === 'of-noun')
      .map(({form}) => form)
  )
  return (forms, tree) => {
    const open: OpenTree = {
      tags: [...tree.tags],
      heads: Array.from(tree.heads),
      relations: [...tree.relations]
    }
    const {tags, heads, relations} = open
    const lemmaAt = (i: number) => {
      const tag = tags[i]!
      return lemmaOf(forms[i]!, tag.slice(0, tag.indexOf('|')))
    }
    const cueAt = (i: number) => uses.get(lemmaAt(i))
    mendFixedVerbs(forms, open)
    mendShotPeople(forms, open)
    finite(tags, heads, relations)
    struckByOne(tags, heads, relations)
    headlineVerb(forms, tags, heads, relations, i => deeds.has(forms[i]!.toLowerCase()))
    secondVerb(tags, heads, relations)
    countedObject(forms, tags, heads, relations)
    perfect(forms, tags, heads, relations)
    raisePastTenses(forms, open, i => cueAt(i) !== undefined)
    rowOfSubjects(tags, heads, relations)
    sideBySide(tags, heads, relations)
    const names = runsOf(tree.labels.uner!)
    for (const {first, end, label} of names) oneThing(heads, relations, first, end, label === 'PER')
    const persons = names.filter(({label}) => label === 'PER')
    for (let i = 1; i < forms.length; i++) if (tags[i]!.startsWith('POS')) owned(tags, heads, relations, i)
    ofNearest(forms, tags, heads, relations)
    apposed(forms, heads, relations)
    openedClause(forms, tags, heads, relations)
    satIn(forms, tags, heads, relations)
    doneByNoun(forms, tags, heads, relations, form => ofNoun.has(form))
    lostSubject(heads, relations)
    subjectOfSaid(heads, relations, i => cueAt(i) !== undefined)
    alsoSaid(forms, heads, relations)
    didAsSaid(tags, heads, relations, i => cueAt(i) !== undefined || utters.has(lemmaAt(i)))
    nextSubject(tags, heads, relations)
    coordinated(forms, heads, relations)
    saidThat(forms, heads, relations, i => cueAt(i) !== undefined)
    seen(tags, heads, relations, i => ['sees', 'shows'].includes(cueAt(i) ?? ''))
    for (const {first, end} of persons) withoutPlace(forms, tags, heads, relations, first, end)
    // Two repairs may undo each other; a tree that is none helps nobody.
    if (!isTree(heads)) return tree
    return {tags: tags.map((tag, i) => tagInTree(tag, forms[i]!, i, heads, relations)), heads, relations}
  }
}

/** Whether every word hangs on the one root. */
function isTree(heads: readonly number[]): boolean {
  let roots = 0
  // The word from which each was met first: a word met again from the same one is in a circle.
  const metFrom = new Int32Array(heads.length)
  for (let i = 0; i < heads.length; i++) {
    if (heads[i] === 0) roots++
    let at = i
    for (; at >= 0 && metFrom[at] === 0; at = heads[at]! - 1) metFrom[at] = i + 1
    if (at >= 0 && metFrom[at] === i + 1) return false
  }
  return roots === 1
}
