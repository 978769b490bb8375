/** The flag for the imported places, shared by the commands that read reports. */
import {existsSync} from 'node:fs'
import {type Context, pathIn} from './context.ts'

export const packsFolder = './dateline-data/gazetteer'

export const gazetteerFlag = {
  kind: 'parsed',
  parse: String,
  optional: true,
  brief: `Folder of imported places, read besides the embedded ones [default = ${packsFolder} where it exists]`,
  placeholder: 'DIR'
} as const

/** The folder to read, or null where the person named none and the default one does not exist. */
export function packsIn(context: Context, folder: string | undefined): string | null {
  const path = pathIn(context, folder ?? packsFolder)
  if (existsSync(path)) return path
  if (folder === undefined) return null
  throw new Error(
    `No folder ${path}; import places with "dateline gazetteer import FILE --to ${folder}", or leave --gazetteer out`
  )
}
