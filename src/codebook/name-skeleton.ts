/**
 * What is left of a name in Latin letters when its vowels and the ways to write its consonants are taken away.
 *
 *     "Deir ez-Zor", "Dayr az Zawr"     dr zr        "Hodeidah", "Al Hudaydah"   hdd
 *     "Khan Younis", "Khan Yunis"       xn yns       "Kharkov", "Kharkiv"        xrkv
 *
 * Many names share a skeleton: it is asked only among the places of the countries that a report speaks of.
 */
import {normaliseName} from './place-names.ts'

/** Articles within a name: "Deir ez-Zor", "Tell al-Abyad". */
const articles = /(?<= |^)(?:al|el|ul|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez|a|e|ech|et) (?=\S)/g
const consonants: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|ch|sch|sh|š|ş/g, 'c'],
  [/zh|dj|dzh|j|ǧ/g, 'j'],
  [/kh|x/g, 'x'],
  [/gh|ğ/g, 'g'],
  [/th|dh/g, 't'],
  [/ph/g, 'f'],
  [/q|ck/g, 'k'],
  [/tz|ts/g, 'c'],
  [/v|w/g, 'v'],
  [/d(?=t)|t(?=d)/g, '']
]
/** A shorter skeleton is that of too many names. */
const shortest = 3

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'ا,a;أ,a;إ,a;آ,a;ٱ,a;ب,b;ت,t;ث,th;ج,j;ح,h;خ,kh;د,d;ذ,dh;ر,r;ز,z;س,s;ش,sh;ص,s;ض,d;ط,t;ظ,z;ع,a;غ,gh;ف,f;ق,q;ك,k;ل,l;م,m;ن,n;ه,h;و,w;ي,y;ى,a;ة,a;ء,;ئ,y;ؤ,w'
    .split(';')
    .map(pair => pair.split(',') as [string, string])
)

/** An Arabic name in the Latin letters that stand for its own, vowels as far as they are written: "عيترون" is "aytrwn"; its skeleton is that of "Aitaroun". */
export function inLatinLetters(name: string): string {
  if (!/\p{Script=Arabic}/u.test(name)) return name
  return name
    .normalize('NFKC')
    .replaceAll(/[\p{M}\u0640]/gu, '')
    .split(' ')
    .map(word => word.replace(/^ال(?=..)/, '').replaceAll(/./gu, letter => letters[letter] ?? letter))
    .join(' ')
}

/** Empty for names in other scripts, and for those of fewer consonants than `fewest`. */
export function nameSkeleton(name: string, fewest = shortest): string {
  const plain = normaliseName(name)
  if (!/^[a-z ]+$/.test(plain)) return ''
  const words = plain
    .replace(articles, '')
    .split(' ')
    .map(word => {
      let left = word
      for (const [pattern, by] of consonants) left = left.replace(pattern, by)
      // A last h is only a way to write "-a"; y, v and w sound like vowels within a word.
      const single = left.replace(/(.)\1/g, '$1').replace(/h$/, '')
      return single.replace(/^[aeiou]/, 'a').replace(/(?<=.)[aeiouyv]/g, '')
    })
  const skeleton = words.join(' ')
  return skeleton.replace(/[ a]/g, '').length < fewest ? '' : skeleton
}
