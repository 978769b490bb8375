/** B-cubed precision, recall and F1 over items, in per cent (Bagga & Baldwin 1998). */
import {percent, type Score} from './measures.ts'

export function bcubed(items: readonly {readonly gold: string; readonly found: string}[]): Score {
  let [precision, recall] = [0, 0]
  for (const {gold, found} of items) {
    const mine = items.filter(other => other.found === found)
    const both = mine.filter(other => other.gold === gold).length
    precision += both / mine.length / items.length
    recall += both / items.filter(other => other.gold === gold).length / items.length
  }
  return {
    precision: percent(precision, 1),
    recall: percent(recall, 1),
    f1: percent(2 * precision * recall, precision + recall)
  }
}
