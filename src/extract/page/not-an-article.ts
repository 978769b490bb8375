/** Says why a page holds no report: front pages, error pages, walls before the text, empty ones. */
import type {DomText, Paragraph} from '../dom-text.ts'
import {countWords, isProse, isSentence} from './surroundings.ts'

/** A report has at least so many words of running text; the shortest flashes have about thirty. */
const fewestWords = 25
/** Walls and errors say little. */
const longestNotice = 150
/** A front page names so many other reports, each with its headline. */
const fewestTeasers = 8

const errors =
  /^(?:error )?(?:40[0-9]|410|429|50[0-9])\b|\b(?:404|403) (?:error|not found|forbidden)\b|^(?:page|file|article) (?:not found|no longer|unavailable)|\bpage (?:not found|cannot be found|does ?n[o'’]t exist)|^(?:access denied|forbidden|bad gateway|service unavailable|internal server error|site not available)|الصفحة غير موجودة|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|העמוד לא נמצא|страница не найдена|página no encontrada|page introuvable/i
const walls =
  /^(?:just a moment|attention required|are you (?:a robot|human)|checking your browser|verify(?:ing)? you are human|security check|please (?:enable|turn on) (?:javascript|cookies)|javascript is (?:disabled|required)|log ?in\b|sign ?in\b|please (?:log|sign) in|you must (?:log|sign) in|before you continue|we value your privacy|your privacy|(?:we|this (?:web)?site) uses? cookies|cookie (?:consent|settings|policy)|consent\b|subscribe to (?:read|continue)|تسجيل الدخول|ورود به|התחברות|вход\b)/i

export interface PageParts {
  readonly title: string | null
  /** Those of the whole page; only asked for where there is little text. */
  readonly all: () => readonly Paragraph[]
  /** Of the part that was taken for the report. */
  readonly main: readonly Paragraph[]
  readonly body: DomText
  /** Whether the page tells machines that it is an article. */
  readonly isDeclared: boolean
}

/** `null`: it is one. */
export function whyNoArticle({title, all, main, body, isDeclared}: PageParts): string | null {
  const words = bodyWords(body)
  const isList = !isDeclared && isListOfReports(main)
  if (words >= longestNotice) return isList ? list : null
  const page = words < fewestWords ? all() : main
  if (page.length === 0 && words === 0)
    return 'holds no text; pages that scripts build must be saved from a browser'
  const said = [title ?? '', ...page.slice(0, 8).map(({text}) => text)].filter(
    text => text.length < longestNotice
  )
  const error = said.slice(0, 4).find(text => errors.test(text) && !isSentence(text))
  if (error) return `is an error page ("${shortened(error)}"), not a report`
  // A banner is a sentence beside a report; a wall has a headline.
  const wall = said.find(
    text => walls.test(text) && (words < fewestWords || (words < longestNotice / 2 && !isSentence(text)))
  )
  if (wall)
    return `asks for a login, consent or a check of the browser ("${shortened(wall)}") and shows no report; give the page as a reader with access sees it`
  if (isList || (words < fewestWords && page.filter(isTeaser).length >= fewestTeasers)) return list
  if (words < fewestWords)
    return `holds ${words} words of running text, too few for a report; pages that scripts build must be saved from a browser`
  return null
}

const list = 'is a front page or a list of reports, not a report; give the pages of the reports'

/** Without captions and what is no report. */
function bodyWords({text, marked}: DomText): number {
  const beside = marked.filter(({kind}) => kind === 'caption' || kind === 'boilerplate')
  return countWords(text) - beside.reduce((sum, {from, to}) => sum + countWords(text.slice(from, to)), 0)
}

const isTeaser = ({text, linked}: Paragraph) => linked > 0.9 && countWords(text) >= 3

/** Most of its prose stands right below headlines that lead elsewhere. */
function isListOfReports(paragraphs: readonly Paragraph[]): boolean {
  const isHeadline = (paragraph: Paragraph | undefined) =>
    paragraph !== undefined &&
    isTeaser(paragraph) &&
    paragraph.block.closest('h1, h2, h3, h4, h5, h6') !== null
  const prose = paragraphs.flatMap((paragraph, n) => (isProse(paragraph) ? [n] : []))
  const below = prose.filter(n => isHeadline(paragraphs[n - 1]))
  return below.length >= fewestTeasers / 2 && below.length > prose.length * 0.6
}

const shortened = (text: string) =>
  (text.length > 60 ? `${text.slice(0, 57)}...` : text).replaceAll('\n', ' ')
