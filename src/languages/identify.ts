/**
 * Names the language of a stretch of text (ISO 639-1; `ckb` for Sorani, which has none).
 *
 * Scripts that one language of our field uses decide by themselves, and letters
 * decide among the languages of the Arabic script; a text full of English
 * function words is English; other Latin and Cyrillic text goes to the profiles. Short Latin text is too little evidence: the answer is null
 * and the caller keeps the language around it.
 */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Greek}/gu, 'el']
]
/** Letters that only one of the languages in Arabic script writes. */
const arabicLetters: readonly (readonly [RegExp, string])[] = [
  [/[ټډړږښځڅۍې]/gu, 'ps'],
  [/[ٹڈڑںے]/gu, 'ur'],
  [/[ێۆڵڕە]/gu, 'ckb'],
  [/[پچژگکی]/gu, 'fa']
]
/** Fewer letters than this are no evidence among languages of one script. */
const fewestLetters = 40
const sampleLength = 2000

/** Beyond Latin and Arabic letters, marks and figures: a text without any need not be searched for each script. */
const otherScript = /[\u0370-\u05ff\u0700-\u1fff\u2070-\uffff]/
/** Letters of other scripts; a text without them need not be searched for each. */
const beyondLatin = /[\u0370-\u1fff\u2c00-\udfff\uf900-\uffef]/

/** Letters of a text of Latin ones alone. */
function latinLetters(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if ((unit | 32) >= 97 && (unit | 32) <= 122) letters++
    else if (unit >= 0xc0 && unit < 0x370 && unit !== 0xd7 && unit !== 0xf7) letters++
  }
  return letters
}

/** Share of function words that makes a text English. */
const englishShare = 0.2

export interface Evidence {
  readonly functionWords: ReadonlySet<string>
  readonly profiles: (text: string) => string | null
}

export function identifyLanguage(text: string, {functionWords, profiles}: Evidence): string | null {
  const sample = text.slice(0, sampleLength)
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const isPlain = !beyondLatin.test(sample)
  const letters = isPlain ? latinLetters(sample) : count(/\p{L}/gu)
  if (letters === 0) return null
  const latin = isPlain ? letters : count(/\p{Script=Latin}/gu)
  if (!isPlain) {
    if (otherScript.test(sample))
      for (const [pattern, language] of scripts) if (count(pattern) * 2 > letters) return language
    const arabic = count(/\p{Script=Arabic}/gu)
    if (arabic > latin) {
      const own = arabicLetters.find(([pattern]) => count(pattern) * 50 > arabic)
      return own?.[1] ?? 'ar'
    }
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.filter(word => functionWords.has(word)).length >= words.length * englishShare) return 'en'
  if (letters < fewestLetters && latin * 2 > letters) return null
  return profiles(sample)
}
