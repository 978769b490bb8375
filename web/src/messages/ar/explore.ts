export const explore = {
  'explore.map': 'خريطة الحوادث؛ والقائمة إلى جانبها تقول الشيء نفسه',
  'explore.map.none':
    'هذا المتصفح لا يرسم خريطة: WebGL معطل أو غير موجود. الزمن أدناه والقائمة تعرضان الحوادث نفسها.',
  'explore.map.lost': 'فقدت الخريطة سطح رسمها. الزمن والقائمة يعرضان الحوادث نفسها.',
  'explore.map.again': 'ارسمها ثانية',
  'explore.map.reading': 'جارٍ رسم الخريطة …',
  'explore.madeWith': 'Natural Earth وGeoNames. الدوائر: بقدر دقة التقارير. رسم الحدود ليس انحيازًا.',
  'explore.grid': 'تعرض الأماكن بخلايا شبكة',
  'explore.work': 'الخريطة',
  'explore.list': 'القائمة',
  'explore.sameSet': 'المجموعة نفسها كالخريطة',
  'explore.newestFirst': 'الأحدث أولًا',
  'explore.cutOff': 'رُسم أحدث {shown} من {n} فقط. ضيّق الشروط لترى الكل.',
  'explore.unplaced': {
    zero: 'لا حادث بلا مكان من {total}',
    one: 'حادث واحد من {total} بلا مكان',
    two: 'حادثان من {total} بلا مكان',
    few: '{n} حوادث من {total} بلا مكان',
    many: '{n} حادثًا من {total} بلا مكان',
    other: '{n} حادث من {total} بلا مكان'
  },
  'explore.unplaced.list': 'اعرضها',
  'explore.unplaced.listed': 'لا تعرض إلا الحوادث التي بلا مكان',
  'explore.unplaced.all': 'اعرض الكل ثانية',
  'explore.placeless': 'بلا مكان، ليس على الخريطة',
  'explore.notFound': 'ليس على الخريطة',
  'explore.outside': {
    zero: 'لا شيء خارج النافذة',
    one: 'حادث واحد خارج النافذة',
    two: 'حادثان خارج النافذة',
    few: '{n} حوادث خارج النافذة',
    many: '{n} حادثًا خارج النافذة',
    other: '{n} حادث خارج النافذة'
  },
  'explore.widen': 'اعرض كل الزمن',
  'explore.open': 'فتح',
  'explore.nothing': 'لا حادث يوافق هذه الشروط.',
  'explore.clear': 'مسح كل الشروط',

  'explore.here': 'ما تعرضه الخريطة فقط',
  'explore.nearer': 'تقريب',
  'explore.farther': 'إبعاد',
  'explore.fit': 'عرض الكل',
  'explore.spots': {
    zero: 'بلا أماكن',
    one: 'في مكان واحد',
    two: 'في مكانين',
    few: 'في {n} أماكن',
    many: 'في {n} مكانًا',
    other: 'في {n} مكان'
  },
  'explore.disputed': {
    zero: 'لا مختلف فيه',
    one: 'واحد مختلف فيه',
    two: 'اثنان مختلف فيهما',
    few: '{n} مختلف فيها',
    many: '{n} مختلفًا فيها',
    other: '{n} مختلف فيها'
  },
  'explore.zoomIn': 'نقرة: تقريب',
  'explore.fanOut': 'نقرة: واحدًا واحدًا',
  'explore.fan': {
    zero: 'لا شيء هنا',
    one: 'واحد هنا',
    two: 'اثنان هنا، واحدًا واحدًا',
    few: '{n} هنا، واحدًا واحدًا',
    many: '{n} هنا، واحدًا واحدًا',
    other: '{n} هنا، واحدًا واحدًا'
  },
  'explore.fanRest': '+{n}',

  'explore.time': 'يومًا بيوم',
  'explore.time.week': 'أسبوعًا بأسبوع',
  'explore.time.month': 'شهرًا بشهر',
  'explore.time.year': 'سنة بسنة',
  'explore.time.how': 'مصمت: حوادث · برتقالي: مختلف فيه · باهت: تقارير منشورة · متقطع: يوم غير دقيق',
  'explore.time.window': 'نافذة الزمن',
  'explore.time.all': 'كل الزمن',
  'explore.time.keys': 'الأسهم تحرك النافذة، ومع Shift توسعها؛ وEsc يزيلها.',
  'explore.time.near': 'تقريب إلى النافذة',
  'explore.time.far': 'اعرض كل الزمن',
  'explore.time.table': 'جدول',
  'explore.time.drawing': 'رسم',
  'explore.time.before': {
    zero: 'لا شيء قبله',
    one: 'واحد قبله',
    two: 'اثنان قبله',
    few: '{n} قبله',
    many: '{n} قبله',
    other: '{n} قبله'
  },
  'explore.time.after': {
    zero: 'لا شيء بعده',
    one: 'واحد بعده',
    two: 'اثنان بعده',
    few: '{n} بعده',
    many: '{n} بعده',
    other: '{n} بعده'
  },
  'explore.time.notExact': {
    zero: 'لا شيء بيوم غير دقيق',
    one: 'واحد بيوم غير دقيق',
    two: 'اثنان بيوم غير دقيق',
    few: '{n} بيوم غير دقيق',
    many: '{n} بيوم غير دقيق',
    other: '{n} بيوم غير دقيق'
  },
  'explore.time.unknown': {
    zero: 'لا شيء بيوم مجهول',
    one: 'واحد بيوم مجهول',
    two: 'اثنان بيوم مجهول',
    few: '{n} بيوم مجهول',
    many: '{n} بيوم مجهول',
    other: '{n} بيوم مجهول'
  },
  'explore.time.from': 'من',
  'explore.time.to': 'إلى',
  'explore.time.incidents': 'الحوادث',
  'explore.time.contested': 'مختلف فيها',
  'explore.time.reports': 'التقارير',
  'explore.time.undated': {
    zero: 'لا تقارير بلا يوم',
    one: 'تقرير واحد بلا يوم',
    two: 'تقريران بلا يوم',
    few: '{n} تقارير بلا يوم',
    many: '{n} تقريرًا بلا يوم',
    other: '{n} تقرير بلا يوم'
  },

  'explore.key.earlier': 'النافذة إلى الوراء',
  'explore.key.later': 'النافذة إلى الأمام',
  'explore.key.nearer': 'تقريب',
  'explore.key.farther': 'إبعاد',
  'explore.key.fit': 'كل الخريطة',
  'explore.key.here': 'ما تعرضه الخريطة فقط',
  'explore.key.unplaced': 'ما لا مكان له'
}
