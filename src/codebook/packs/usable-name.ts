/** Which names of a source are names that a report may use: codes, links and broken text are not. */
const longestName = 120

/** Codes of airports and stamps ("ORBI", "IQ") stand among the names of places; for countries ("USA") they are names. */
export function isUsable(name: string, isCountry: boolean): boolean {
  if (name.length < 2 || name.length > longestName || !/\p{L}/u.test(name)) return false
  if (/\p{Cc}|\ufffd|:\/\//u.test(name)) return false
  return isCountry || !/^[A-Z0-9]{2,4}$/.test(name)
}
