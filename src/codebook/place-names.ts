/**
 * The forms under which names of places are looked up.
 *
 *     "Al-Ḥasakah", "hasakah"              one normal form; Arabic spellings meet too
 *     "#GreenZone"                         "Green Zone"
 *     "northern Aleppo", "Mosul city"      also without the words around the name
 *     "Deir ez-Zor", "Dayr az Zawr"        one skeleton, for names in Latin letters of Arabic ones
 */

const marks = /\u0640|[\u064b-\u065f]|[\u0300-\u036f]/g
const article = /^(?:al|el|ad|ar|as|at|az|an|ash|ath|the) (?=\S{3})/

export function normaliseName(name: string): string {
  // Names in English letters, which most are, have no marks and no other spellings of a letter.
  if (/^[a-z ]*$/i.test(name)) return name.toLowerCase().replace(/ {2,}/g, ' ').trim().replace(article, '')
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/ی/g, 'ي')
    .replace(/ı/g, 'i')
    .replace(/[’‘`'ʿʾʻʼ.]/g, '')
    .replace(/[\s\u00a0_-]+/g, ' ')
    .trim()
    .replace(article, '')
}

const around: readonly (readonly [RegExp, string])[] = [
  [/['’]s?$/i, ''],
  [
    /^(?:central|northern|southern|eastern|western|north|south|east|west|north-?east(?:ern)?|north-?west(?:ern)?|south-?east(?:ern)?|south-?west(?:ern)?|downtown|upper|lower|greater|inner|metro|metropolitan|rural|old)[- ]/i,
    ''
  ],
  [
    /^(?:city|town|village|state|province|governorate|district|county|commonwealth|republic|municipality|port|island|isle|gulf) of (?:the )?/i,
    ''
  ],
  [
    / (?:city|town|township|village|county|province|governorate|district|state|region|area|municipality|parish|borough|airport|international airport|air base|airbase|camp|refugee camp|countryside|metro|suburbs?)$/i,
    ''
  ],
  [/^(?:mount|mt\.?|lake|fort|ft\.?|port|camp) /i, ''],
  [/^st\.? /i, 'saint '],
  [/^saint /i, 'st '],
  [/^ft\.? /i, 'fort '],
  [/^mt\.? /i, 'mount ']
]

/** The name as written first, then with fewer words around it: what is found sooner fits better. */
export function nameVariants(written: string): readonly string[] {
  const bare = /^#/.test(written) ? spacedHashtag(written) : written
  const variants = [bare]
  // Two words may stand around a name ("northern Aleppo province").
  for (let i = 0; i < variants.length && variants.length < 12; i++) {
    for (const [pattern, by] of around) {
      const less = variants[i]!.replace(pattern, by).trim()
      if (less.length > 2 && !variants.includes(less)) variants.push(less)
    }
  }
  return variants
}

/** "#GreenZone_Iraq" is "Green Zone Iraq". */
export function spacedHashtag(tag: string): string {
  return tag
    .slice(1)
    .replaceAll('_', ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
}
