/** What the server answers where it refuses a request, in Arabic: title, and what to do about it. */
import type {Pair} from '../../../../src/messages/sentences.ts'

export const refusals: readonly Pair[] = [
  ['A value cannot be taken', 'قيمة غير مقبولة'],
  ['No such address', 'لا يوجد هذا العنوان'],
  ['No such report', 'لا يوجد هذا التقرير'],
  ['No such incident', 'لا يوجد هذا الحادث'],
  ['No such version', 'لا توجد هذه النسخة'],
  ['No such session', 'لا توجد هذه الجلسة'],
  ['No such user', 'لا يوجد هذا المستخدم'],
  ['No such user who is not disabled', 'لا يوجد مستخدم مفعّل بهذا الاسم'],
  ['No such job', 'لا توجد هذه المهمة'],
  ['No such name', 'لا يوجد هذا الاسم'],
  ['No such key that holds', 'لا يوجد مفتاح سارٍ كهذا'],
  ['No such format', 'لا توجد هذه الصيغة'],
  ['Too many incidents for this format', 'الحوادث أكثر مما تتسع له هذه الصيغة'],
  [
    '{n:number} incidents match, and a {format} holds at most {most:number}; narrow the filter',
    {
      zero: 'لا حوادث تطابق، والصيغة {format} تتسع لـ{most} على الأكثر؛ ضيّق الشروط',
      one: 'حادث واحد يطابق، والصيغة {format} تتسع لـ{most} على الأكثر؛ ضيّق الشروط',
      two: 'حادثان يطابقان، والصيغة {format} تتسع لـ{most} على الأكثر؛ ضيّق الشروط',
      few: '{n} حوادث تطابق، والصيغة {format} تتسع لـ{most} على الأكثر؛ ضيّق الشروط',
      many: '{n} حادثًا يطابق، والصيغة {format} تتسع لـ{most} على الأكثر؛ ضيّق الشروط',
      other: '{n} حادث يطابق، والصيغة {format} تتسع لـ{most} على الأكثر؛ ضيّق الشروط'
    }
  ],
  ['No such source', 'لا يوجد هذا المصدر'],
  ['No such step', 'لا توجد هذه الخطوة'],
  ['You have no such queue', 'ليست لديك قائمة كهذه'],
  ['No such change', 'لا تغيير كهذا'],
  ['It is undone already', 'أُلغي من قبل'],
  ['Somebody has changed it since; look at it as it is now', 'غيّره أحد بعد ذلك؛ انظر إليه كما صار'],

  // Who asks.
  ['Nobody is logged in', 'لم يسجل أحد الدخول'],
  [
    'Log in at /login, or send an API key: "Authorization: Bearer KEY".',
    'سجل الدخول في /login، أو أرسل مفتاح واجهة البرمجة: \u2066"Authorization: Bearer KEY"\u2069.'
  ],
  ['A second factor is needed first', 'يلزم عامل تحقق ثانٍ أولًا'],
  [
    'Your role asks for one when you come from a network: open /second-factor.',
    'دورك يطلبه لمن يأتي من الشبكة: افتح /second-factor.'
  ],
  ['Your role does not allow this', 'دورك لا يسمح بهذا'],
  [
    'It takes the permission "{permission}"; an admin can give you a role that has it.',
    'يلزمه الإذن «{permission}»؛ يستطيع مدير أن يعطيك دورًا يتضمنه.'
  ],
  ['What belongs to others takes the permission "manage-users".', 'ما يخص غيرك يلزمه الإذن «manage-users».'],
  ['Name, password or code is wrong', 'الاسم أو كلمة المرور أو الرمز غير صحيح'],
  ['This is not your password', 'هذه ليست كلمة مرورك'],
  ['This password cannot be taken', 'كلمة المرور هذه غير مقبولة'],
  ['This link does not hold any more', 'لم يعد هذا الرابط ساريًا'],
  [
    'It can be used once and not for long. An admin makes another; on the server: dateline user reset NAME.',
    'يُستعمل مرة واحدة ولمدة قصيرة. ينشئ مدير غيره؛ وعلى الخادوم: \u2066dateline user reset NAME\u2069.'
  ],
  ['This key does not open anything', 'هذا المفتاح لا يفتح شيئًا'],
  [
    'It may be over or revoked, or its user disabled. Send "Authorization: Bearer KEY".',
    'ربما انتهى أو أُلغي أو عُطّل مستخدمه. أرسل \u2066"Authorization: Bearer KEY"\u2069.'
  ],
  ['You have a second factor already', 'لديك عامل تحقق ثانٍ من قبل'],
  [
    'An admin can take it away: then all sessions end and a new link is made.',
    'يستطيع مدير إزالته: فتنتهي الجلسات كلها ويُنشأ رابط جديد.'
  ],
  ['There is no second factor to confirm', 'لا عامل تحقق ثانيًا لتأكيده'],
  ['This code is wrong', 'هذا الرمز غير صحيح'],
  ['Nobody would be left to manage users', 'لن يبقى أحد يدير المستخدمين'],
  ['Make somebody else an admin first.', 'اجعل شخصًا آخر مديرًا أولًا.'],

  // Where it comes from.
  ['This server answers to names of this machine only', 'هذا الخادوم لا يجيب إلا باسم هذا الجهاز'],
  [
    'To serve others: dateline serve --host ADDRESS, with --tls-cert and --tls-key or --behind-proxy.',
    'لخدمة غيره: \u2066dateline serve --host ADDRESS\u2069 مع \u2066--tls-cert\u2069 و\u2066--tls-key\u2069 أو \u2066--behind-proxy\u2069.'
  ],
  ['This request came through a proxy', 'جاء هذا الطلب عبر وسيط'],
  [
    'A server behind a proxy needs users: dateline serve --host ADDRESS --behind-proxy.',
    'الخادوم وراء وسيط يلزمه مستخدمون: \u2066dateline serve --host ADDRESS --behind-proxy\u2069.'
  ],
  ['This address is served by HTTPS only', 'هذا العنوان لا يُخدم إلا عبر HTTPS'],
  ['The proxy took this request without TLS.', 'تلقى الوسيط هذا الطلب بلا TLS.'],
  ['This change comes from a page of another site', 'هذا التغيير آتٍ من صفحة موقع آخر'],
  ['Programs send an API key in place of a cookie.', 'ترسل البرامج مفتاحًا بدل ملف الارتباط.'],
  ['What is sent must be JSON', 'يجب أن يكون المرسَل JSON'],
  ['Send "Content-Type: application/json".', 'أرسل \u2066"Content-Type: application/json"\u2069.'],
  ['Too many requests', 'طلبات أكثر من المسموح'],
  ['Too many log-ins', 'محاولات دخول أكثر من المسموح'],
  ['Try again in {n:number} s.', 'حاول ثانية بعد {n} ث.'],

  // What stands against it.
  ['It has changed since you read it', 'تغير منذ أن قرأته'],
  ['Read it again, look at what changed, and decide anew.', 'اقرأه ثانية، وانظر ما تغير، وقرر من جديد.'],
  ['Somebody was faster', 'سبقك غيرك'],
  [
    'Of {all:number} reports {n:number} is no longer as you saw them. Nothing was changed; look again and decide.',
    'من التقارير الـ{all} لم يعد {n} كما رأيته. لم يتغير شيء؛ انظر ثانية وقرر.'
  ],
  [
    'Of {all:number} reports {n:number} are no longer as you saw them. Nothing was changed; look again and decide.',
    'من التقارير الـ{all} لم تعد {n} كما رأيتها. لم يتغير شيء؛ انظر ثانية وقرر.'
  ],
  ['This is no cursor of this list', 'هذا ليس موضعًا في هذه القائمة'],
  ['Give `next` of the page before.', 'أعطِ قيمة \u2066next\u2069 من الصفحة السابقة.'],
  ['You have {n:number} queues, and no more are kept', 'لديك {n} قوائم، ولا يُحفظ أكثر منها'],
  ['Give one up first.', 'تخلَّ عن واحدة أولًا.'],
  ['You have a queue of this name', 'لديك قائمة بهذا الاسم'],
  ['Give it another name.', 'أعطها اسمًا آخر.'],
  ['None of these failed', 'لم يفشل أي من هذه'],
  [
    'They may have been tried again, or given up, since you read the list.',
    'ربما أعيدت محاولتها أو تُركت منذ أن قرأت القائمة.'
  ],

  // Bringing in and taking out.
  ['Too much waits to be brought in', 'ما ينتظر الإدخال كثير'],
  ['Wait until some of it is done.', 'انتظر حتى يُنجز بعضه.'],
  [
    'Jobs are forgotten when the server ends; what they kept stands in the store.',
    'تُنسى المهام حين يتوقف الخادوم؛ وما حفظته باقٍ في المخزن.'
  ],
  ['A file is expected', 'يُنتظر ملف'],
  [
    'Send its bytes as "Content-Type: application/octet-stream".',
    'أرسل بايتاته بصفة \u2066"Content-Type: application/octet-stream"\u2069.'
  ],
  ['The file is too large', 'الملف أكبر من المسموح'],
  [
    '{n:number} GB is the most that can be sent. Split it, or read it where it lies: dateline ingest FILE.',
    'أقصى ما يُرسل {n} غيغابايت. قسّمه، أو اقرأه في مكانه: \u2066dateline ingest FILE\u2069.'
  ],
  ['A reason is needed', 'يلزم ذكر السبب'],
  ['Its original is not kept', 'أصله غير محفوظ'],
  ['No feed to check', 'لا خلاصة لفحصها'],
  [
    'Those that rest or are gone are not asked for. Let them go on, or add one.',
    'المتوقفة والمحذوفة لا تُسأل. دعها تستأنف، أو أضف غيرها.'
  ],
  ['It is kept already', 'هو محفوظ من قبل'],
  ['/api/exports names them.', 'تجدها في /api/exports.'],
  ['The store holds reports already', 'في المخزن تقارير من قبل'],
  [
    'Invented reports do not go among real ones; open another store with --store DIR.',
    'لا توضع التقارير المختلقة بين الحقيقية؛ افتح مخزنًا آخر بـ \u2066--store DIR\u2069.'
  ],
  ['This store has no workers', 'لا عمال لهذا المخزن'],
  [
    "An embedded store is one process's alone; workers share a PostgreSQL server.",
    'المخزن المضمَّن لعملية واحدة وحدها؛ والعمال يتشاركون خادوم PostgreSQL.'
  ]
]
