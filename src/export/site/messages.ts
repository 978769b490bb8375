/** What the public pages say, in English and Arabic. */
import type {Outcome, SourceKind} from '../../model/contract.ts'

export type Language = 'en' | 'ar'

const en = {
  other: 'العربية',
  all: 'All incidents',
  method: 'Method',
  feed: 'Feed',
  skip: 'To the content',
  search: 'Words',
  since: 'From day',
  until: 'To day',
  type: 'Type',
  anyType: 'Any type',
  find: 'Find',
  clear: 'All',
  none: 'No incident matches.',
  nothingYet: 'Nothing has been published yet.',
  older: 'Older',
  newest: 'Newest',
  withdrawn: 'Withdrawn',
  contested: 'contested',
  denies: 'denies',
  unconfirmed: 'one account alone',
  notConfirmed: 'not confirmed',
  bestFigure: 'Best figure',
  noBest: 'No best figure.',
  byGroup: 'Of them',
  says: 'What the accounts say',
  agreed: 'Not disputed',
  disputed: 'Disputed',
  accountByAccount: 'The figures, account by account',
  allAccounts: 'All accounts',
  everyClaim: 'Every claim, in its words',
  happened: 'What happened',
  others: 'Other claims',
  also: 'Also in',
  from: 'from',
  open: 'Open the report',
  noLink: 'The address is not given: it holds a name that is withheld.',
  setAside: 'Set aside',
  superseded: 'superseded by a later figure of the same origin',
  graphic: 'Words about bodies or wounds. Open to read.',
  interest: 'This speaker has an interest in the matter.',
  admission: 'Against the interest of the side it speaks for.',
  carriers: 'One account, however many carry it.',
  unnamed: 'A person whose name is withheld',
  incident: 'The incident',
  day: 'Day',
  noDay: 'Day not known',
  place: 'Place',
  sources: 'Sources',
  languages: 'Languages',
  rule: 'Rule',
  sides: 'Who',
  against: 'against',
  withheldNames: 'Names withheld',
  cell: 'Somewhere within this cell of a fixed grid',
  versions: 'Corrections and versions',
  ask: 'Ask for a correction',
  noAccountNeeded:
    'No account is needed. Nothing published is deleted: a withdrawal leaves its date and reason.',
  howToRead: 'How to read this page',
  howToReadText:
    'An account is one origin, however many outlets carry it. ≠: two accounts cannot both be true. ✕: the speaker denies. ■: whoever speaks has an interest in the matter; ●: none; ◆: it is not known. [name]: the name of a person that is not published. A figure always stands with its range and the number of its accounts.',
  methodInFull: 'Method in full',
  data: 'This page as data (JSON)',
  related: 'Other incidents',
  version: 'Version',
  kind: {
    published: 'First published.',
    corrected: 'Corrected.',
    withdrawn: 'Withdrawn.',
    restored: 'Published again.'
  },
  gone: 'This page was withdrawn',
  goneText: 'It was public under this address. What remains is when it went and why.',
  leadsTo: 'What it told is now part of',
  lastHash: 'Whoever kept the data of the last version tells it by its SHA-256:',
  moreThan: 'or more',
  upTo: 'to',
  grid: 'Grid',
  fact: {what: 'What', when: 'When', where: 'Where', who: 'Who', against: 'Against whom'},
  precision: {
    site: 'to the site, shown by town',
    town: 'to the town',
    area: 'to the area',
    admin1: 'to the province',
    country: 'to the country'
  },
  whenPrecision: {
    instant: 'to the hour',
    day: 'to the day',
    week: 'to the week',
    month: 'to the month',
    year: 'to the year'
  },
  outcome: {
    killed: 'Killed',
    injured: 'Injured',
    arrested: 'Arrested',
    abducted: 'Abducted',
    missing: 'Missing',
    displaced: 'Displaced',
    released: 'Released',
    unspecified: 'Victims'
  } satisfies Record<Outcome, string>,
  group: {
    civilians: 'civilians',
    protesters: 'protesters',
    'security-forces': 'security forces',
    militants: 'militants',
    officials: 'officials',
    journalists: 'journalists',
    children: 'children',
    students: 'students',
    people: 'people'
  } as Readonly<Record<string, string>>,
  source: {
    outlet: 'An outlet',
    agency: 'A news agency',
    official: 'An official',
    security: 'The security forces',
    medical: 'A medical source',
    'armed-group': 'An armed group',
    party: 'A party',
    medium: 'A medium',
    witness: 'A witness',
    correspondent: 'A correspondent',
    footage: 'Footage',
    document: 'A document',
    'social-post': 'A post on a network',
    unnamed: 'An unnamed source'
  } satisfies Record<SourceKind, string>,
  grade: {
    Confirmed: 'Confirmed',
    Fair: 'Fair',
    Weak: 'Weak',
    Contested: 'Contested',
    Discounted: 'Discounted'
  },
  gradeOf: 'Grade on the scale of Airwars',
  admiralty: 'Grade on the Admiralty scale',
  askTitle: 'Ask for a correction',
  askAbout: 'About',
  askText: 'What is wrong, and how do you know?',
  askTextHelp: 'Plain text, up to 4,000 characters. Write no more about yourself or others than is needed.',
  askContact: 'How we may answer you (may be left empty)',
  askContactHelp: 'It is read by the people who check this site and is never published.',
  askSend: 'Send',
  askSent: 'Thank you. It has been kept, and a person will read it.',
  askEmpty: 'Write what is wrong.',
  askLong: 'It is too long.',
  askOften: 'Too much was sent from your address. Try again in a while.',
  notFound: 'There is no such page',
  notFoundText: 'Nothing was ever published under this address.',
  print: 'Printed from'
}

export type Messages = typeof en

const ar: Messages = {
  other: 'English',
  all: 'كل الحوادث',
  method: 'المنهج',
  feed: 'الخلاصات',
  skip: 'إلى المحتوى',
  search: 'كلمات',
  since: 'من يوم',
  until: 'إلى يوم',
  type: 'النوع',
  anyType: 'أي نوع',
  find: 'بحث',
  clear: 'الكل',
  none: 'لا حادث يطابق البحث.',
  nothingYet: 'لم يُنشر شيء بعد.',
  older: 'الأقدم',
  newest: 'الأحدث',
  withdrawn: 'مسحوب',
  contested: 'مختلَف فيه',
  denies: 'ينفي',
  unconfirmed: 'رواية واحدة فقط',
  notConfirmed: 'غير مؤكد',
  bestFigure: 'الرقم الأرجح',
  noBest: 'لا رقم أرجح.',
  byGroup: 'منهم',
  says: 'ما تقوله الروايات',
  agreed: 'لا خلاف عليه',
  disputed: 'مختلَف فيه',
  accountByAccount: 'الأرقام، رواية رواية',
  allAccounts: 'كل الروايات',
  everyClaim: 'كل قول بكلماته',
  happened: 'ما حدث',
  others: 'أقوال أخرى',
  also: 'وكذلك في',
  from: 'عن',
  open: 'افتح التقرير',
  noLink: 'العنوان غير معروض لأن فيه اسماً محجوباً.',
  setAside: 'مستبعد',
  superseded: 'حلّ محله رقم لاحق من المصدر نفسه',
  graphic: 'كلمات تصف جثثاً أو جراحاً. افتحها للقراءة.',
  interest: 'لهذا المتحدث مصلحة في الأمر.',
  admission: 'على خلاف مصلحة الطرف الذي يتحدث باسمه.',
  carriers: 'رواية واحدة مهما كثر ناقلوها.',
  unnamed: 'شخص اسمه محجوب',
  incident: 'الحادث',
  day: 'اليوم',
  noDay: 'اليوم غير معروف',
  place: 'المكان',
  sources: 'المصادر',
  languages: 'اللغات',
  rule: 'القاعدة',
  sides: 'الأطراف',
  against: 'ضد',
  withheldNames: 'أسماء محجوبة',
  cell: 'في موضع ما داخل هذه الخانة من شبكة ثابتة',
  versions: 'التصحيحات والنسخ',
  ask: 'اطلب تصحيحاً',
  noAccountNeeded: 'لا حاجة إلى حساب. لا يُحذف شيء نُشر: السحب يُبقي تاريخه وسببه.',
  howToRead: 'كيف تُقرأ هذه الصفحة',
  howToReadText:
    'الرواية مصدر واحد مهما كثرت الوسائل الناقلة. ≠: روايتان لا تصحّان معاً. ✕: المتحدث ينفي. ■: للمتحدث مصلحة في الأمر؛ ●: لا مصلحة له؛ ◆: غير معروف. [name]: اسم شخص لا يُنشر. لا يظهر رقم إلا مع مداه وعدد رواياته.',
  methodInFull: 'المنهج كاملاً',
  data: 'هذه الصفحة كبيانات (JSON)',
  related: 'حوادث أخرى',
  version: 'النسخة',
  kind: {published: 'نُشرت أول مرة.', corrected: 'صُحّحت.', withdrawn: 'سُحبت.', restored: 'نُشرت من جديد.'},
  gone: 'سُحبت هذه الصفحة',
  goneText: 'كانت منشورة على هذا العنوان. وما بقي هو متى سُحبت ولماذا.',
  leadsTo: 'ما روته صار جزءاً من',
  lastHash: 'من احتفظ ببيانات النسخة الأخيرة يتحقق منها ببصمتها SHA-256:',
  moreThan: 'فأكثر',
  upTo: 'إلى',
  grid: 'الشبكة',
  fact: {what: 'ماذا', when: 'متى', where: 'أين', who: 'من', against: 'ضد من'},
  precision: {
    site: 'إلى الموقع، ويُعرض بالبلدة',
    town: 'إلى البلدة',
    area: 'إلى المنطقة',
    admin1: 'إلى المحافظة',
    country: 'إلى البلد'
  },
  whenPrecision: {
    instant: 'إلى الساعة',
    day: 'إلى اليوم',
    week: 'إلى الأسبوع',
    month: 'إلى الشهر',
    year: 'إلى السنة'
  },
  outcome: {
    killed: 'القتلى',
    injured: 'الجرحى',
    arrested: 'المعتقلون',
    abducted: 'المختطفون',
    missing: 'المفقودون',
    displaced: 'النازحون',
    released: 'المفرج عنهم',
    unspecified: 'الضحايا'
  },
  group: {
    civilians: 'مدنيون',
    protesters: 'محتجون',
    'security-forces': 'القوات الأمنية',
    militants: 'مسلحون',
    officials: 'مسؤولون',
    journalists: 'صحفيون',
    children: 'أطفال',
    students: 'طلاب',
    people: 'أشخاص'
  },
  source: {
    outlet: 'وسيلة إعلام',
    agency: 'وكالة أنباء',
    official: 'مسؤول',
    security: 'القوات الأمنية',
    medical: 'مصدر طبي',
    'armed-group': 'جماعة مسلحة',
    party: 'حزب',
    medium: 'وسيلة إعلام',
    witness: 'شاهد',
    correspondent: 'مراسل',
    footage: 'تسجيل مصوّر',
    document: 'وثيقة',
    'social-post': 'منشور على شبكة',
    unnamed: 'مصدر لم يُذكر اسمه'
  },
  grade: {Confirmed: 'مؤكد', Fair: 'مقبول', Weak: 'ضعيف', Contested: 'مختلَف فيه', Discounted: 'مستبعد'},
  gradeOf: 'الدرجة على مقياس Airwars',
  admiralty: 'الدرجة على مقياس Admiralty',
  askTitle: 'طلب تصحيح',
  askAbout: 'بشأن',
  askText: 'ما الخطأ، وكيف عرفت؟',
  askTextHelp: 'نص عادي، حتى ٤٠٠٠ حرف. لا تكتب عنك أو عن غيرك أكثر مما يلزم.',
  askContact: 'كيف نجيبك (يمكن تركه فارغاً)',
  askContactHelp: 'يقرؤه من يراجعون هذا الموقع ولا يُنشر أبداً.',
  askSend: 'أرسل',
  askSent: 'شكراً. حُفظ طلبك وسيقرؤه شخص.',
  askEmpty: 'اكتب ما الخطأ.',
  askLong: 'النص طويل جداً.',
  askOften: 'أُرسل الكثير من عنوانك. حاول بعد حين.',
  notFound: 'لا توجد صفحة كهذه',
  notFoundText: 'لم يُنشر شيء على هذا العنوان قط.',
  print: 'طُبعت من'
}

export const messages: Readonly<Record<Language, Messages>> = {en, ar}

/** Nouns that are counted, in all forms of number that the language has. */
const counted = {
  en: {
    incidents: {one: '# incident', other: '# incidents'},
    match: {one: '# incident matches', other: '# incidents match'},
    accounts: {one: '# independent account', other: '# independent accounts'},
    reports: {one: '# report', other: '# reports'},
    names: {one: '# name', other: '# names'}
  },
  ar: {
    incidents: {
      zero: 'لا حوادث',
      one: 'حادث واحد',
      two: 'حادثان',
      few: '# حوادث',
      many: '# حادثاً',
      other: '# حادث'
    },
    match: {
      zero: 'لا حادث يطابق',
      one: 'حادث واحد يطابق',
      two: 'حادثان يطابقان',
      few: '# حوادث تطابق',
      many: '# حادثاً يطابق',
      other: '# حادث يطابق'
    },
    accounts: {
      zero: 'لا روايات مستقلة',
      one: 'رواية مستقلة واحدة',
      two: 'روايتان مستقلتان',
      few: '# روايات مستقلة',
      many: '# رواية مستقلة',
      other: '# رواية مستقلة'
    },
    reports: {
      zero: 'لا تقارير',
      one: 'تقرير واحد',
      two: 'تقريران',
      few: '# تقارير',
      many: '# تقريراً',
      other: '# تقرير'
    },
    names: {zero: 'لا أسماء', one: 'اسم واحد', two: 'اسمان', few: '# أسماء', many: '# اسماً', other: '# اسم'}
  }
} satisfies Record<Language, Record<string, Readonly<Record<string, string>>>>

export type Noun = keyof (typeof counted)['en']

export function count(language: Language, noun: Noun, n: number): string {
  const forms: Readonly<Record<string, string>> = counted[language][noun]
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other!
  return form.replace('#', number(language, n))
}

export function number(language: Language, n: number): string {
  return new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-arab' : 'en').format(n)
}

/** An ISO day, or the day of an instant. */
export function day(language: Language, iso: string, style: 'long' | 'short' = 'long'): string {
  const at = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(at.getTime())) return iso
  return new Intl.DateTimeFormat(language === 'ar' ? 'ar-u-nu-arab-ca-gregory' : 'en-GB', {
    day: 'numeric',
    month: style === 'long' ? 'long' : 'short',
    year: 'numeric',
    timeZone: 'UTC'
  }).format(at)
}

export function countryName(language: Language, code: string): string {
  return new Intl.DisplayNames([language], {type: 'region', fallback: 'code'}).of(code) ?? code
}

export function languageName(language: Language, code: string): string {
  try {
    return new Intl.DisplayNames([language], {type: 'language', fallback: 'code'}).of(code) ?? code
  } catch {
    return code
  }
}
