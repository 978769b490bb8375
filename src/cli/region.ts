/** The flag for where reports mostly tell of, shared by the commands that read them. */
export const regionFlag = {
  kind: 'parsed',
  parse: codeOf,
  variadic: ',',
  optional: true,
  brief: 'Countries that the source mostly tells of (IQ,SY): weak evidence for which place a name means',
  placeholder: 'CC'
} as const

function codeOf(text: string): string {
  if (!/^[A-Z]{2}$/.test(text))
    throw new Error(`"${text}" is no country code; write two capitals (ISO 3166-1 alpha-2), as IQ`)
  return text
}
