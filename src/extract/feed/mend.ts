/**
 * Writes broken markup anew as well-formed XML: what is open at the end is closed, stray tags and "<" go or are escaped.
 *
 *     <item><title>3 < 4 & more</item><item       <item><title>3 &lt; 4 & more</title></item>
 *
 * Comments, processing instructions and declarations are left out; entities stay as written.
 */
import {Parser} from 'htmlparser2'

/** No feed nests deeper, its texts aside, which stand escaped. */
const deepest = 100

/** `null` where it nests deeper than 100 elements: each further level costs parsers more than the one before. */
export function mended(markup: string): string | null {
  const written: string[] = []
  let depth = 0
  let isVerbatim = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > deepest) throw new TooDeep()
        written.push(`<${name}${Object.entries(attributes).map(attribute).join('')}>`)
      },
      onclosetag(name) {
        depth--
        written.push(`</${name}>`)
      },
      ontext: text => written.push(isVerbatim ? text : text.replaceAll('<', '&lt;')),
      oncdatastart() {
        isVerbatim = true
        written.push('<![CDATA[')
      },
      oncdataend() {
        isVerbatim = false
        written.push(']]>')
      }
    },
    {xmlMode: true, decodeEntities: false}
  )
  try {
    parser.end(markup.replace(strayOpening, '&lt;'))
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
  return written.join('')
}

/** "5<6": the parser takes it for a tag. */
const strayOpening = /<(?![\p{L}_:/!?])/gu

class TooDeep extends Error {}

function attribute([name, value]: [string, string]): string {
  return /^[\w:.-]+$/.test(name)
    ? ` ${name}="${value.replace(/["<>]/g, character => escapes[character]!)}"`
    : ''
}

const escapes: Readonly<Record<string, string>> = {'"': '&quot;', '<': '&lt;', '>': '&gt;'}
