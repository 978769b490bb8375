/** How many a phrase means, as keys write it: "3", "6 -" (at least), "5 - 7", "PLURAL". */
import type {ReadItem} from './item.ts'
import type {Mention} from './mentions.ts'

const words: Readonly<Record<string, string>> = {
  ONE: '1',
  TWO: '2',
  THREE: '3',
  FOUR: '4',
  FIVE: '5',
  SIX: '6',
  SEVEN: '7',
  EIGHT: '8',
  NINE: '9',
  TEN: '10',
  ELEVEN: '11',
  TWELVE: '12'
}

export function numberOf({report}: ReadItem, {head}: Mention, text: string): string {
  const quantity = report.quantities.find(entry => entry.head === head.index)
  if (quantity) {
    const {min, max, stated} = quantity
    if (/DOZENS|HUNDREDS|SEVERAL|SOME|MANY|FEW/i.test(stated)) return 'PLURAL'
    if (max === null) return min > 1 ? `${min} -` : 'PLURAL'
    if (min === max) return String(min)
    return min > 1 && max - min < 20 ? `${min} - ${max}` : 'PLURAL'
  }
  const counted = report.syntax
    .child(report.syntax.tokens[head.index]!, 'nummod')
    ?.text.toUpperCase()
    .replaceAll(',', '')
  if (counted && words[counted]) return words[counted]
  if (counted && /^\d+$/.test(counted)) return counted
  const isPlural =
    /^(NNS|NNPS)$/.test(head.xpos) || /(PEOPLE|POLICE|PERSONNEL|MEN|CHILDREN|CATTLE|[^SI]S)$/.test(text)
  return isPlural ? 'PLURAL' : '1'
}
