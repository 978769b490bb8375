/** Why something came to nothing while it was brought in, fetched or read, and what an examination of the installation finds, in Arabic. */
import type {Pair} from '../../../../src/messages/sentences.ts'

export const upkeepSentences: readonly Pair[] = [
  // A text, a file, a line.
  ['is empty', 'فارغ'],
  ['holds nothing but blanks', 'ليس فيه إلا فراغات'],
  [
    'is not UTF-8; convert it, for instance with iconv -t UTF-8',
    'ليس بترميز UTF-8؛ حوّله، مثلًا بالأمر \u2066iconv -t UTF-8\u2069'
  ],
  [
    'is encoded in {encoding}; convert it, for instance with iconv -t UTF-8',
    'مرمّز بـ{encoding}؛ حوّله، مثلًا بالأمر \u2066iconv -t UTF-8\u2069'
  ],
  ['is {what:things}, not text; extract its text first', 'هو {what} لا نص؛ استخرج نصه أولًا'],
  ['holds NUL bytes: a binary file, not text', 'فيه بايتات NUL: ملف ثنائي لا نص'],
  ['does not exist; check the path', 'غير موجود؛ تحقق من المسار'],
  ['cannot be read on: {message}', 'تعذرت متابعة قراءته: {message}'],
  ['has a text of more than {n:number} MiB', 'نصه أكبر من {n} م.ب.'],
  ['is larger than {n:number} MB; split it, or give JSON Lines', 'أكبر من {n} م.ب.؛ قسّمه، أو أعطِ JSON Lines'],
  ['is larger than {n:number} MB; download it, and give its path', 'أكبر من {n} م.ب.؛ نزّله وأعطِ مساره'],
  [
    'is larger than {n:number} MB, too large for a feed; split it',
    'أكبر من {n} م.ب.، وهذا كثير على خلاصة؛ قسّمه'
  ],
  ['is larger than {n:number} MB', 'أكبر من {n} م.ب.'],
  ['is a line of more than {n:number} MB; split it', 'سطر أكبر من {n} م.ب.؛ قسّمه'],
  ['is damaged, at byte {at} of the file: {what:sentence}', 'تالف، عند البايت {at} من الملف: {what}'],
  ['is damaged, at byte {at} of the file: {what}', 'تالف، عند البايت {at} من الملف: {what}'],
  ['is damaged: it does not match its {name}', 'تالف: لا يطابق {name} المذكور فيه'],
  ['no gzip member begins there', 'لا يبدأ هناك جزء gzip'],
  ['its gzip checksum is wrong', 'مجموع التحقق gzip غير صحيح'],
  ['unexpected end of file', 'انتهى الملف قبل أوانه'],
  ['is packed {n:number} times over', 'مضغوط {n} مرات بعضها فوق بعض'],
  ['is packed as "{layer}", which is not known', 'مضغوط بصيغة «{layer}» غير المعروفة'],
  ['is broken {layer} ({message})', 'ضغطه بصيغة {layer} تالف ({message})'],
  ['unpacks to more than {n:number} MB', 'يتجاوز {n} م.ب. عند فكه'],
  ['unpacks to more than {n:number} times its size', 'يتجاوز {n} أمثال حجمه عند فكه'],
  ['is not JSON ({message}); write one object a line', 'ليس JSON ({message})؛ اكتب كائنًا في كل سطر'],
  ['is not an object; write {example}', 'ليس كائنًا؛ اكتب {example}'],
  ['has no "text"; give the report as a string', 'ليس فيه "text"؛ أعطِ التقرير نصًا'],
  ['has an empty "text"', 'قيمة "text" فيه فارغة'],
  [
    'has publishedOn {value}, which is no day; write it as 2024-03-05',
    'قيمة publishedOn فيه {value} وليست يومًا؛ اكتبها هكذا: \u20662024-03-05\u2069'
  ],
  [
    'has regions {value}; write country codes, as ["IQ", "SY"]',
    'قيمة regions فيه {value}؛ اكتب رموز بلدان، مثل \u2066["IQ", "SY"]\u2069'
  ],
  [
    'is JSON, but no lines of it that have a "text"; write {example}, one a line, for instance with jq -c',
    'هو JSON لكن ليس سطورًا فيها "text"؛ اكتب {example}، في كل سطر واحد، مثلًا بالأمر \u2066jq -c\u2069'
  ],
  ['could not be coded within {n} s', 'تعذر ترميزه خلال {n} ث'],
  ['could not be read within {n} s', 'تعذرت قراءته خلال {n} ث'],
  ['could not be read within {n:number} MB of memory', 'تعذرت قراءته في {n} م.ب. من الذاكرة'],
  ['could not be read: {message}', 'تعذرت قراءته: {message}'],
  ['is kept, and could not be linked: {message}', 'حُفظ، وتعذر ربطه: {message}'],
  ['Linking waits: {message}', 'الربط ينتظر: {message}'],
  [
    'ended {n:number} workers that read it, so it was left out; "dateline retry" tries it again',
    {
      zero: 'تُرك؛ الأمر \u2066dateline retry\u2069 يعيد المحاولة',
      one: 'أنهى عاملًا كان يقرؤه، فتُرك؛ الأمر \u2066dateline retry\u2069 يعيد المحاولة',
      two: 'أنهى عاملين كانا يقرآنه، فتُرك؛ الأمر \u2066dateline retry\u2069 يعيد المحاولة',
      few: 'أنهى {n} عمال كانوا يقرؤونه، فتُرك؛ الأمر \u2066dateline retry\u2069 يعيد المحاولة',
      many: 'أنهى {n} عاملًا كانوا يقرؤونه، فتُرك؛ الأمر \u2066dateline retry\u2069 يعيد المحاولة',
      other: 'أنهى {n} عامل كانوا يقرؤونه، فتُرك؛ الأمر \u2066dateline retry\u2069 يعيد المحاولة'
    }
  ],
  [
    'each worker that had it ended without a word; look at their logs and memory',
    'كل عامل تولاه انتهى بلا كلمة؛ انظر في سجلات العمال وذاكرتهم'
  ],
  ['no reason was left', 'لم يُذكر سبب'],
  [
    'Cannot read {path} on this machine ({message}); with --in-place all workers must see the file there. Distribute it again, without --in-place to keep its bytes in the store',
    'تعذرت قراءة {path} على هذا الجهاز ({message})؛ مع \u2066--in-place\u2069 يجب أن يرى كل العمال الملف هناك. وزّعه ثانية، ودون \u2066--in-place\u2069 لتُحفظ بايتاته في المخزن'
  ],
  [
    '{path} is not as it was when it was distributed; distribute it again',
    'لم يعد {path} كما كان حين وُزّع؛ وزّعه ثانية'
  ],

  // A page, an archive.
  ['is too large or too broken to be read ({message})', 'أكبر أو أكثر خللًا من أن يُقرأ ({message})'],
  ['is no page', 'ليس صفحة'],
  ['is a feed, where a page should be', 'هو خلاصة، والمنتظر صفحة'],
  [
    'is the page of an entry of another feed too, and was fetched for that',
    'هو صفحة مدخل في خلاصة أخرى أيضًا، وقد جُلب لها'
  ],
  ['is {what}, no page, feed or text', 'هو {what}، لا صفحة ولا خلاصة ولا نص'],
  ['is an answer {status}, no page', 'هو جواب بالرمز {status} لا صفحة'],
  ['is {what}, no page', 'هو {what} لا صفحة'],
  ['is a robots.txt, no report', 'هو robots.txt لا تقرير'],
  ['is a site map, no report', 'هو خريطة موقع لا تقرير'],
  ['is JSON, no report', 'هو JSON لا تقرير'],
  ['is split over several records, which is not read', 'موزع على سجلات عدة، وهذا لا يُقرأ'],
  ['holds no HTTP answer', 'ليس فيه جواب HTTP'],
  ['has HTTP headers of more than {n:number} KB', 'ترويسات HTTP فيه أكبر من {n} ك.ب.'],
  [
    'breaks off: no chunk of its body begins at byte {at} of it',
    'ينقطع: لا تبدأ قطعة من متنه عند البايت {at} منه'
  ],
  ['"{line}" begins no record', '«{line}» لا يبدأ به سجل'],
  ['its length is "{stated}"', 'طوله المذكور «{stated}»'],
  ['the archive ends {n:number} bytes too soon', 'ينتهي الأرشيف قبل أوانه بـ{n} بايت'],
  ['its length is wrong: "{line}" comes after it', 'طوله غير صحيح: يأتي بعده «{line}»'],
  ['the archive ends in its headers', 'ينتهي الأرشيف داخل ترويساته'],
  ['its headers are larger than {n:number} KB', 'ترويساته أكبر من {n} ك.ب.'],
  ['it has no {name}', 'ليس فيه {name}'],

  // A feed.
  ['could not be checked: {why:sentence}', 'تعذر فحصه: {why}'],
  ['could not be checked: {message}', 'تعذر فحصه: {message}'],
  ['is a page, no feed; it names {feed} as its feed', 'هو صفحة لا خلاصة؛ ويذكر أن خلاصته {feed}'],
  [
    'is no feed: RSS, Atom, RDF or JSON Feed is expected there',
    'ليس خلاصة: المنتظر هناك RSS أو Atom أو RDF أو JSON Feed'
  ],
  [
    'is no feed: it has no element; give RSS, Atom, RDF or JSON Feed',
    'ليس خلاصة: لا عنصر فيه؛ أعطِ RSS أو Atom أو RDF أو JSON Feed'
  ],
  [
    'is no feed: its root is <{name}>; give RSS, Atom, RDF or JSON Feed',
    'ليس خلاصة: جذره {name}؛ أعطِ RSS أو Atom أو RDF أو JSON Feed'
  ],
  ['is a feed that cannot be read ({message})', 'خلاصة تتعذر قراءتها ({message})'],
  [
    'is no JSON Feed: it names no version, or no title and items',
    'ليس JSON Feed: لا يذكر إصدارًا، أو لا عنوان فيه ولا مداخل'
  ],
  ['is not JSON ({message})', 'ليس JSON ({message})'],
  [
    'is no list of feeds: {message}; give OPML, or a URL a line',
    'ليس قائمة خلاصات: {message}؛ أعطِ OPML، أو عنوانًا في كل سطر'
  ],
  ['lists "{url}", which is no address of http or https', 'يذكر «{url}» وليس عنوان http أو https'],
  [
    'has "{text}" in line {line}; write a URL a line, as https://paper.example/rss',
    'فيه «{text}» في السطر {line}؛ اكتب عنوانًا في كل سطر، مثل \u2066https://paper.example/rss\u2069'
  ],
  ['lists no feed; give OPML, or a URL a line', 'لا يذكر خلاصة؛ أعطِ OPML، أو عنوانًا في كل سطر'],
  ['has no entries', 'لا مداخل فيه'],
  ['is cut off: the feed ends within it', 'مقطوع: تنتهي الخلاصة في وسطه'],
  ['has more than {n:number} entries; the others are not read', 'فيه أكثر من {n} مدخل؛ ولا تُقرأ البقية'],
  ['is a recording ({type}) without a text', 'تسجيل ({type}) بلا نص'],
  ['has no text but its title; its page may have one', 'لا نص له غير عنوانه؛ قد يكون في صفحته نص'],
  [
    'has a document type declaration that does not end; mend the feed',
    'فيه تصريح بنوع المستند لا ينتهي؛ أصلح الخلاصة'
  ],
  ['names an author of over 2,000 characters; mend the feed', 'يذكر كاتبًا بأكثر من ٢٬٠٠٠ حرف؛ أصلح الخلاصة'],
  ['declares entities of its own, which are not read', 'يعرّف كيانات خاصة به لا تُقرأ'],
  ['nests more elements than any feed; give its texts', 'عناصره متداخلة أكثر مما في أي خلاصة؛ أعطِ نصوصه'],
  ['words before its root', 'كلمات قبل جذره'],
  [
    'is not well-formed ({why:sentence}); read as far as it can be',
    'بنيته غير سليمة ({why})؛ قُرئ بقدر الإمكان'
  ],
  [
    'is not well-formed ({message}); read as far as it can be',
    'بنيته غير سليمة ({message})؛ قُرئ بقدر الإمكان'
  ],

  // An address that was asked.
  ['leads to {url}, which {why:sentence}', 'يقود إلى {url}، وهذا: {why}'],
  ['has not changed since it was fetched last', 'لم يتغير منذ جلبه الأخير'],
  [
    'has a name that no address is known for; check it, or the network',
    'لا يُعرف عنوان لاسمه؛ تحقق من الاسم أو من الشبكة'
  ],
  ['has a name that could not be looked up; is there a network?', 'تعذر البحث عن اسمه؛ هل توجد شبكة؟'],
  ['answers to nobody at that port (connection refused)', 'لا يجيب أحدًا على هذا المنفذ (رُفض الاتصال)'],
  ['broke off the connection before all had come', 'قطع الاتصال قبل أن يصل كل شيء'],
  ['broke off the connection', 'قطع الاتصال'],
  ['cannot be reached: there is no network to it', 'يتعذر بلوغه: لا شبكة إليه'],
  ['cannot be reached from here', 'يتعذر بلوغه من هنا'],
  ['cannot be reached', 'يتعذر بلوغه'],
  ['did not answer in time', 'لم يجب في الوقت المحدد'],
  ['stopped sending', 'توقف عن الإرسال'],
  ['sends more than 64 KB of headers', 'يرسل أكثر من ٦٤ ك.ب. من الترويسات'],
  ['has a certificate that has expired', 'شهادته منتهية'],
  [
    "has a certificate that is not valid yet; is this machine's clock right?",
    'شهادته لم تسرِ بعد؛ هل ساعة هذا الجهاز صحيحة؟'
  ],
  ['has a certificate that it signed itself', 'شهادته من توقيعه هو'],
  [
    'has a certificate of an authority that is not trusted; NODE_EXTRA_CA_CERTS names others',
    'شهادته من جهة غير موثوقة؛ تُسمى جهات أخرى في NODE_EXTRA_CA_CERTS'
  ],
  ['sends its certificate without those that vouch for it', 'يرسل شهادته دون الشهادات التي تضمنها'],
  ['has a certificate for another name', 'شهادته لاسم آخر'],
  ['answers in what is no HTTP', 'يجيب بما ليس HTTP'],
  ['and this machine cannot agree on a secure connection (TLS)', 'لا يتفق مع هذا الجهاز على اتصال آمن (TLS)'],
  [
    'is refused: {host} leads to {address:address}; --allow-address opens a range of your own',
    'مرفوض: {host} يقود إلى {address}؛ يفتح \u2066--allow-address\u2069 نطاقًا من عندك'
  ],
  [
    'is refused: {address:address}; --allow-address opens a range of your own',
    'مرفوض: {address}؛ يفتح \u2066--allow-address\u2069 نطاقًا من عندك'
  ],
  [
    'is refused: {message}; --allow-address opens a range of your own',
    'مرفوض: {message}؛ يفتح \u2066--allow-address\u2069 نطاقًا من عندك'
  ],
  ['took longer than allowed', 'استغرق أطول من المسموح'],
  ['was stopped', 'أُوقف'],
  ['could not be fetched ({message})', 'تعذر جلبه ({message})'],
  ['asks who we are (401): it is not open to everybody', 'يسأل من نحن (401): ليس مفتوحًا للجميع'],
  ['asks for money (402)', 'يطلب مالًا (402)'],
  ['refuses us (403)', 'يرفضنا (403)'],
  ['is not there (404)', 'غير موجود (404)'],
  ['is gone for good (410)', 'زال نهائيًا (410)'],
  ['asks us to come less often (429)', 'يطلب أن نأتي أقل (429)'],
  ['is withheld for legal reasons (451)', 'محجوب لأسباب قانونية (451)'],
  ['has a fault of its own (500)', 'فيه خلل من عنده (500)'],
  ['has a fault of its own (502)', 'فيه خلل من عنده (502)'],
  ['has a fault of its own (504)', 'فيه خلل من عنده (504)'],
  ['cannot answer now (503)', 'لا يستطيع الجواب الآن (503)'],
  ['answers with status {status}', 'يجيب بالرمز {status}'],
  [
    'is left alone for now: {url}, which says what robots may read, answers with status {status}',
    'يُترك الآن: {url}، الذي يبين ما يجوز للروبوتات قراءته، يجيب بالرمز {status}'
  ],
  ['leads in a circle', 'يدور في حلقة من التحويلات'],
  ['is one redirect too many: {n:number} are followed', 'تحويل زائد على الحد: المتبَع {n}'],
  ['is closed to robots by {url}', 'مغلق أمام الروبوتات بموجب {url}'],
  [
    'is of a host that wants to be left alone for {n:number} minutes',
    {
      zero: 'من خادم يريد أن يُترك الآن',
      one: 'من خادم يريد أن يُترك دقيقة',
      two: 'من خادم يريد أن يُترك دقيقتين',
      few: 'من خادم يريد أن يُترك {n} دقائق',
      many: 'من خادم يريد أن يُترك {n} دقيقة',
      other: 'من خادم يريد أن يُترك {n} دقيقة'
    }
  ],
  ['has an address of more than {n:number} letters', 'عنوانه أطول من {n} حرف'],
  [
    'is no address; write it as https://example.org/page',
    'ليس عنوانًا؛ اكتبه هكذا: \u2066https://example.org/page\u2069'
  ],
  [
    'is an address of "{protocol}"; only http and https are fetched',
    'عنوان «{protocol}»؛ لا يُجلب إلا http وhttps'
  ],
  [
    'has a name or password in its address, which are never sent; leave them out',
    'في عنوانه اسم أو كلمة مرور، وهما لا يُرسلان أبدًا؛ احذفهما'
  ],

  // What an examination finds, and what to do.
  ['there is none in {target} yet', 'لا مخزن في {target} بعد'],
  [
    '"dateline ingest" makes one, or name another by --store',
    'الأمر \u2066dateline ingest\u2069 يصنع واحدًا، أو سمِّ غيره بـ\u2066--store\u2069'
  ],
  ['what is in it is seen once that process has ended', 'يُرى ما فيه حين تنتهي تلك العملية'],
  [
    'if its files are damaged, restore a backup: "dateline restore FILE --store NEW"',
    'إن كانت ملفاته تالفة فاستعد نسخة احتياطية: \u2066dateline restore FILE --store NEW\u2069'
  ],
  ['Dateline {version} on Node {node}', 'Dateline {version} على Node {node}'],
  [
    '{old}; "npm ci" in a checkout brings one along',
    '{old}؛ الأمر \u2066npm ci\u2069 في نسخة من الشيفرة يجلب واحدًا'
  ],
  ['{all} GB, {free} GB of it free', '{all} غ.ب.، منها {free} غ.ب. خالية'],
  [
    'read with "ingest --threads 1": each thread holds its own models',
    'اقرأ بـ\u2066ingest --threads 1\u2069: لكل خيط نماذجه'
  ],
  [
    'codebook {codebook}, gazetteer {gazetteer}, models {models}',
    'دليل الترميز {codebook}، المعجم الجغرافي {gazetteer}، النماذج {models}'
  ],
  [
    '"npm run build" makes what is built; your own files are named with what is wrong',
    'الأمر \u2066npm run build\u2069 يصنع ما يُبنى؛ وملفاتك تُسمى مع ما فيها من خلل'
  ],
  ['{n} GB free at {folder}', '{n} غ.ب. خالية في {folder}'],
  ['make room: a store that cannot grow keeps nothing new', 'أفسح مكانًا: المخزن الذي لا يكبر لا يحفظ جديدًا'],
  ['make room; 100,000 reports take some 5 GB', 'أفسح مكانًا؛ ١٠٠٬٠٠٠ تقرير تأخذ نحو ٥ غ.ب.'],
  ['a write reaches the disk in {n} ms', 'تصل الكتابة إلى القرص في {n} م.ث.'],
  ['{folder} lies in memory, and is gone after a restart', '{folder} في الذاكرة، ويزول بعد إعادة التشغيل'],
  ['keep the store on a disk', 'احفظ المخزن على قرص'],
  [
    'the disk is slow or busy; keep the store on a local one',
    'القرص بطيء أو مشغول؛ احفظ المخزن على قرص محلي'
  ],
  ['see that {folder} is there and may be written to', 'تحقق من وجود {folder} ومن إمكان الكتابة فيه'],
  [
    'embedded, PostgreSQL {version}, UTF8, collation {collation}',
    'مدمج، \u2066PostgreSQL {version}\u2069، UTF8، ترتيب {collation}'
  ],
  [
    'PostgreSQL {version}, UTF8, collation {collation}',
    '\u2066PostgreSQL {version}\u2069، UTF8، ترتيب {collation}'
  ],
  ['it needs PostgreSQL 15 or newer', 'يلزمه PostgreSQL 15 أو أحدث'],
  ['{name} is off: a loss of power may destroy the store', '{name} معطل: قد يُتلف انقطاع الكهرباء المخزن'],
  [
    '{name} is off: a loss of power may cost what was acknowledged last',
    '{name} معطل: قد يضيع بانقطاع الكهرباء آخر ما أُكد حفظه'
  ],
  [
    'set {name} = on in postgresql.conf and restart the server',
    'اجعل \u2066{name} = on\u2069 في postgresql.conf وأعد تشغيل الخادم'
  ],
  [
    'a newer version of Dateline wrote it (it holds "{migration}")',
    'كتبه إصدار أحدث من Dateline (فيه «{migration}»)'
  ],
  ['update Dateline', 'حدّث Dateline'],
  [
    'of an older version; {n:number} migrations are to come',
    {
      zero: 'من إصدار أقدم',
      one: 'من إصدار أقدم؛ بقيت له ترقية واحدة',
      two: 'من إصدار أقدم؛ بقيت له ترقيتان',
      few: 'من إصدار أقدم؛ بقيت له {n} ترقيات',
      many: 'من إصدار أقدم؛ بقيت له {n} ترقية',
      other: 'من إصدار أقدم؛ بقيت له {n} ترقية'
    }
  ],
  ['the next command makes them; back up first', 'يجريها الأمر التالي؛ خذ نسخة احتياطية أولًا'],
  ['the newest', 'الأحدث'],
  ['{n:number} MB, and {log:number} MB of log', '{n} م.ب.، و{log} م.ب. من السجل'],
  ['{n:number} MB', '{n} م.ب.'],
  [
    '{reports:number} reports, {claims:number} claims, {incidents:number} incidents, {rulings:number} rulings, {originals:number} originals',
    'التقارير {reports}، الإفادات {claims}، الحوادث {incidents}، القرارات {rulings}، الأصول {originals}'
  ],
  [
    '{n:number} reports are not linked yet',
    {
      zero: 'كل تقرير مربوط',
      one: 'تقرير واحد لم يُربط بعد',
      two: 'تقريران لم يُربطا بعد',
      few: '{n} تقارير لم تُربط بعد',
      many: '{n} تقريرًا لم يُربط بعد',
      other: '{n} تقرير لم يُربط بعد'
    }
  ],
  [
    'an ingest was cut short or is under way; the next one links them',
    'انقطع إدخال أو ما زال جاريًا؛ والتالي يربطها'
  ],
  ['every report is linked', 'كل تقرير مربوط'],
  [
    '{n:number} items: {why:sentence}',
    {
      zero: 'لا بنود: {why}',
      one: 'بند واحد: {why}',
      two: 'بندان: {why}',
      few: '{n} بنود: {why}',
      many: '{n} بندًا: {why}',
      other: '{n} بند: {why}'
    }
  ],
  [
    '"dateline retry" tries {n:number} of them again',
    'الأمر \u2066dateline retry\u2069 يعيد محاولة {n} منها'
  ],
  ['they fail again unless the source or Dateline changes', 'تفشل ثانية ما لم يتغير المصدر أو Dateline'],
  [
    'ends with {head}; "dateline verify" reads all of it',
    'ينتهي بـ{head}؛ الأمر \u2066dateline verify\u2069 يقرؤه كله'
  ],
  ['none was made of this store', 'لم تؤخذ نسخة من هذا المخزن'],
  [
    '"dateline backup --out FILE --test", and keep it elsewhere',
    '\u2066dateline backup --out FILE --test\u2069، واحفظها في مكان آخر'
  ],
  ['"dateline backup --out FILE --test"', '\u2066dateline backup --out FILE --test\u2069'],
  ['the last was made today ({file})', 'أُخذت الأخيرة اليوم ({file})'],
  ['the last was made a day ago ({file})', 'أُخذت الأخيرة قبل يوم ({file})'],
  [
    'the last was made {n:number} days ago ({file})',
    {
      zero: 'أُخذت الأخيرة اليوم ({file})',
      one: 'أُخذت الأخيرة قبل يوم ({file})',
      two: 'أُخذت الأخيرة قبل يومين ({file})',
      few: 'أُخذت الأخيرة قبل {n} أيام ({file})',
      many: 'أُخذت الأخيرة قبل {n} يومًا ({file})',
      other: 'أُخذت الأخيرة قبل {n} يوم ({file})'
    }
  ],
  ['{file} could not be put back: {message}', 'تعذرت استعادة {file}: {message}'],
  ['make another backup', 'خذ نسخة احتياطية أخرى'],
  ['{file} was put back for a test on {day:day}', 'استُعيد {file} للتجربة في {day}'],
  ['no backup of it was ever put back for a test', 'لم تُستعد منه نسخة للتجربة قط']
]

/** What a name leads to that is not asked. */
export const addresses: readonly Pair[] = [
  ['{ip}, an address of this machine itself', '{ip}، وهو عنوان هذا الجهاز نفسه'],
  ['{ip}, an address of a private network', '{ip}، وهو عنوان في شبكة خاصة'],
  ['{ip}, an address of the local link', '{ip}، وهو عنوان على الوصلة المحلية'],
  ['{ip}, an address of a group of machines', '{ip}، وهو عنوان مجموعة أجهزة'],
  ['{ip}, an address of a translated network', '{ip}، وهو عنوان شبكة مترجمة'],
  ['{ip}, an address that is reserved', '{ip}، وهو عنوان محجوز'],
  ['"{text}", which is no address', '«{text}»، وليس عنوانًا']
]

/** What came where a text should be. */
export const things: readonly Pair[] = [
  ['a PDF file', 'ملف PDF'],
  ['a ZIP archive or office document', 'أرشيف ZIP أو مستند مكتبي'],
  ['a gzip archive', 'أرشيف gzip'],
  ['a PNG picture', 'صورة PNG'],
  ['a JPEG picture', 'صورة JPEG'],
  ['a GIF picture', 'صورة GIF'],
  ['a program', 'برنامج'],
  ['an old office document', 'مستند مكتبي قديم']
]
