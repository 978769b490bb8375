/** Taking incidents out, in forms that other tools read. */
import type {Catalogue} from '../../../../src/messages/catalogue.ts'
import type {exporting as english} from '../en/export.ts'

export const exporting: Catalogue<typeof english> = {
  'export.which': 'أيّها',
  'export.which.all': 'المعروضة: {count} من {total}',
  'export.which.every': {
    zero: 'لا حوادث',
    one: 'الحادث الوحيد',
    two: 'الحادثان كلاهما',
    few: 'الحوادث كلها، وهي {n}',
    many: 'الحوادث كلها، وهي {n}',
    other: 'الحوادث كلها، وهي {n}'
  },
  'export.which.one': 'الحادث المفتوح',
  'export.which.selected': {
    zero: 'لم يُحدَّد شيء',
    one: 'الحادث المحدَّد',
    two: 'الحادثان المحدَّدان',
    few: 'الحوادث المحدَّدة، وهي {n}',
    many: 'الحوادث المحدَّدة، وهي {n}',
    other: 'الحوادث المحدَّدة، وهي {n}'
  },
  'export.counting': 'يجري العدّ …',
  'export.format': 'بصيغة',
  'export.rule': 'بأرقام مَن',
  'export.rule.own': '{rule}، كالمعتاد',
  'export.language': 'باللغة',
  'export.redact': 'لأيّ قارئ',
  'export.redact.what':
    'كل ما قد يكون اسم شخص خاص ولم يُسمح بنشره يُكتب مكانه [name]، وتُحذف وسائل الاتصال، وتُعطى الأماكن بخلايا الشبكة.',
  'export.redact.always': 'هكذا دائمًا في حسابك: ليس لديك إذن قراءة المحجوب.',
  'export.packed': 'مع النصوص، ليتحقق الآخرون من كل اقتباس',
  'export.packed.what': 'ملف ZIP. يتحقق منه الأمر “dateline verify FILE.zip” على أي جهاز من دون هذا النظام.',
  'export.start': 'تصدير',
  'export.making': 'يجري إعداده. يصل كاملًا أو لا يصل.',
  'export.done': {
    zero: 'لا حوادث في {file}',
    one: 'حادث واحد في {file}',
    two: 'حادثان في {file}',
    few: '{n} حوادث في {file}',
    many: '{n} حادثًا في {file}',
    other: '{n} حادث في {file}'
  },
  'export.rows': {
    zero: 'لا صفوف',
    one: 'صف واحد',
    two: 'صفّان',
    few: '{n} صفوف',
    many: '{n} صفًّا',
    other: '{n} صف'
  },
  'export.leftOut': {
    zero: 'لم يُترك شيء',
    one: 'تُرك حادث واحد',
    two: 'تُرك حادثان',
    few: 'تُركت {n} حوادث',
    many: 'تُرك {n} حادثًا',
    other: 'تُرك {n} حادث'
  },
  'export.hash': 'بصمة الملف SHA-256',
  'export.manifest': 'حفظ بيان الملف',
  'export.nothing': 'لا شيء للتصدير.',
  'export.group.other': 'على هيئة مجموعات بيانات أخرى، وليست تلك المجموعات نفسها'
}
