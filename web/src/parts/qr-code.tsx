/** A QR code: dark on light in either theme, for cameras read no other. */
import {qrCode} from '../../../src/model/qr-code.ts'

/** `label`: what it holds, for those who do not see it; the same stands beside it as text. */
export function QrCode({text, label}: {readonly text: string; readonly label: string}) {
  const {size, path} = qrCode(text)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={size * 4}
      height={size * 4}
      className="max-w-full h-auto border border-line"
      shapeRendering="crispEdges"
    >
      <path fill="white" d={`M0 0h${size}v${size}h-${size}z`} />
      <path fill="black" d={path} />
    </svg>
  )
}
