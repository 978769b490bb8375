/** The form under which names of places are looked up: "Al-Ḥasakah" and "hasakah" meet, and so do Arabic spellings. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\u0640|[\u064b-\u065f]|[\u0300-\u036f]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/ی/g, 'ي')
    .replace(/[’‘`'ʿʾʻ.]/g, '')
    .replace(/[\s\u00a0_-]+/g, ' ')
    .replace(/^(?:al|el|ad|ar|as|at|az|the) (?=\S{3})/, '')
    .trim()
}
