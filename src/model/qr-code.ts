/** A QR code as a drawing, for pages of the server and of the app alike: nothing is asked of anybody to draw it. */
import {encode} from 'uqr'

export interface QrCode {
  /** Of a side, in modules, with the quiet zone of four around it (ISO/IEC 18004). */
  readonly size: number
  /** The dark modules, each 1 by 1, as an SVG path: a box for each run of a row. */
  readonly path: string
}

/** `text`: up to some 2,000 letters; throws where it is longer. A seventh of the code may be lost. */
export function qrCode(text: string): QrCode {
  const {size, data} = encode(text, {ecc: 'M', border: 4})
  const runs = data.flatMap((row, y) => {
    const dark = row.map(Number).join('')
    return [...dark.matchAll(/1+/g)].map(
      ({0: run, index}) => `M${index} ${y}h${run.length}v1h-${run.length}z`
    )
  })
  return {size, path: runs.join('')}
}
