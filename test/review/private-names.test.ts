import assert from 'node:assert/strict'
import test from 'node:test'
import {actorRegistry} from '../../src/codebook/actors.ts'
import {loadKnowledge} from '../../src/codebook/load.ts'
import {nameFinder} from '../../src/review/name-finder.ts'
import {nameWords} from '../../src/review/name-key.ts'
import {nothingSeen} from '../../src/review/private-names.ts'
import {redactionOf} from '../../src/review/redaction.ts'
import {arabicPersons, latinPersons} from './held-out-names.ts'

const {codebook, gazetteer} = loadKnowledge()
const find = nameFinder(codebook, gazetteer)(['The Harbour Gazette', 'صدى المرفأ'])

/** P: the name, G and F: given and family name, U: in capitals, I: initials and family name. */
const english = [
  'P was killed on Tuesday when soldiers opened fire in Maiduguri.',
  'Police said that P, 34, had been arrested near the market.',
  'The shop of P was burned. "They took F away," said a neighbour.',
  "P's brother told reporters that nobody had come to help.",
  'The dead were named as P, two farmers and a driver.',
  'PROTESTERS MOURN U AS CLASHES SPREAD',
  'Family of P Demands Answers After Shooting',
  'A boy named G was hit by shrapnel, a nurse said.',
  'His mother, P, identified the body at the hospital.',
  'Mr. F told The Harbour Gazette that he had seen the tanks.',
  'According to I, the gunmen wore uniforms.',
  '"We heard that P died," G said. "F was my friend."',
  'Gunmen abducted Dr P and her driver from a clinic in Goma.',
  'Among the wounded: P; G and six others.',
  '(P contributed to this report.)',
  'Residents buried P, a baker and father of four, on Friday.',
  'The interior ministry denied that G F had been tortured.',
  'Witness P - who fled with her children - blamed the army.',
  '— P\n— another witness',
  'They called out for P. G did not answer.',
  'Soldiers shot P-led demonstrators, rights groups said.',
  'Who killed P?'
]
const arabic = [
  'قال P إن الجنود أطلقوا النار على المتظاهرين.',
  'قتل المواطن P برصاص مسلحين مجهولين في البصرة.',
  'وأصيب الشاب P بجروح خطيرة.',
  'وقالت والدة P إن ابنها لم يعد.',
  'تشييع جثمان الطفل P في مدينة الموصل',
  'اعتقلت الشرطة P أمس بحسب شهود عيان.',
  '"لم نسمع شيئا"، يقول P.',
  'ونقل عن P أن القوات اقتحمت المنزل.',
  'وكان P بين القتلى.',
  'القتلى: P وثلاثة آخرون'
]

function sentence(form: string, name: string): string {
  const words = name.split(' ')
  const family = words.slice(1).join(' ')
  return form
    .replaceAll(/\bI\b/g, () => `${words[0]![0]}. ${family}`)
    .replaceAll(/(?<![\p{L}])P(?![\p{L}])/gu, () => name)
    .replaceAll(/\bU\b/g, () => name.toUpperCase())
    .replaceAll(/\bG\b/g, () => words[0]!)
    .replaceAll(/\bF\b/g, () => family)
}

/** Words of the name that a text still holds. Particles and words that are of the sentence anyway tell nothing. */
function leaked(shown: string, name: string, form: string): string[] {
  const held = new Set(nameWords(shown))
  const own = new Set(nameWords(form))
  return nameWords(name).filter(word => word.length > 2 && word !== 'von' && held.has(word) && !own.has(word))
}

function leaks(forms: readonly string[], names: readonly string[]): string[] {
  const found: string[] = []
  for (const name of names) {
    for (const form of forms) {
      const text = sentence(form, name)
      const {shown} = redactionOf({find, cleared: [], restricted: []}, [{text, seen: nothingSeen}], [])
      const left = leaked(shown(text), name, form)
      if (left.length) found.push(`${left.join(' ')}: ${shown(text)}`)
    }
  }
  return found
}

test('of what is registered little is withheld', () => {
  const names = actorRegistry(codebook).actors.filter(({name}, i) => i % 9 === 0 && !name.includes('('))
  const touched = names.filter(
    ({name}) => find(`Police said on Monday that ${name} had denied the report.`).length > 0
  )
  assert.ok(touched.length < names.length * 0.03, touched.map(({name}) => name).join(', '))
  for (const text of [
    'The Iraqi interior minister said in Basra on Monday that four people had died in the Green Zone.',
    'Riot police fired tear gas at miners and students in Oruro, the Red Cross said.',
    'The United Nations and the African Union condemned the attack near Goma; the road to Goma was shut.'
  ])
    assert.deepEqual(find(text), [])
})

test('a cleared name stays with its parts, and a restricted one never does', () => {
  const text = 'Ngozi Adichukwu met Hirut Gebreselama. Adichukwu said that Hirut had left.'
  const {shown, withheld} = redactionOf(
    {find, cleared: ['Ngozi Adichukwu', 'Hirut Gebreselama'], restricted: ['Hirut Gebreselama']},
    [{text, seen: nothingSeen}],
    []
  )
  assert.equal(shown(text), 'Ngozi Adichukwu met [name]. Adichukwu said that [name] had left.')
  assert.deepEqual(
    withheld().map(({name, restricted}) => [name, restricted]),
    [
      ['Hirut', true],
      ['Hirut Gebreselama', true]
    ]
  )
})

test('a name of one field goes from every other, in any case and spelling', () => {
  const text = 'A boy named Sefa Tavita was hit.'
  const {shown} = redactionOf({find, cleared: [], restricted: []}, [{text, seen: nothingSeen}], [])
  assert.equal(shown('SEFA TAVITA'), '[name]')
  assert.equal(shown('sefa tavita'), '[name]')
  assert.equal(shown("Tavita's brother"), "[name]'s brother")
})

test('of a hundred invented persons in Latin letters, in sentences of many forms, no name is left', () => {
  assert.ok(latinPersons.length >= 100)
  const found = leaks(english, latinPersons)
  assert.deepEqual(found, [])
})

test('nor is one of those in Arabic letters', () => {
  const found = leaks(arabic, arabicPersons)
  assert.deepEqual(found, [])
})
