/** Lists whose cells take one of a few values, and which: what `dateline codebook check` holds them to. */
import {Certainty, Outcome, Polarity, Realis, SourceKind} from '../model/contract.ts'

type Values = readonly string[]

/** Path below the codebook's folder -> column -> what a cell may say; '' where it may be empty. */
export const listValues: Readonly<Record<string, Readonly<Record<string, Values>>>> = {
  'lexicons/en/attribution-cues.csv': {
    part: ['verb', 'adjective', 'noun', 'phrase'],
    use: ['says', 'sees', 'shows', 'cites', 'figure', 'denies', 'accuses', 'owns', 'tallies', 'thinks'],
    certainty: Certainty.options,
    polarity: Polarity.options
  },
  'lexicons/en/hedges.csv': {
    part: [
      'adverb',
      'modal',
      'past-modal',
      'passive',
      'verb',
      'predicate',
      'question',
      'noun',
      'adjective',
      'passes',
      'habit',
      'withheld',
      'source',
      'accusation',
      'perceived'
    ],
    certainty: Certainty.options,
    speaker: ['none', 'keep']
  },
  'lexicons/en/realis-words.csv': {
    over: [
      'complement',
      'infinitive',
      'open',
      'own-open',
      'from',
      'object',
      'subject',
      'oblique',
      'noun',
      'compound',
      'adjective',
      'adverb',
      'before',
      'condition',
      'condition-could',
      'purpose',
      'modal',
      'past-modal',
      'reported-modal',
      'perceived'
    ],
    realis: Realis.options,
    polarity: Polarity.options
  },
  'lexicons/en/negation-words.csv': {part: ['adverb', 'determiner', 'pronoun', 'case', 'exception']},
  'lexicons/en/denials.csv': {part: ['phrase', 'noun', 'said']},
  'lexicons/en/correction-words.csv': {part: ['corrects', 'corrected', 'figure']},
  'lexicons/en/outcome-words.csv': {outcome: Outcome.options},
  'lexicons/en/harm-words.csv': {
    part: ['verb', 'passive', 'state', 'noun', 'doer', 'condition'],
    fate: ['open', 'lives']
  },
  'lexicons/en/source-kinds.csv': {kind: SourceKind.options},
  'lexicons/en/motive-words.csv': {part: ['verb', 'noun']},
  'codings/acled-actors.csv': {when: ['', 'riotous', 'abroad']},
  'codings/ucdp.csv': {violence: ['sides', 'one-sided', 'none']},
  'codings/ucdp-areas.csv': {where_prec: ['3', '5', '7']}
}
