/**
 * Feature templates of the dependency parser (after Zhang & Nivre 2011, with suffixes for unknown words).
 *
 * `s0` is the top of the stack, `s1` and `s2` below it, `b0` the next word,
 * `b1` and `b2` behind it. `l` and `r` are the outermost left and right
 * dependents found so far, `l2` and `r2` the second ones.
 */
import {mix1, mix2, mix3} from '../algorithms/hash.ts'

export const maxParserFeatures = 112
export const maxLabelFeatures = 40

/** What the parser knows while it reads one sentence; index 0 is the root, words are 1 to n. */
export interface ParserState {
  n: number
  word: Int32Array
  tag: Int32Array
  coarse: Int32Array
  suffix: Int32Array
  head: Int32Array
  label: Int32Array
  left1: Int32Array
  left2: Int32Array
  right1: Int32Array
  right2: Int32Array
  lefts: Int32Array
  rights: Int32Array
}

const none = -1
const get = (column: Int32Array, i: number, missing: number): number => (i < 0 ? missing : column[i]!)
const near = (distance: number): number => (distance > 10 ? 7 : distance > 5 ? 6 : distance)

/** Features of a state of stack and buffer; writes into `out`, returns how many. */
export function structureFeatures(
  out: Int32Array,
  state: ParserState,
  s0: number,
  s1: number,
  s2: number,
  next: number
): number {
  const {n, word, tag, coarse, suffix, label, left1, left2, right1, right2, lefts, rights} = state
  const b0 = next <= n ? next : none
  const b1 = next < n ? next + 1 : none
  const b2 = next + 2 <= n ? next + 2 : none
  const child = (column: Int32Array, i: number) => (i < 0 ? none : column[i]!)
  const s0l = child(left1, s0)
  const s0r = child(right1, s0)
  const s1l = child(left1, s1)
  const s1r = child(right1, s1)
  const b0l = child(left1, b0)
  const s0w = get(word, s0, 1)
  const s0p = get(tag, s0, 2)
  const s1w = get(word, s1, 3)
  const s1p = get(tag, s1, 4)
  const s2w = get(word, s2, 5)
  const s2p = get(tag, s2, 6)
  const b0w = get(word, b0, 7)
  const b0p = get(tag, b0, 8)
  const b1w = get(word, b1, 9)
  const b1p = get(tag, b1, 10)
  const b2w = get(word, b2, 11)
  const b2p = get(tag, b2, 12)
  const s0u = get(coarse, s0, 2)
  const s1u = get(coarse, s1, 4)
  const b0u = get(coarse, b0, 8)
  const s0lp = get(tag, s0l, 13)
  const s0rp = get(tag, s0r, 14)
  const s1lp = get(tag, s1l, 15)
  const s1rp = get(tag, s1r, 16)
  const b0lp = get(tag, b0l, 17)
  const s0l2p = get(tag, child(left2, s0), 18)
  const s0r2p = get(tag, child(right2, s0), 19)
  const s1r2p = get(tag, child(right2, s1), 20)
  const s1l2p = get(tag, child(left2, s1), 21)
  const b0l2p = get(tag, child(left2, b0), 22)
  const labelOf = (i: number, missing: number) => (i < 0 ? missing : label[i]! + 40)
  const s0lL = labelOf(s0l, 31)
  const s0rL = labelOf(s0r, 32)
  const s1lL = labelOf(s1l, 33)
  const s1rL = labelOf(s1r, 34)
  const b0lL = labelOf(b0l, 35)
  const count = (column: Int32Array, i: number) => (i < 0 ? 0 : column[i]!)
  const s0lw = get(word, s0l, 23)
  const d0 = s0 < 0 || b0 < 0 ? 9 : near(b0 - s0)
  const d1 = s1 < 0 || s0 < 0 ? 9 : near(s0 - s1)
  let k = 0
  out[k++] = 777
  // Words and tags one by one.
  out[k++] = mix1(1, s0w)
  out[k++] = mix1(2, s0p)
  out[k++] = mix2(3, s0w, s0p)
  out[k++] = mix1(4, s1w)
  out[k++] = mix1(5, s1p)
  out[k++] = mix2(6, s1w, s1p)
  out[k++] = mix1(7, b0w)
  out[k++] = mix1(8, b0p)
  out[k++] = mix2(9, b0w, b0p)
  out[k++] = mix1(10, b1w)
  out[k++] = mix1(11, b1p)
  out[k++] = mix2(12, b1w, b1p)
  out[k++] = mix2(13, b2w, b2p)
  out[k++] = mix1(14, b2p)
  out[k++] = mix1(15, s2p)
  out[k++] = mix2(16, s2w, s2p)
  // Pairs.
  out[k++] = mix3(17, s0w, s0p, b0w)
  out[k++] = mix3(18, s0w, s0p, b0p)
  out[k++] = mix3(19, s0p, b0w, b0p)
  out[k++] = mix2(20, s0w, b0w)
  out[k++] = mix2(21, s0p, b0p)
  out[k++] = mix3(22, s0w, b0p, d0)
  out[k++] = mix3(23, s0p, b0w, d0)
  out[k++] = mix3(24, s1w, s1p, s0w)
  out[k++] = mix3(25, s1w, s1p, s0p)
  out[k++] = mix3(26, s1p, s0w, s0p)
  out[k++] = mix2(27, s1w, s0w)
  out[k++] = mix2(28, s1p, s0p)
  out[k++] = mix3(29, s1w, s0p, d1)
  out[k++] = mix3(30, s1p, s0w, d1)
  out[k++] = mix2(31, s1p, b0p)
  out[k++] = mix2(32, s1w, b0p)
  out[k++] = mix2(33, s1p, b0w)
  out[k++] = mix2(34, b0p, b1p)
  out[k++] = mix2(35, b0w, b1p)
  out[k++] = mix2(36, b0p, b1w)
  out[k++] = mix2(37, s1w, b0w)
  out[k++] = mix2(38, s0w, b1p)
  out[k++] = mix2(39, s0p, b1p)
  out[k++] = mix3(40, s0p, b0p, d0)
  out[k++] = mix3(41, s1p, s0p, d1)
  out[k++] = mix3(42, s0u, b0u, mix2(0, d0, d1))
  // Triples.
  out[k++] = mix3(43, s0p, b0p, b1p)
  out[k++] = mix3(44, s1p, s0p, b0p)
  out[k++] = mix3(45, s2p, s1p, s0p)
  out[k++] = mix3(46, s0p, s0lp, b0p)
  out[k++] = mix3(47, s0p, s0rp, b0p)
  out[k++] = mix3(48, s0p, b0p, b0lp)
  out[k++] = mix3(49, s1p, s0p, s0lp)
  out[k++] = mix3(50, s1p, s0p, s0rp)
  out[k++] = mix3(51, s1p, s1lp, s0p)
  out[k++] = mix3(52, s1p, s1rp, s0p)
  out[k++] = mix3(53, mix2(0, s1p, s0p), b0p, b1p)
  out[k++] = mix3(54, s0w, b0p, b1p)
  out[k++] = mix3(55, s1w, s0p, b0p)
  out[k++] = mix3(56, s1p, s0w, b0p)
  out[k++] = mix3(57, s1p, s0p, b0w)
  out[k++] = mix3(58, b0p, b1p, b2p)
  out[k++] = mix3(59, s1p, b0p, b1p)
  // How many dependents there are, and their labels.
  out[k++] = mix2(60, s0w, count(lefts, s0))
  out[k++] = mix2(61, s0p, count(lefts, s0))
  out[k++] = mix2(62, s0w, count(rights, s0))
  out[k++] = mix2(63, s0p, count(rights, s0))
  out[k++] = mix2(64, s1w, count(rights, s1))
  out[k++] = mix2(65, s1p, count(rights, s1))
  out[k++] = mix2(66, b0w, count(lefts, b0))
  out[k++] = mix2(67, b0p, count(lefts, b0))
  out[k++] = mix2(68, s1p, count(lefts, s1))
  out[k++] = mix2(69, s0p, s0lL)
  out[k++] = mix2(70, s0p, s0rL)
  out[k++] = mix2(71, s1p, s1lL)
  out[k++] = mix2(72, s1p, s1rL)
  out[k++] = mix2(73, b0p, b0lL)
  out[k++] = mix2(74, s0w, s0lL)
  out[k++] = mix2(75, s0w, s0rL)
  out[k++] = mix2(76, s1w, s1rL)
  out[k++] = mix2(77, b0w, b0lL)
  out[k++] = mix2(78, s1w, s1lL)
  out[k++] = mix3(79, s1p, s1rL, s0p)
  out[k++] = mix3(80, s0p, s0rL, b0p)
  out[k++] = mix3(81, s0p, s0lL, b0p)
  out[k++] = mix3(82, b0p, b0lL, s0p)
  out[k++] = mix3(83, mix2(0, s1p, s0p), s0lL, s0rL)
  out[k++] = mix3(84, mix2(0, s0p, b0p), s0lL, b0lL)
  out[k++] = mix3(85, s0p, s0lp, s0l2p)
  out[k++] = mix3(86, s0p, s0rp, s0r2p)
  out[k++] = mix3(87, s1p, s1rp, s1r2p)
  out[k++] = mix3(88, b0p, b0lp, b0l2p)
  out[k++] = mix3(89, s1p, s1lp, s1l2p)
  // Words of dependents, and suffixes for words never seen.
  out[k++] = mix2(90, s0lw, s0w)
  out[k++] = mix2(91, get(word, s0r, 24), s0p)
  out[k++] = mix2(92, get(word, s1r, 25), s1p)
  out[k++] = mix2(93, get(word, b0l, 26), b0p)
  out[k++] = mix1(94, get(suffix, s0, 27))
  out[k++] = mix1(95, get(suffix, s1, 28))
  out[k++] = mix1(96, get(suffix, b0, 29))
  out[k++] = mix2(97, get(suffix, s0, 27), get(suffix, s1, 28))
  out[k++] = mix2(98, get(suffix, s0, 27), get(suffix, b0, 29))
  out[k++] = mix3(99, s0u, s1u, b0u)
  out[k++] = mix3(100, s1w, s0lw, s0p)
  out[k++] = mix3(101, s1p, s0lw, s0w)
  out[k++] = mix3(102, s0p, get(word, b0l, 26), b0p)
  return k
}

/** Features of an arc, for its label. */
export function labelFeatures(out: Int32Array, state: ParserState, head: number, dependent: number): number {
  const {n, word, tag, coarse, suffix, label, left1, right1} = state
  const direction = head < dependent ? 1 : 2
  const distance = Math.abs(head - dependent)
  const reach = direction * 16 + (distance > 6 ? 5 : distance > 3 ? 4 : distance)
  const hw = word[head]!
  const hp = tag[head]!
  const dw = word[dependent]!
  const dp = tag[dependent]!
  const dl = left1[dependent]!
  const dlw = get(word, dl, 1)
  const dlp = get(tag, dl, 2)
  const drp = get(tag, right1[dependent]!, 3)
  const labelOf = (i: number, missing: number) => (i < 0 ? missing : label[i]! + 40)
  const hlL = labelOf(left1[head]!, 31)
  const hrL = labelOf(right1[head]!, 32)
  const dlL = labelOf(dl, 33)
  const drL = labelOf(right1[dependent]!, 34)
  const beforeTag = dependent > 1 ? tag[dependent - 1]! : 5
  const afterTag = dependent < n ? tag[dependent + 1]! : 6
  const beforeWord = dependent > 1 ? word[dependent - 1]! : 7
  const side = mix2(0, hp, direction)
  let k = 0
  out[k++] = mix1(200, direction)
  out[k++] = mix2(201, hw, direction)
  out[k++] = mix2(202, hp, direction)
  out[k++] = mix2(203, dw, direction)
  out[k++] = mix2(204, dp, direction)
  out[k++] = mix3(205, hw, dw, direction)
  out[k++] = mix3(206, hp, dp, reach)
  out[k++] = mix3(207, hw, dp, direction)
  out[k++] = mix3(208, hp, dw, direction)
  out[k++] = mix3(209, suffix[dependent]!, hp, direction)
  out[k++] = mix3(210, suffix[head]!, dp, direction)
  out[k++] = mix2(211, dlw, dp)
  out[k++] = mix3(212, dlw, hp, dp)
  out[k++] = mix3(213, dlw, hw, direction)
  out[k++] = mix3(214, dlp, dp, hp)
  out[k++] = mix3(215, drp, dp, hp)
  out[k++] = mix3(216, hlL, dp, side)
  out[k++] = mix3(217, hrL, dp, side)
  out[k++] = mix3(218, dlL, dp, side)
  out[k++] = mix3(219, drL, dp, side)
  out[k++] = mix3(220, hlL, hrL, mix2(0, dp, direction))
  out[k++] = mix3(221, beforeTag, dp, direction)
  out[k++] = mix3(222, afterTag, dp, direction)
  out[k++] = mix3(223, beforeWord, dp, direction)
  out[k++] = mix2(224, dw, suffix[head]!)
  out[k++] = mix3(225, hlL, hw, direction)
  out[k++] = mix3(226, hrL, hw, direction)
  out[k++] = mix3(227, dw, hlL, direction)
  out[k++] = mix3(228, coarse[head]!, coarse[dependent]!, mix2(0, dlL, reach))
  out[k++] = mix3(229, hw, dp, dlw)
  return k
}
