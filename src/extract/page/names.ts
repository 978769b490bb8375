/**
 * What the names in a page tell of its elements: class and id as words ("relatedStories" is "related-Stories"), and how much
 * text stands in them.
 */

/** Class and id of an element, their words parted by dashes; a blank alone where it has none. */
export function namesOf(element: Element): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
  return names.length > longestNames ? ' ' : names.replace(/([a-z])([A-Z])/g, '$1-$2')
}

/** Longer ones are made by machines. */
const longestNames = 2000

/** One of the words, or several that follow each other, alone between dashes and blanks. */
export function wordsIn(...words: readonly string[]): RegExp {
  return new RegExp(`(?:^|[-_ ])(?:${words.join('|')})(?:[-_ ]|$)`, 'i')
}

export function lettersOf(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length
}

/**
 * Every element below `root` in its order. `visit` may change the element and what holds it; it gives the element that
 * stands there now, null where none does, and whether to look into it.
 */
export function eachElement(
  root: Element,
  visit: (element: Element) => {readonly now: Element | null; readonly isDone: boolean}
): void {
  let element = root.firstElementChild
  while (element) {
    const behind = after(element, root)
    const {now, isDone} = visit(element)
    element = now === null ? behind : ((isDone ? null : now.firstElementChild) ?? after(now, root))
  }
}

/** The next element of `root` that does not stand in this one. */
export function after(element: Element, root: Element): Element | null {
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    if (at.nextElementSibling) return at.nextElementSibling
  return null
}
