export const claims = {
  'claims.search': 'كلمات القول',
  'claims.source': 'القائل',
  'claims.about': 'عن',
  'claims.kind': 'المتكلم',
  'claims.polarity': 'إثباتًا أو نفيًا',
  'claims.any': 'أي',
  'claims.clear': 'مسح كل الشروط',
  'claims.order': 'إفادات أحدث التقارير أولًا',
  'claims.ofIncidents': 'المكان والطرف والأيام والاختلاف: للحوادث التي يرويها التقرير',
  'claims.nothing': 'لا إفادة توافق هذه الشروط.',
  'claims.choose': 'اختر إفادة',
  'claims.exact': 'الكلمات بنصها',
  'claims.what': 'ما تقوله',
  'claims.who': 'القائل وموضع القول',
  'claims.in': 'يروي تقريرها',
  'claims.inNone': 'تقريرها ليس في أي حادث.',
  'claims.ofGroup': '{what}، {group}',

  'claims.key.next': 'الإفادة التالية',
  'claims.key.previous': 'الإفادة السابقة',
  'claims.key.open': 'في تقريرها',
  'claims.key.incident': 'في المصفوفة'
} as const
