export const rights = {
  'right.not': 'دورك هنا ({role}) لا يسمح لك بأن {what}. يستطيع المدير أن يعطيك دورًا يسمح بذلك.',
  'right.known': 'تسأل من أنت',
  'right.own-account': 'تغيّر حسابًا خاصًا بك',
  'right.read': 'تقرأ',
  'right.read-restricted': 'تقرأ ما هو مقيّد',
  'right.read-audit': 'تقرأ سجل التغييرات',
  'right.rule': 'تصدر أحكامًا',
  'right.ingest': 'تُدخل تقارير',
  'right.export': 'تُخرج بيانات',
  'right.review': 'تقوم بالقراءة الثانية',
  'right.restrict-names': 'تقيّد أسماء',
  'right.publish': 'تنشر',
  'right.operate': 'تعتني بالمهام والخلاصات والنسخ الاحتياطية',
  'right.read-security-log': 'تقرأ سجل الأمان',
  'right.manage-users': 'تدير المستخدمين'
}
