/** Why a ruling or a step of publication cannot be made, in Arabic. */
import type {Pair} from '../../../../src/messages/sentences.ts'

export const rulingRefusals: readonly Pair[] = [
  // A ruling about claims and incidents.
  [
    'A rejection needs its reason, as --reason "retracted by the agency on 6 March"',
    'الرفض يلزمه سبب، مثل: سحبته الوكالة في ٦ مارس'
  ],
  [
    'Nothing is corrected; give at least one value, as --min 3 --max 5',
    'لم يُعدَّل شيء؛ أعطِ قيمة واحدة على الأقل، مثل \u2066--min 3 --max 5\u2069'
  ],
  [
    'A report is discarded for a reason; name it, as --ground satire',
    'لا يُستبعد تقرير إلا لسبب؛ اذكره، مثل \u2066--ground satire\u2069'
  ],
  ['--max {a:number} is less than --min {b:number}', 'الحد الأعلى {a} أقل من الحد الأدنى {b}'],
  [
    'Name two incidents; "dateline incidents" lists their ids',
    'اذكر حادثين؛ يسرد \u2066dateline incidents\u2069 معرّفاتها'
  ],
  [
    '{names} are one incident, {id}; "rule split" parts reports from it',
    'هذه حادث واحد ({id}): {names}؛ تُفصل التقارير عنه بـ \u2066rule split\u2069'
  ],
  [
    'No report would be left in {id}; name some of its {n:number}',
    'لن يبقى في {id} أي تقرير؛ اذكر بعضها فقط، وعددها {n}'
  ],
  ['Rulings are undone by "dateline undo ID"', 'تُلغى الأحكام بـ \u2066dateline undo ID\u2069'],
  ['Name a report and the incident that it tells of', 'اذكر تقريرًا والحادث الذي يرويه'],
  ['A report is named twice', 'ذُكر تقرير مرتين'],
  [
    'Name claims, and last the incident that they are of, or "new" for one of their own',
    'اذكر ادعاءات، وفي الآخر الحادث الذي تخصه، أو ⁦new⁩ ليكون لها حادث مستقل'
  ],
  ['A claim is named twice', 'ذُكر ادعاء مرتين'],
  [
    'No claim would be left in {id}; name some of its {n:number}',
    'لن يبقى في {id} أي ادعاء؛ اذكر بعضها فقط، وعددها {n}'
  ],
  [
    'Report {report} tells of no incident by {claim}, nor of what happened; name an incident that it is of',
    'لا يروي التقرير {report} بالادعاء {claim} حادثًا ولا ما جرى؛ اذكر الحادث الذي يخصه'
  ],
  [
    'Report {id} tells of {n:number} incidents; name one: {list}',
    'في التقرير {id} حوادث عددها {n}؛ اذكر واحدًا منها: {list}'
  ],
  [
    'Report {id} tells of no incident; "dateline code" shows what it tells',
    'لا حادث في التقرير {id}؛ يُظهر \u2066dateline code\u2069 ما فيه'
  ],
  [
    'Report {id} tells of no incident {other}; "dateline code" shows what it tells',
    'لا حادث {other} في التقرير {id}؛ يُظهر \u2066dateline code\u2069 ما فيه'
  ],
  ['Report {id} tells of no {other}; it has {list}', 'لا {other} في التقرير {id}؛ فيه {list}'],
  ['{key} is in {id} already', '{key} في {id} من قبل'],
  ['No ruling holds that could be undone', 'لا حكم قائمًا يمكن إلغاؤه'],
  ['No ruling "{id}"; "dateline rulings" lists them', 'لا حكم «{id}»؛ يسردها \u2066dateline rulings\u2069'],
  [
    'Ruling {id} is undone already; undo the ruling that undid it to bring it back',
    'أُلغي الحكم {id} من قبل؛ لإعادته ألغِ الحكم الذي ألغاه'
  ],

  // A claim that somebody adds.
  ['A claim that is added needs its words and what they say', 'الإفادة المضافة تلزمها كلماتها وما تقوله'],
  [
    'The words at {a:number} to {b:number} of report {id} are not "{one}" but "{other}"; select them again',
    'الكلمات من {a} إلى {b} في التقرير {id} ليست «{one}» بل «{other}»؛ حددها ثانية'
  ],
  ['The selection cuts a character in two; select it whole', 'التحديد يقسم محرفًا إلى نصفين؛ حدده كاملًا'],
  ['The selection holds no words', 'لا كلمات في التحديد'],
  [
    '"{type}" is no type of event; "dateline schema" and the codebook list them',
    '«{type}» ليس نوعًا من الأحداث؛ تجدها في \u2066dateline schema\u2069 وفي دليل الترميز'
  ],
  ['A claim about an event needs its type', 'الإفادة عن حدث يلزمها نوعه'],
  [
    'Report {id} tells of no incident; name the type of the one that this claim founds, or an incident that it belongs to',
    'لا حادث في التقرير {id}؛ اذكر نوع الحادث الذي تنشئه هذه الإفادة، أو حادثًا تنتمي إليه'
  ],
  [
    'A claim about casualties needs its outcome, as killed or injured',
    'الإفادة عن ضحايا يلزمها ما أصابهم: قتلى أو جرحى مثلًا'
  ],
  ['A claim about a crowd needs a number', 'الإفادة عن حشد يلزمها عدد'],
  ['A highest number needs a lowest one', 'العدد الأعلى يلزمه عدد أدنى'],
  [
    'The highest number, {a:number}, is less than the lowest, {b:number}',
    'العدد الأعلى، {a}، أقل من الأدنى، {b}'
  ],
  ['Name the words of the source, or an account, not both', 'اذكر كلمات المصدر أو رواية، لا كليهما'],
  [
    'Report {id} does not say "{words}"; give its own words for the source',
    'ليس في التقرير {id} «{words}»؛ أعطِ المصدر بكلمات التقرير'
  ],
  [
    '"{name}" is no account; write it as INCIDENT/a2',
    '«{name}» ليست رواية؛ اكتبها هكذا: \u2066INCIDENT/a2\u2069'
  ],
  ['{id} has no account {account}; it has {list}', 'لا رواية {account} في {id}؛ فيه {list}'],

  // Who has it from whom.
  [
    '"{name}" is no account of {id}; write it as {example}',
    '«{name}» ليست رواية من {id}؛ اكتبها هكذا: {example}'
  ],
  ['{report} does not carry {account}; {list} do', '{account} غير واردة في {report}، بل في: {list}'],
  ['Name the reports that are cut off, as {list}', 'اذكر التقارير المفصولة، مثل {list}'],
  [
    'Nothing would be left in {account}; name some of its {n:number} reports',
    'لن يبقى شيء في {account}؛ اذكر بعض تقاريرها فقط، وعددها {n}'
  ],
  [
    '{id} has no tie "{tie}"; write {account}/a2 REPORT, or one of {list}',
    'لا صلة «{tie}» في {id}؛ اكتب \u2066{account}/a2 REPORT\u2069 أو واحدة من: {list}'
  ],

  // Publishing.
  [
    'The gate does not pass: {failing:conditions}; mend it, or give a reason to override it',
    'شروط النشر غير مستوفاة: {failing}؛ أصلحها، أو اذكر سببًا لتجاوزها'
  ],
  [
    'The public has seen an earlier version: say what changed and why, it is shown with the page',
    'رأى الجمهور نسخة سابقة: اذكر ما تغير ولماذا، فهو يُعرض مع الصفحة'
  ],
  [
    'Nobody has seen it yet: undo its publication, and nothing of it is ever shown',
    'لم يره أحد بعد: ألغِ نشره، فلا يُعرض منه شيء أبدًا'
  ],
  ['It is not public', 'ليس منشورًا'],
  ['It is as it was published', 'هو كما نُشر'],
  [
    'The public sees it: give a reason, which is shown with the page',
    'الجمهور يراه: اذكر سببًا يُعرض مع الصفحة'
  ],
  ['Nobody asked for correction "{id}"', 'لم يطلب أحد التصحيح «{id}»'],
  ['It is answered already; undo that answer first', 'أُجيب عنه من قبل؛ ألغِ ذلك الجواب أولًا'],
  ['There is no step "{id}"', 'لا توجد الخطوة «{id}»'],
  [
    'Step {id} is undone already; undo the step that undid it to bring it back',
    'أُلغيت الخطوة {id} من قبل؛ لإعادتها ألغِ الخطوة التي ألغتها'
  ],
  [
    'A figure has no range or no origin: {outcomes:outcomes}; look at it in the workbench',
    'رقم بلا مدى أو بلا أصل: {outcomes}؛ انظر إليه في شاشة العمل'
  ],
  [
    'Incident {id} is no more; {other} holds what it held',
    'لم يعد الحادث {id} قائمًا؛ ما كان فيه صار في {other}'
  ],
  ['There is no incident "{id}"', 'لا يوجد الحادث «{id}»']
]
