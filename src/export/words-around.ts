/** The words that stand around a quote, within its paragraph. */

const most = 140

/** At most some words before and behind, cut at blanks, with an ellipsis where there are more. */
export function wordsAround(
  text: string,
  {from, to}: {readonly from: number; readonly to: number}
): {readonly before: string; readonly after: string} {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const lineEnd = text.indexOf('\n', to)
  const [before, after] = [text.slice(start, from), text.slice(to, lineEnd < 0 ? text.length : lineEnd)]
  return {
    before: before.length > most ? `… ${before.slice(-most).replace(/^\S*\s/, '')}` : before,
    after: after.length > most ? `${after.slice(0, most).replace(/\s\S*$/, '')} …` : after
  }
}
