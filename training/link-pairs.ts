/**
 * Pairs of texts that tell of one incident or of two, with the evidence that likeness finds: from reports whose incidents are known.
 *
 *     report and report     all pairs; those of different topics count together as much as those of one topic
 *     passage and report    a sentence that tells a happening, with reports that tell it too and those of the sister incident
 *
 * A passage is written from a report that tells it at length: of those that tell it too, the third that is most like it counts.
 */
import type {Rarity} from '../src/codebook/word-rarity.ts'
import {likeness} from '../src/link/likeness.ts'
import {profileOf} from '../src/link/word-profile.ts'
import type {Evidence, WordProfile} from '../src/model/link-profile.ts'
import type {IncidentText} from './incident-texts.ts'

export interface LinkPair {
  readonly evidence: readonly Evidence[]
  readonly isOne: boolean
  readonly weight: number
}

/** A shorter sentence tells too little to be looked up. */
const shortestPassage = 8

export function reportPairs(texts: readonly IncidentText[], rarity: Rarity): LinkPair[] {
  const profiles = texts.map(text => wholeProfile(text, rarity))
  const found = texts.flatMap((a, i) =>
    texts.slice(0, i).map((b, j) => ({
      evidence: likeness(profiles[i]!, profiles[j]!),
      isOne: a.incident === b.incident,
      isOneTopic: a.topic === b.topic
    }))
  )
  const near = found.filter(({isOneTopic}) => isOneTopic).length
  return found.map(({isOneTopic, ...pair}) => ({
    ...pair,
    weight: isOneTopic ? 1 : near / (found.length - near)
  }))
}

export function passagePairs(texts: readonly IncidentText[], rarity: Rarity): LinkPair[] {
  const profiles = new Map(texts.map(text => [text, wholeProfile(text, rarity)]))
  return texts.flatMap(text => {
    const same = texts.filter(other => other !== text && other.incident === text.incident)
    const sister = texts.filter(({topic, incident}) => topic === text.topic && incident !== text.incident)
    return text.sentences.flatMap((sentence, i) => {
      if (text.happenings[i]!.size === 0 || sentence.split(' ').length < shortestPassage) return []
      const passage = passageProfile(sentence, rarity)
      const telling = same.filter(({happenings}) =>
        happenings.some(told => [...text.happenings[i]!].some(happening => told.has(happening)))
      )
      const found = (others: readonly IncidentText[]) =>
        others.map(other => likeness(passage, profiles.get(other)!))
      return [...weighted(mostAlike(found(telling)), true), ...weighted(found(sister), false)]
    })
  })
}

/** All of them together count as much as one. */
function weighted(found: readonly (readonly Evidence[])[], isOne: boolean): LinkPair[] {
  return found.map(evidence => ({evidence, isOne, weight: 1 / found.length}))
}

function mostAlike(found: readonly (readonly Evidence[])[]): (readonly Evidence[])[] {
  const sum = (evidence: readonly Evidence[]) =>
    evidence.reduce((total, {id, value}) => total + (id === 'passage-missing' ? 0 : value), 0)
  return found.toSorted((a, b) => sum(b) - sum(a)).slice(0, Math.ceil(found.length / 3))
}

export const wholeProfile = ({text}: {readonly text: string}, rarity: Rarity): WordProfile =>
  profileOf({text, language: 'en', isPassage: false}, rarity)

export const passageProfile = (text: string, rarity: Rarity): WordProfile =>
  profileOf({text, language: 'en', isPassage: true}, rarity)
