export const sources = {
  'screen.sources': 'المصادر',
  'sources.title': 'الوسائل والوكالات والمتحدثون',

  'sources.key.next': 'المصدر التالي',
  'sources.key.previous': 'المصدر السابق',
  'sources.key.open': 'فتح المصدر',
  'sources.key.table': 'جدول',
  'sources.key.graph': 'من ينقل عمّن'
}
