/** How alike two sets are, from a few numbers each: the smallest hashes under several orders (Broder 1997). */
import {mix2} from './hash.ts'

/** Of no item: the largest number in every place. */
export function minHash(items: Iterable<number>, orders: number): number[] {
  const smallest = new Array<number>(orders).fill(0xffffffff)
  for (const item of items)
    for (let order = 0; order < orders; order++) {
      const hash = mix2(order, item, 0x51ed270b) >>> 0
      if (hash < smallest[order]!) smallest[order] = hash
    }
  return smallest
}
