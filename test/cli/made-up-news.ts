/** News that nobody published, as JSON Lines of any size: for files that must not fill the memory. */

/** One of a list, or a number below, always the same for a seed. */
function drawing(seed: number) {
  let state = seed >>> 0
  const below = (most: number) => {
    // A generator of Marsaglia's: enough for texts.
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % most
  }
  return {below, of: <T>(list: readonly T[]) => list[below(list.length)]!}
}

const towns = ['Kano', 'Jos', 'Maiduguri', 'Oruro', 'Erbil', 'Basra', 'Goma', 'Mosul', 'Aden', 'Taiz']
const outlets = ['The Courier', 'Radio Oru', 'Canal Uno', 'Plateau Daily', 'Diario Sur', 'Northern Mail']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const calm = [
  'The council of TOWN put off its vote on the new market until next month.',
  'Traders said the price of rice had hardly moved since the harvest.',
  'Engineers finished the bridge on the road to TOWN a year late.',
  'The school of nursing opens its doors to sixty students on DAY.',
  'A film about the river won a prize at the festival in TOWN.',
  'Farmers wait for rain, and the weather office promises none before DAY.',
  'The team drew one all and stays in the middle of the table.',
  'Its director said the museum would show the old maps from DAY on.',
  'The port of TOWN handled more goods than in any month of last year.',
  'Buses will run later in the evening, the company told passengers.'
]
const telling = [
  'Gunmen attacked a bus near TOWN on DAY and killed N people, police said.',
  'N people were wounded when a bomb went off in a market in TOWN on DAY.',
  'Police fired tear gas at protesters in TOWN on DAY; a hospital counted N injured.',
  'Soldiers and rebels clashed outside TOWN on DAY, and N fighters died, the army said.'
]
const arabic = [
  'أرجأ مجلس المدينة التصويت على مشروع السوق الجديدة إلى الشهر المقبل.',
  'قال تجار إن أسعار الأرز لم تتغير كثيرا منذ موسم الحصاد.',
  'أنهى المهندسون بناء الجسر على الطريق الرئيسي بعد تأخير دام عاما.',
  'تستقبل مدرسة التمريض ستين طالبا جديدا مع بداية الأسبوع.',
  'ينتظر المزارعون المطر ولا تتوقع الأرصاد هطوله قبل نهاية الشهر.',
  'تعادل الفريقان بهدف لكل منهما وبقيا في منتصف الترتيب.',
  'أعلنت البلدية أن الحافلات ستعمل حتى ساعة متأخرة من المساء.'
]

export interface Mix {
  /** Of a hundred: reports in Arabic, and repetitions of an earlier line; the others are English. */
  readonly arabic: number
  readonly repeated: number
}

/** Lines until there are so many bytes of them; texts of half a kilobyte to some thirty. */
export function* madeUpLines(bytes: number, {arabic: foreign, repeated}: Mix, seed = 1): Generator<string> {
  const {below, of} = drawing(seed)
  const recent: string[] = []
  const sentence = (list: readonly string[]) =>
    of(list)
      .replace('TOWN', of(towns))
      .replace('DAY', of(days))
      .replace('N', String(2 + below(30)))
  let size = 0
  let number = 0
  while (size < bytes) {
    const kind = below(100)
    if (kind < repeated && recent.length) {
      const line = of(recent)
      size += Buffer.byteLength(line)
      yield line
      continue
    }
    const list = kind < repeated + foreign ? arabic : calm
    // Most are short, a few are long.
    const length = 6 + below(20) + (below(10) === 0 ? below(200) : 0)
    const sentences = Array.from({length}, () => sentence(list === calm && below(40) === 0 ? telling : list))
    const record = {
      url: `https://news.example/${seed}/${number}`,
      outlet: of(outlets),
      publishedOn: `2024-0${1 + below(9)}-${10 + below(18)}`,
      text: sentences.join(below(3) ? ' ' : '\n')
    }
    const line = `${JSON.stringify(record)}\n`
    recent[number++ % 50] = line
    size += Buffer.byteLength(line)
    yield line
  }
}
