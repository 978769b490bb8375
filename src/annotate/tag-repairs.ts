/**
 * Puts right the tagger's most frequent errors in news: a past tense read as a participle, people named by what befell them.
 *
 *     "The forces deployed reinforcements"     deployed VBD: a participle would have no object
 *     "the affiliates hurled stones"           hurled VBD
 *     "put the injured at 125"                 injured NNS
 *     "marchers injured in the crush", "a man named Idris", "have deployed troops"   left alone
 */
const nominal = new Set(['NN', 'NNS', 'NNP', 'NNPS', 'PRP'])
const opensObject = new Set(['DT', 'PRP$', 'CD', 'JJ', 'NN', 'NNS'])
/** Verbs whose participle takes a second object: "a town called X", "men given shelter". */
const doubleObject = new Set([
  'named',
  'called',
  'dubbed',
  'given',
  'paid',
  'shown',
  'offered',
  'denied',
  'considered',
  'labelled',
  'armed'
])
const auxiliaries = new Set([
  'have',
  'has',
  'had',
  'having',
  'be',
  'been',
  'is',
  'are',
  'was',
  'were',
  'being',
  "'ve",
  "'s",
  'get',
  'got'
])
/** Verbs whose subject is to do it: "the committee threatened to march". */
const wantsTo = new Set([
  'threatened',
  'vowed',
  'tried',
  'attempted',
  'refused',
  'agreed',
  'failed',
  'pledged',
  'decided',
  'promised',
  'continued',
  'managed'
])
/** "the injured", "the dead": the people. */
const befallen = new Set([
  'injured',
  'wounded',
  'dead',
  'missing',
  'detained',
  'arrested',
  'displaced',
  'killed',
  'abducted'
])
const fates = new Set(['hurt', 'dead', 'injured', 'wounded', 'missing', 'arrested'])
const counts = new Set(['dozens', 'scores', 'hundreds', 'many', 'several'])
const reachOfAuxiliary = 4

/** Changes `tags` (numbers into `names`) in place. */
export function repairTags(forms: readonly string[], tags: Int32Array, names: readonly string[]): void {
  const past = names.indexOf('VBD|VERB')
  const people = names.indexOf('NNS|NOUN')
  const described = names.indexOf('JJ|ADJ')
  const penn = (i: number) => names[tags[i] ?? -1]?.split('|')[0] ?? ''
  for (let i = 1; i + 1 < forms.length; i++) {
    const standsAlone = !nominal.has(penn(i + 1)) && !['JJ', 'HYPH', 'VBN', 'CC'].includes(penn(i + 1))
    if (befallen.has(forms[i]!.toLowerCase()) && forms[i - 1]!.toLowerCase() === 'the' && standsAlone)
      tags[i] = people
    // Headlines leave the verb out: "Thirty hurt in clashes", "one dead, scores wounded".
    const counted = penn(i - 1) === 'CD' || counts.has(forms[i - 1]!.toLowerCase())
    if (counted && fates.has(forms[i]!.toLowerCase()) && standsAlone && penn(i) !== 'VBD') tags[i] = described
    const shoots =
      forms[i]!.toLowerCase() === 'shot' &&
      nominal.has(penn(i - 1)) &&
      /^(?:dead|at|a|an|the|\d+|two|three|four|five|six)$/i.test(forms[i + 1]!)
    if (shoots) tags[i] = past
    if (
      penn(i) === 'VBN' &&
      wantsTo.has(forms[i]!.toLowerCase()) &&
      forms[i + 1]!.toLowerCase() === 'to' &&
      nominal.has(penn(i - 1))
    )
      tags[i] = past
    if (penn(i) !== 'VBN' || !/ed$/i.test(forms[i]!) || doubleObject.has(forms[i]!.toLowerCase())) continue
    if (!nominal.has(penn(i - 1)) || !opensObject.has(penn(i + 1))) continue
    const before = forms.slice(Math.max(0, i - reachOfAuxiliary), i).map(form => form.toLowerCase())
    if (!before.some(form => auxiliaries.has(form))) tags[i] = past
  }
}
