/** Asking for a correction without an account (SAFETY D7), and what a page says that is not there. */
import {html} from 'hono/html'
import {frame, type Here, spotOf} from './frame.ts'
import {incidentPath} from './incident-page.ts'

export const mostText = 4000
export const mostContact = 200

export interface Asking {
  readonly id: string
  readonly headline: string | null
  readonly text: string
  readonly contact: string
  readonly state: 'new' | 'sent' | 'empty' | 'long' | 'often'
}

export function correctionPage(here: Here, {id, headline, text, contact, state}: Asking): Promise<string> {
  const spot = spotOf(here)
  const {say, to} = spot
  const faults = {empty: say.askEmpty, long: say.askLong, often: say.askOften}
  const about = html`<p>${say.askAbout}: <a href="${to(incidentPath(id))}"><bdi>${headline ?? id}</bdi></a></p>`
  return frame(
    spot,
    say.askTitle,
    html`<div class="text"><h1>${say.askTitle}</h1>${about}
${
  state === 'sent'
    ? html`<p role="status">${say.askSent}</p>`
    : html`${state === 'new' ? '' : html`<p class="fault" role="alert">${faults[state]}</p>`}
<form class="ask" method="post" action="${to(`${incidentPath(id)}correction/`)}">
<div class="field"><label for="text">${say.askText}</label><textarea id="text" name="text" required maxlength="${mostText}" dir="auto" aria-describedby="text-help">${text}</textarea><p class="note" id="text-help">${say.askTextHelp}</p></div>
<div class="field"><label for="contact">${say.askContact}</label><input id="contact" name="contact" maxlength="${mostContact}" dir="auto" autocomplete="email" value="${contact}" aria-describedby="contact-help"><p class="note" id="contact-help">${say.askContactHelp}</p></div>
<button>${say.askSend}</button></form>`
}</div>`
  )
}

export function notFoundPage(here: Here): Promise<string> {
  const spot = spotOf(here)
  const {say, to} = spot
  return frame(
    spot,
    say.notFound,
    html`<div class="text"><h1>${say.notFound}</h1><p>${say.notFoundText}</p><p><a href="${to('')}">${say.all}</a></p></div>`
  )
}
