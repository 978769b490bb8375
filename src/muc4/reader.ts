/** Reads templates from an item that the coder has read: pure once it is made. */
import type {Models} from '../codebook/models.ts'
import {readEntities, readKind, readRelevance, readWhole, readWords} from './chances.ts'
import {type Muc4Codebook, questions} from './codebook.ts'
import {scorersOf} from './draft-words.ts'
import {doerBy, templatesOf, togetherBy, twinBy} from './fill.ts'
import type {ReadItem} from './item.ts'
import {scorer} from './linear-model.ts'
import {type Muc4Model, roles} from './model.ts'
import {phraseReader} from './phrase-network.ts'
import type {WordKnowledge} from './phrase-states.ts'
import {begin, findCandidates, readMentions, readPhrases} from './reading.ts'
import type {Template} from './template.ts'

export function createMuc4Reader(
  model: Muc4Model,
  codebook: Muc4Codebook,
  {groups, syntax}: Models,
  knowledge: WordKnowledge
): (read: ReadItem) => Template[] {
  const told = roles.map(role => scorer(model.roles[role]))
  const phrases = model.phrases.map(weights => phraseReader(weights, syntax.memory))
  const whole = model.whole.map(scorer)
  const kinds = questions.map(question => [question, model.kinds[question].map(scorer)] as const)
  const words = scorer(model.forms)
  const last = {
    together: togetherBy(model.pairs),
    doer: doerBy(model.doers),
    twin: twinBy(model.twins),
    days: scorer(model.days),
    places: scorer(model.places),
    locations: model.locations,
    worded: scorersOf(model.worded),
    details: model.details
  }
  return read => {
    const reading = begin(read, codebook.lexicon, {groups, own: model.classes}, knowledge)
    readMentions(reading, told)
    readPhrases(reading, phrases)
    readWhole(reading, whole)
    findCandidates(reading)
    readEntities(reading, model.entities)
    readRelevance(reading, model.relevance)
    for (const [question, scorers] of kinds) readKind(reading, question, scorers)
    readWords(reading, words)
    return templatesOf(reading, last, codebook, model.thresholds)
  }
}
