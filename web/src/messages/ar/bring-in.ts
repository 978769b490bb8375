export const bringIn = {
  'bringIn.text': 'نص',
  'bringIn.files': 'ملفات',
  'bringIn.urls': 'عناوين',
  'bringIn.words': 'التقرير كما نُشر',
  'bringIn.outlet': 'الوسيلة الإعلامية',
  'bringIn.publishedOn': 'تاريخ النشر',
  'bringIn.url': 'عنوان نشره',
  'bringIn.headline': 'العنوان الرئيسي',
  'bringIn.addresses': 'صفحات أو خلاصات، واحدة في كل سطر',
  'bringIn.follow': 'جلب الصفحات التي تقود إليها الخلاصة',
  'bringIn.urls.what': 'يطلبها الخادم: وفق robots.txt وبفواصل زمنية، ولا يطلب عناوين خاصة أبدًا.',
  'bringIn.choose': 'اختر ملفات أو أفلتها على الصفحة',
  'bringIn.files.what':
    'نصوص وصفحات وخلاصات وأسطر JSON وأرشيفات (WARC)، عادية أو gzip، بحد أقصى ٢ غيغابايت لكل ملف.',
  'bringIn.sending': 'جارٍ إرسال {name}',
  'bringIn.left': {
    zero: 'لا شيء ينتظر',
    one: 'ملف آخر ينتظر',
    two: 'ملفان آخران ينتظران',
    few: '{n} ملفات أخرى تنتظر',
    many: '{n} ملفًا آخر ينتظر',
    other: '{n} ملف آخر ينتظر'
  },
  'bringIn.send': 'أدخله',
  'intake.kind.text': 'نص',
  'intake.kind.file': 'ملف',
  'intake.kind.urls': 'عناوين',
  'intake.kind.retry': 'محاولة ثانية:',
  'intake.kind.feeds': 'فحص خلاصات:',
  'intake.state.waiting': 'ينتظر',
  'intake.state.running': 'قيد القراءة',
  'intake.state.linking': 'قيد الربط',
  'intake.state.done': 'انتهى',
  'intake.state.failed': 'فشل',
  'intake.state.stopped': 'أوقف',
  'intake.done': {
    zero: 'لم يتم شيء',
    one: 'تم واحد',
    two: 'تم اثنان',
    few: 'تم {n}',
    many: 'تم {n}',
    other: 'تم {n}'
  },
  'intake.failed': {
    zero: 'لم يفشل شيء',
    one: 'فشل واحد',
    two: 'فشل اثنان',
    few: 'فشل {n}',
    many: 'فشل {n}',
    other: 'فشل {n}'
  },
  'intake.skipped': {
    zero: 'لم يُتخطَّ شيء',
    one: 'تُخطّي واحد',
    two: 'تُخطّي اثنان',
    few: 'تُخطّي {n}',
    many: 'تُخطّي {n}',
    other: 'تُخطّي {n}'
  },
  'intake.stop': 'إيقاف',
  'intake.incidents': {
    zero: 'لا حوادث',
    one: 'حادث واحد',
    two: 'حادثان',
    few: '{n} حوادث',
    many: '{n} حادثًا',
    other: '{n} حادث'
  },
  'operations.intake': 'ما أُدخل'
}
