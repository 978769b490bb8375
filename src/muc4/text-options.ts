/** Days and places that a draft may have: what a linear model makes of each, and how it stands to the others. */
import {type Choice, distance, firstOf, lead, nearer} from './choice.ts'
import {type DayChoice, dayFeatures, dayKinds, dayValues} from './days.ts'
import type {Option} from './details.ts'
import type {Draft} from './draft.ts'
import type {Scorer} from './linear-model.ts'
import {type PlaceChoice, placeFeatures, placeKinds, placeValues} from './locations.ts'
import type {Reading} from './reading.ts'

export const dayOptions = (
  reading: Reading,
  draft: Draft,
  days: readonly DayChoice[],
  score: Scorer,
  type: string,
  seen: readonly number[]
) =>
  textOptions(
    days,
    dayKinds,
    draft,
    choice => score(dayFeatures(reading, choice, draft.sentences, days, type)),
    choice => dayValues(reading, choice, days),
    seen
  )

export const placeOptions = (
  reading: Reading,
  draft: Draft,
  places: readonly PlaceChoice[],
  score: Scorer,
  type: string,
  home: string,
  seen: readonly number[]
) =>
  textOptions(
    places,
    placeKinds,
    draft,
    choice => score(placeFeatures(reading, choice, draft.sentences, places, type, home)),
    choice => placeValues(choice, places, home),
    seen
  )

/** Choices that are worth a look. */
const most = 8

/** Days or places that a draft may have; `score`: how well each fits, by a linear model; `kinds`: of choices, in order. */
function textOptions<C extends Choice>(
  choices: readonly C[],
  kinds: readonly string[],
  {sentences}: Draft,
  score: (choice: C) => number,
  more: (choice: C) => readonly number[],
  seen: readonly number[]
): Option[] {
  const ranked = choices
    .map(choice => ({choice, own: score(choice)}))
    .toSorted((a, b) => b.own - a.own)
    .slice(0, most)
  return ranked.map(({choice, own}, rank) => ({
    value: choice.value,
    row: Float32Array.from([
      own,
      own - ranked[0]!.own,
      own - (ranked[rank ? 0 : 1]?.own ?? -9),
      rank,
      ranked.length,
      kinds.indexOf(choice.kind),
      kinds.indexOf(ranked[0]!.choice.kind),
      Math.min(9, distance(choice, sentences)),
      Math.min(9, nearer(choice, choices, sentences)),
      choice.sentences.length,
      choice.sentences.length ? firstOf(choice.sentences) : -1,
      choice.sentences.length ? lead(choice, sentences) : -4,
      ...more(choice),
      ...seen
    ])
  }))
}
