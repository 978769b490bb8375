/** The weights of this folder as a file of `models/muc4`. */
import type {NumberArray, WeightsFile} from '../codebook/weights-file.ts'
import {type Question, questions} from './codebook.ts'
import {type Detail, details, ofTemplate, type TemplateDetail} from './details.ts'
import type {LinearWeights} from './linear-model.ts'
import {type Muc4Model, type Role, roles, type Thresholds} from './model.ts'
import type {PhraseWeights} from './phrase-network.ts'
import type {Trees} from './trees.ts'

export function muc4File(model: Muc4Model): WeightsFile {
  const arrays: Record<string, NumberArray> = {}
  const shapes: Record<string, {depth: number; base: number}> = {}
  const linear = (name: string, {keys, weights}: LinearWeights) => {
    arrays[`${name}.keys`] = keys
    arrays[`${name}.weights`] = weights
  }
  const trees = (name: string, {depth, base, columns, limits, leaves}: Trees) => {
    shapes[name] = {depth, base}
    arrays[`${name}.columns`] = columns
    arrays[`${name}.limits`] = limits
    arrays[`${name}.leaves`] = leaves
  }
  for (const role of roles) {
    linear(`roles.${role}`, model.roles[role])
    trees(`entities.${role}`, model.entities[role])
  }
  for (const [i, weights] of model.whole.entries()) linear(`whole.${i}`, weights)
  for (const question of questions)
    for (const [i, weights] of model.kinds[question].entries()) linear(`kinds.${question}.${i}`, weights)
  for (const [i, weights] of model.phrases.entries())
    for (const [name, values] of Object.entries(weights)) arrays[`phrases.${i}.${name}`] = values
  linear('forms', model.forms)
  linear('days', model.days)
  linear('places', model.places)
  for (const detail of ofTemplate)
    for (const [i, weights] of model.worded[detail].entries()) linear(`worded.${detail}.${i}`, weights)
  for (const detail of details) trees(`details.${detail}`, model.details[detail])
  trees('relevance', model.relevance)
  trees('pairs', model.pairs)
  trees('doers', model.doers)
  trees('twins', model.twins)
  return {
    lists: {
      shapes,
      classes: [...model.classes],
      locations: [...model.locations],
      thresholds: model.thresholds
    },
    arrays
  }
}

export function muc4ModelOf({lists, arrays}: WeightsFile): Muc4Model {
  const shapes = lists.shapes as Record<string, {depth: number; base: number}>
  const linear = (name: string): LinearWeights => ({
    keys: arrays[`${name}.keys`] as Int32Array,
    weights: arrays[`${name}.weights`] as Float32Array
  })
  const trees = (name: string): Trees => ({
    ...shapes[name]!,
    columns: arrays[`${name}.columns`] as Int16Array,
    limits: arrays[`${name}.limits`] as Float32Array,
    leaves: arrays[`${name}.leaves`] as Float32Array
  })
  const series = (name: string): LinearWeights[] => {
    const found: LinearWeights[] = []
    while (arrays[`${name}.${found.length}.keys`]) found.push(linear(`${name}.${found.length}`))
    return found
  }
  const byRole = <T>(make: (role: Role) => T) =>
    Object.fromEntries(roles.map(role => [role, make(role)])) as Record<Role, T>
  return {
    roles: byRole(role => linear(`roles.${role}`)),
    forms: linear('forms'),
    entities: byRole(role => trees(`entities.${role}`)),
    phrases: networksOf(arrays),
    whole: series('whole'),
    kinds: Object.fromEntries(questions.map(question => [question, series(`kinds.${question}`)])) as Record<
      Question,
      LinearWeights[]
    >,
    worded: Object.fromEntries(ofTemplate.map(detail => [detail, series(`worded.${detail}`)])) as Record<
      TemplateDetail,
      LinearWeights[]
    >,
    details: Object.fromEntries(details.map(detail => [detail, trees(`details.${detail}`)])) as Record<
      Detail,
      Trees
    >,
    days: linear('days'),
    places: linear('places'),
    relevance: trees('relevance'),
    pairs: trees('pairs'),
    doers: trees('doers'),
    twins: trees('twins'),
    classes: new Map(lists.classes as [string, number][]),
    locations: new Map(lists.locations as [string, string[]][]),
    thresholds: lists.thresholds as Thresholds
  }
}

function networksOf(arrays: WeightsFile['arrays']): PhraseWeights[] {
  const found: Record<string, NumberArray>[] = []
  for (const [path, values] of Object.entries(arrays)) {
    const [, number, name] = path.match(/^phrases\.(\d+)\.(\w+)$/) ?? []
    if (name) (found[Number(number)] ??= {})[name] = values
  }
  return found as unknown as PhraseWeights[]
}
