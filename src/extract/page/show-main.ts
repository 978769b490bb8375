/**
 * Shows what a page hides only for a while: the body until its fonts are there or a frame is ruled out, the main part while a
 * dialog stands over it. A page saved at that moment has its whole report in hidden elements.
 *
 *     <body style="visibility:hidden"> ...                                shown
 *     <div id="app" aria-hidden="true"> the report </div> <dialog> ...    shown: it holds most of the text
 *     <p style="display:none"> ...                                        stays hidden
 */
import {eachElement, lettersOf} from './names.ts'

/** Of the text of the page: what is hidden from screen readers and holds more is its main part. */
const mostHidden = 0.5

export function showMain(document: Document): void {
  for (const frame of [document.documentElement, document.body])
    for (const attribute of ['hidden', 'aria-hidden', 'style']) frame.removeAttribute(attribute)
  const most = lettersOf(document.body) * mostHidden
  eachElement(document.body, element => {
    if (element.getAttribute('aria-hidden') === 'true' && lettersOf(element) > most)
      element.removeAttribute('aria-hidden')
    return {now: element, isDone: false}
  })
}
