/** Colours of the page's tokens as they are now, for what draws by itself: `light-dark()` is for the browser to read. */
export function tokenColours<Name extends string>(
  tokens: Readonly<Record<Name, string>>
): Record<Name, string> {
  const probe = document.createElement('span')
  document.body.append(probe)
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const colours = Object.fromEntries(
    Object.entries<string>(tokens).map(([name, token]) => [name, read(token)])
  )
  probe.remove()
  return colours as Record<Name, string>
}
