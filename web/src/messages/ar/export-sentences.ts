/** What the forms of exports are for, and why they have no row for an incident, in Arabic. */
import type {Pair} from '../../../../src/messages/sentences.ts'

export const exportSentences: readonly Pair[] = [
  ['One row an incident, with the figures of one rule', 'صف لكل حادث بأرقام قاعدة واحدة'],
  [
    'The same with a row of HXL hashtags under the names (hxlstandard.org)',
    'الجدول نفسه مع صف من وسوم HXL تحت الأسماء'
  ],
  [
    'One row a claim: who says it, on whose word, in which words',
    'صف لكل قول: مَن قاله، ونقلًا عمّن، وبأي كلمات'
  ],
  [
    'The table of claims, typed, for DuckDB, pandas, Arrow',
    'جدول الأقوال بأنواعها، لـ DuckDB وpandas وArrow'
  ],
  ['The table of incidents, typed', 'جدول الحوادث بأنواعها'],
  [
    'An HTML file to read and print: claims and their words, sources, decisions, hashes',
    'ملف HTML للقراءة والطباعة: الأقوال وكلماتها والمصادر والقرارات والبصمات'
  ],
  [
    'Every incident whole, one JSON object a line, by the schema that "dateline schema" prints',
    'كل حادث كاملًا، سطر JSON لكل منها، وفق ما يطبعه الأمر “dateline schema”'
  ],
  [
    'W3C Web Annotations (JSON-LD): one a claim, on its exact words in the report',
    'تعليقات W3C (JSON-LD): لكل قول تعليق على كلماته في التقرير'
  ],
  [
    'All that gives the same incidents again by "dateline import": reports, claims, rulings, captures',
    'كل ما يعطي الحوادث نفسها ثانيةً بالأمر “dateline import”: التقارير والأقوال والقرارات واللقطات'
  ],
  [
    'One feature an incident for maps and QGIS (RFC 7946), with the columns of incidents-csv',
    'عنصر لكل حادث للخرائط وQGIS، بأعمدة incidents-csv'
  ],
  ['Rows of the shape of ACLED, one a day of an incident', 'صفوف على هيئة ACLED، صف لكل يوم من الحادث'],
  [
    'Rows of the shape of UCDP GED, one an incident with dead',
    'صفوف على هيئة UCDP GED، صف لكل حادث فيه قتلى'
  ],
  ['Events of PLOVER, one JSON object a line', 'أحداث PLOVER، سطر JSON لكل منها'],
  ['Rows of the shape of Phoenix, coded by CAMEO', 'صفوف على هيئة Phoenix، مرمّزة وفق CAMEO'],
  [
    'Rows of the shape of the events of GDELT 2, coded by CAMEO',
    'صفوف على هيئة أحداث GDELT 2، مرمّزة وفق CAMEO'
  ],
  ['ACLED would not record it', 'لا تسجله ACLED'],
  ['UCDP would not record it', 'لا تسجله UCDP'],
  ['PLOVER has no type for it', 'ليس له نوع في PLOVER'],
  ['CAMEO has no code for it', 'ليس له رمز في CAMEO'],
  ['no place is known', 'المكان غير معروف'],
  ['its place is known only to the country', 'لا يُعرف من المكان إلا البلد'],
  ['its time is known no closer than a month', 'لا يُعرف من الوقت إلا الشهر'],
  ['no figure of the dead holds by this rule', 'لا رقم للقتلى يثبت وفق هذه القاعدة'],
  ['nobody was killed by this rule', 'لا قتلى وفق هذه القاعدة']
]
