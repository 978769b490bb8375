/** A drawing of the page as a file of its own: with its colours, faces and ground written into it, for it leaves the page. */

const drawnBy = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'paint-order',
  'font',
  'direction',
  'text-anchor',
  'text-decoration'
] as const
/** Points of a picture for each of the drawing. */
const pngScale = 2

export function saveSvg(drawing: SVGSVGElement, name: string): void {
  save(new Blob([standalone(drawing).text], {type: 'image/svg+xml'}), `${name}.svg`)
}

/** Fails where the browser cannot draw it. */
export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const {text, width, height} = standalone(drawing)
  const url = URL.createObjectURL(new Blob([text], {type: 'image/svg+xml'}))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * pngScale)
    canvas.height = Math.ceil(height * pngScale)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    const png = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
    if (!png) throw new Error('The browser makes no picture of this size')
    save(png, `${name}.png`)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function standalone(drawing: SVGSVGElement): {text: string; width: number; height: number} {
  const {x, y, width, height} = drawing.viewBox.baseVal
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const [from, to] = [drawing.querySelectorAll('*'), copy.querySelectorAll('*')]
  from.forEach((element, i) => {
    const style = getComputedStyle(element)
    for (const property of drawnBy) to[i]?.setAttribute(property, style.getPropertyValue(property))
    to[i]?.removeAttribute('class')
  })
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const figure = drawing.closest('figure') ?? drawing.closest('section') ?? document.body
  for (const [property, value] of Object.entries({
    x,
    y,
    width,
    height,
    fill: getComputedStyle(figure).backgroundColor
  }))
    ground.setAttribute(property, `${value}`)
  copy.prepend(ground)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', `${width}`)
  copy.setAttribute('height', `${height}`)
  return {text: new XMLSerializer().serializeToString(copy), width, height}
}

/** As the browser saves what it was given. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // Some browsers begin to read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
