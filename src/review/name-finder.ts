/**
 * Finds names of private persons in texts of reports (SAFETY D2): whatever may be one and is no registered actor, office, outlet or
 * place. It is made to find too many: what it finds is withheld from the public until a person clears it.
 */
import {PhraseTable} from '../algorithms/phrase-table.ts'
import type {Codebook} from '../codebook/codebook.ts'
import type {Gazetteer} from '../codebook/gazetteer.ts'
import {arabicNames} from './arabic-names.ts'
import {latinLexicon, latinWords} from './latin-lexicon.ts'
import {latinNames} from './latin-names.ts'
import {nameWords} from './name-key.ts'
import {type FindNames, type FoundName, nothingSeen} from './private-names.ts'

/** `registered`: outlets and agencies of the page, which are named as they are. */
export function nameFinder(
  codebook: Codebook,
  gazetteer: Gazetteer
): (registered: readonly string[]) => FindNames {
  const lexicon = latinLexicon(codebook, gazetteer)
  const arabicIn = arabicNames(codebook, gazetteer)
  return registered => {
    const own = new PhraseTable<true>()
    const ownKeys = new PhraseTable<true>()
    for (const name of registered.filter(name => !isPersonal(name))) {
      own.add(latinWords(name), true)
      ownKeys.add(nameWords(name), true)
    }
    const latin = latinNames(lexicon, wordAt => own.longestAt(wordAt)?.length ?? 0)
    const arabic = arabicIn(wordAt => ownKeys.longestAt(wordAt)?.length ?? 0)
    return (text, seen = nothingSeen) =>
      [...latin(text, seen), ...arabic(text, seen), ...otherScripts(text)].sort((x, y) => x.from - y.from)
  }

  /** "Karim Haddad": a page that somebody keeps under a name of their own, as far as a list of given names tells. */
  function isPersonal(outlet: string): boolean {
    const words = latinWords(outlet)
    return (
      words.length < 4 &&
      lexicon.isGiven(words[0] ?? '') &&
      words.every(word => !lexicon.isOrdinary(word) || lexicon.isGiven(word))
    )
  }
}

/** Scripts of which no list is kept: all of it may be names. */
function otherScripts(text: string): FoundName[] {
  return [
    ...text.matchAll(
      /(?:(?!\p{Script=Arabic})[\p{Lo}\p{M}])+(?:[ ·・](?:(?!\p{Script=Arabic})[\p{Lo}\p{M}])+)*/gu
    )
  ]
    .filter(([own]) => /\p{Lo}/u.test(own) && !/[ªº]/.test(own))
    .map(({0: name, index}) => ({
      from: index,
      to: index + name.length,
      name,
      parts: [],
      why: 'of a script that is not read'
    }))
}
