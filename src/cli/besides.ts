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
