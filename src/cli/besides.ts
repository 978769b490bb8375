/** Loads programs that stand beside `src/` in a checkout and are not part of the library: training and evaluation. */
export async function besides<Program>(path: string): Promise<Program> {
  const url = new URL(`../../${path}`, import.meta.url)
  try {
    return (await import(url.href)) as Program
  } catch (cause) {
    if ((cause as {code?: string}).code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new Error(
      `${path} is not part of the installed package; run this command in a checkout of Dateline`,
      {cause}
    )
  }
}

/** Runs what reads corpora; says which file is missing and what should name it. */
export async function readingCorpora<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (cause) {
    const {code, path} = cause as {code?: string; path?: string}
    if (code !== 'ENOENT') throw cause
    throw new Error(
      `No file ${path}; --data names the folder that holds the folders of the corpora (ud, gum, ...), --split the file without its ending`,
      {cause}
    )
  }
}
