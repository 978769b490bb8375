/**
 * The server's own sentences in Arabic, by the English that it says (see ../sentences.ts). What is missing here stands in the
 * page in English, marked as such. Sources carry no gender: a sentence says "from X" rather than "X said".
 */
import {type Sentences, sayerOf} from '../sentences.ts'

export const sentences: Sentences = {
  sentence: [
    // A figure that is set aside.
    ['rejected by a person: {reason}', 'مرفوض بقرار شخص: {reason}'],
    ['it gives no number', 'لا يُذكر فيها رقم'],
    ['a total over a longer time, not of this incident', 'حصيلة مدة أطول، لا حصيلة هذا الحادث'],
    ['an older happening that the report refers to', 'حدث سابق يشير إليه التقرير'],
    ['told as {realis:realis}', 'لم يُذكر أنه وقع: {realis}'],
    ['told as hearsay', 'منقول بلا جزم'],
    ['the figure is denied, not given', 'الرقم منفي هنا، لا مقدَّم'],
    ['nobody stands by it: it is only said to be unconfirmed', 'لا أحد يتبناه: لم يُقل إلا إنه غير مؤكد'],
    ['of those that {source} counts', 'من جملة الواردين في إحصاء {source}'],
    ['the headline over what {source} says', 'عنوان لما يُنقل عن {source}'],
    ["the outlet's words for what {source} says", 'صياغة الوسيلة لما تنقله عن {source}'],
    ['a part of a figure of the same account', 'جزء من رقم في الرواية نفسها'],
    ['a part: {group:group}', 'جزء من الحصيلة: {group}'],
    ['the same origin gave a later figure', 'ورد رقم لاحق من الأصل نفسه'],
    ['a part of the toll: what one side lost', 'جزء من الحصيلة: خسائر أحد الطرفين'],

    // How a figure weighs by who gives it.
    ['a side says that nobody was', 'طرف معني يقول: لا أحد'],
    ['a side tells of its own work', 'طرف معني يتحدث عن عمله هو'],
    ['a side tells its own losses', 'طرف معني يذكر خسائره هو'],
    ['a side tells what was done to its own', 'طرف معني يروي ما أصاب أهله'],
    ["a side tells the other side's losses", 'طرف معني يذكر خسائر الطرف الآخر'],
    [
      'a side tells of people on the other side who bear no arms',
      'طرف معني يذكر أشخاصًا عزّلًا من الجانب الآخر'
    ],
    ['the side that did it says so', 'الطرف الذي فعل ذلك يقوله بنفسه'],
    ["a side tells of the other side's deed", 'طرف معني يروي فعل الطرف الآخر'],
    ['a side speaks', 'المتحدث طرف معني'],
    ['allied, but neither of guilt nor of losses of a side', 'حليف، لكنه لا يتحدث عن ذنب طرف ولا عن خسائره'],
    ['a person ruled that it counts', 'قرر شخص أنه معتد به'],

    // Rule dateline.
    ['the lowest number stated, by {names:names}', 'أدنى رقم مذكور، من {names}'],
    ['the highest number stated, by {names:names}', 'أعلى رقم مذكور، من {names}'],
    [
      'the highest number stated, by {names:names}, without an upper bound',
      'أعلى رقم مذكور، من {names}، بلا حد أعلى'
    ],
    ['never sets the value alone: {reasons:reasons}', 'لا يحدد القيمة وحده: {reasons}'],
    ['weighs though a side says it: {reasons:reasons}', 'له وزنه وإن قاله طرف معني: {reasons}'],
    ['{value:number}: one account that is free to set it', '{value}: رواية واحدة لا مصلحة تمنع الأخذ بها'],
    [
      '{value:number}: {n:number} accounts agree',
      {
        zero: '{value}: لا روايات تتفق',
        one: '{value}: رواية واحدة',
        two: '{value}: تتفق روايتان',
        few: '{value}: تتفق {n} روايات',
        many: '{value}: تتفق {n} رواية',
        other: '{value}: تتفق {n} رواية'
      }
    ],
    ['no figure holds: only sides speak', 'لا رقم مرجح: لا يتحدث إلا الأطراف'],
    [
      'no figure holds: figures that cannot both be true have equal support',
      'لا رقم مرجح: أرقام لا تصح معًا متساوية في من يؤيدها'
    ],
    [
      '{a:count} ({one:origin}) and {b:count} ({other:origin}) cannot both be true',
      'لا يصح معًا {a} ({one}) و{b} ({other})'
    ],
    ['a person preferred {n:number}', 'فضّل شخص الرقم {n}'],

    // Grades.
    ['only sides speak', 'لا يتحدث إلا الأطراف'],
    ['figures that cannot both be true have equal support', 'أرقام لا تصح معًا متساوية في من يؤيدها'],
    ['nobody stands by it firmly', 'لا أحد يجزم به'],
    [
      '{n:number} accounts of several kinds agree, and nobody contests it',
      {
        zero: 'لا روايات تتفق، ولا أحد يخالف',
        one: 'رواية واحدة، ولا أحد يخالفها',
        two: 'تتفق روايتان من أنواع مختلفة، ولا أحد يخالفهما',
        few: 'تتفق {n} روايات من أنواع مختلفة، ولا أحد يخالفها',
        many: 'تتفق {n} رواية من أنواع مختلفة، ولا أحد يخالفها',
        other: 'تتفق {n} رواية من أنواع مختلفة، ولا أحد يخالفها'
      }
    ],
    [
      '{n:number} accounts agree',
      {
        zero: 'لا روايات تتفق',
        one: 'رواية واحدة',
        two: 'تتفق روايتان',
        few: 'تتفق {n} روايات',
        many: 'تتفق {n} رواية',
        other: 'تتفق {n} رواية'
      }
    ],
    [
      '{n:number} accounts agree, though it is contested',
      {
        zero: 'لا روايات تتفق، والأمر مختلف فيه',
        one: 'رواية واحدة، والأمر مختلف فيه',
        two: 'تتفق روايتان، والأمر مختلف فيه',
        few: 'تتفق {n} روايات، والأمر مختلف فيه',
        many: 'تتفق {n} رواية، والأمر مختلف فيه',
        other: 'تتفق {n} رواية، والأمر مختلف فيه'
      }
    ],
    ['one account, contested', 'رواية واحدة، مختلف فيها'],
    ['one account, and nobody contests it', 'رواية واحدة، ولا أحد يخالفها'],

    // Rule acled.
    ['"{words}" is no figure to this rule', '«{words}»: ليس رقمًا عند هذه القاعدة'],
    ['"{words}" counts as {n:number} by the table', '«{words}»: يُحسب {n} وفق الجدول'],
    [
      '{value:number} in place of the lowest, {lowest:number}: {why:sentence}',
      '{value} بدل الأدنى، {lowest}: {why}'
    ],
    ['{value:number}: the lowest figure, by {names:names}', '{value}: أدنى رقم، من {names}'],
    [
      'split over {n:number} days, the remainder to the first',
      {
        zero: 'مقسوم على لا أيام',
        one: 'على يوم واحد',
        two: 'مقسوم على يومين، والباقي لأولهما',
        few: 'مقسوم على {n} أيام، والباقي لأولها',
        many: 'مقسوم على {n} يومًا، والباقي لأولها',
        other: 'مقسوم على {n} يوم، والباقي لأولها'
      }
    ],
    ['corroborated by {names:names}', 'بتأييد من {names}'],
    ['{who:origin} is no side and sure of {a:count}', 'الأصل {who} ليس طرفًا، ويجزم بالرقم {a}'],

    // Rules airwars and ibc.
    ['counts no civilians: {group:group}', 'لا مدنيين فيه: {group}'],
    ['a denial: {why:sentence}', 'نفي: {why}'],
    ['not independent: {why:sentence}', 'غير مستقل: {why}'],
    ['over {names:names}', 'وفق أرقام {names}'],
    ['those who were counted were fighters', 'من أُحصوا كانوا مقاتلين'],
    ['nobody but a side speaks, and it says that nobody was', 'لا يتحدث إلا طرف معني، ويقول: لا أحد'],
    ['{names:names} accepts it', 'إقرار من {names}'],
    ['{names:names} says that it did it', 'تبنٍّ من {names}'],
    ['who did it is contested', 'الفاعل مختلف فيه'],
    [
      '{n:number} credible origins',
      {
        zero: 'لا أصول موثوقة',
        one: 'أصل موثوق واحد',
        two: 'أصلان موثوقان',
        few: '{n} أصول موثوقة',
        many: '{n} أصلًا موثوقًا',
        other: '{n} أصل موثوق'
      }
    ],
    ['one credible origin', 'أصل موثوق واحد'],
    ['only a side tells it', 'لا يرويه إلا طرف معني'],
    ['no independent origin tells of civilians', 'لا أصل مستقل يتحدث عن مدنيين'],
    ['no account gives a number', 'لا رواية تذكر رقمًا'],
    [
      '{low:number} to {high:number} over {n:number} independent origins: {names:names}',
      {
        zero: 'من {low} إلى {high} بلا أصول مستقلة: {names}',
        one: 'من {low} إلى {high} من أصل مستقل واحد: {names}',
        two: 'من {low} إلى {high} من أصلين مستقلين: {names}',
        few: 'من {low} إلى {high} من {n} أصول مستقلة: {names}',
        many: 'من {low} إلى {high} من {n} أصلًا مستقلًا: {names}',
        other: 'من {low} إلى {high} من {n} أصل مستقل: {names}'
      }
    ],
    [
      '{zero:number}: {who:origin} counts the same {a:count} as {group:group}, so that civilian status is in doubt',
      '{zero}: العدد نفسه ({a}) وارد من {who} بوصف آخر ({group})، فكونهم مدنيين موضع شك'
    ],

    // Rule gtd.
    ['"{words}" is too vague to be a figure', '«{words}»: أغمض من أن يكون رقمًا'],
    ["the perpetrator's own claim", 'قول الفاعل نفسه'],
    ['not credible: {why:sentence}', 'غير موثوق: {why}'],
    [
      'no origin but the perpetrator gives a figure that is no vague word',
      'لا أصل سوى الفاعل يذكر رقمًا غير مبهم'
    ],
    ['{value:number}: the most recent, by {names:names}', '{value}: الأحدث، من {names}'],
    ['{value:number}: what most origins say, by {names:names}', '{value}: ما عليه أكثر الأصول، من {names}'],
    [
      '{value:number}: the lowest of the most recent, as no majority speaks, by {names:names}',
      '{value}: أدنى الأرقام الأحدث، إذ لا أغلبية، من {names}'
    ],

    // Rule ucdp.
    ['no organised actor is on either side', 'لا طرف منظمًا في أي من الجانبين'],
    ['no account gives a death', 'لا رواية تذكر قتيلًا'],
    [
      '{value:number}: the highest of the most reliable, by {names:names}',
      '{value}: أعلى ما يذكره الأوثق، من {names}'
    ],
    [
      '{value:number} is less reliable, and moves only the upper end',
      '{value} أقل وثوقًا، ولا يحرك إلا الحد الأعلى'
    ],
    ['not reliable here: {why:sentence}', 'لا يوثق به هنا: {why}'],
    [
      'the groups told add up to more than the best figure: whose the dead are is unknown',
      'مجموع الفئات المذكورة أكبر من القيمة المختارة: لا يُعرف إلى من ينتمي القتلى'
    ],
    ['whose {value:number} of the dead are is not told', 'لم يُذكر إلى من ينتمي {value} من القتلى'],
    ['by the groups that accounts tell of', 'وفق الفئات التي تذكرها الروايات'],

    // Steps of a derivation, and grades that are words.
    ['low', 'الحد الأدنى'],
    ['high', 'الحد الأعلى'],
    ['best', 'القيمة المختارة'],
    ['range', 'المدى'],
    ['sides', 'الأطراف'],
    ['admissions', 'إقرارات'],
    ['contested', 'مختلف فيه'],
    ['vague', 'كلمات مبهمة'],
    ['days', 'الأيام'],
    ['none', 'لا رقم'],
    ['Confirmed', 'مؤكد'],
    ['Fair', 'مقبول'],
    ['Weak', 'ضعيف'],
    ['Contested', 'مختلف فيه'],
    ['Discounted', 'مستبعد'],

    // Facts.
    ['{a:value} and {b:value} cannot both be true', 'لا يصح معًا {a} و{b}'],
    [
      '{who} is said to have done it, and denies it or is denied it',
      'يُنسب الفعل إلى {who}، وثمة نفي منه أو عنه'
    ],
    ['some say {a} did it, some {b}', 'هناك من ينسبه إلى {a}، ومن ينسبه إلى {b}'],

    // Why reports are one account.
    ['a person says that it copies {outlet}', 'قرر شخص أنه نسخة عن {outlet}'],
    ['a person says that it copies an earlier report', 'قرر شخص أنه نسخة عن تقرير سابق'],
    ['it has the wording of {outlet}', 'نصه نص {outlet}'],
    ['it has the wording of an earlier report', 'نصه نص تقرير سابق'],
    ['it credits {agency}', 'ينسبه إلى {agency}'],
    ['it belongs to {owner} too', 'هو أيضًا من ملك {owner}'],
    ['it is by the same outlet', 'هو من الوسيلة نفسها'],
    ['it has it from {source}', 'أخذه عن {source}'],
    ['it quotes the same source, {source}', 'ينقل عن المصدر نفسه، {source}'],

    // How a figure moved with a report.
    ['{outcome:outcome}: {change:change}', '{outcome}: {change}'],

    // Incidents by what, where and when.
    ['{type:type}, in {place}, {day:day}', '{type}، في {place}، {day}'],
    ['{type:type}, in {place}', '{type}، في {place}'],
    ['{type:type}, {day:day}', '{type}، {day}'],
    ['{type:type}', '{type}'],

    // What speaks for two tellings being one, and against: what, who, which.
    ['both are told as {a:kind}', 'كلاهما مصنف: {a}'],
    ['one is told as {a:kind}, the other as {b:kind}', 'أحدهما مصنف: {a}، والآخر: {b}'],
    [
      'one is told as {a:kind}, the other as {b:kind}, and one tells of both',
      'أحدهما مصنف: {a}، والآخر: {b}، وفي أحدهما ذكر للأمرين'
    ],
    ['both name {years:years}', 'كلاهما يذكر {years}'],
    ['both name {items:items}', 'كلاهما يذكر {items}'],
    ['one names {a:years}, the other {b:years}', 'أحدهما يذكر {a}، والآخر {b}'],
    ['one names {a:items}, the other {b:items}', 'أحدهما يذكر {a}، والآخر {b}'],
    ['both tell of {items:items}', 'كلاهما يتحدث عن: {items}'],
    ['one tells of {a:number} killed, the other of {b:number}', 'عدد القتلى في أحدهما {a}، وفي الآخر {b}'],
    ['one tells of {a:item}, the other of {b:item}', 'أحدهما يتحدث عن: {a}، والآخر عن: {b}'],
    ['both give {outcome:outcome} {a:number}', 'الرقم فيهما واحد: {outcome}، {a}'],
    ['both give {outcome:outcome} {a:number}+', 'الرقم فيهما واحد: {outcome}، {a} فأكثر'],
    ['both give the same number of the same thing', 'كلاهما يذكر العدد نفسه من الشيء نفسه'],
    ['both name the same day of a month', 'كلاهما يذكر اليوم نفسه من الشهر نفسه'],
    ['they share their wording', 'نصهما مشترك'],

    // The day.
    ['both are of {a:day}', 'كلاهما في {a}'],
    ['both may be of {a:day}; one tells no day', 'قد يكون كلاهما في {a}؛ أحدهما لا يذكر يومًا'],
    [
      '{a:day} and {b:day} may be one day; one tells only a stretch of time',
      'قد يكون {a} و{b} يومًا واحدًا؛ أحدهما لا يذكر إلا مدة'
    ],
    [
      'one tells {a:day}, the other tells no day and came out a day later',
      'أحدهما يذكر {a}، والآخر لا يذكر يومًا وصدر بعده بيوم'
    ],
    [
      'one tells {a:day}, the other tells no day and came out on {b:day}',
      'أحدهما يذكر {a}، والآخر لا يذكر يومًا وصدر في {b}'
    ],
    ['one tells {a:day}, the other {b:day}', 'أحدهما يذكر {a}، والآخر {b}'],
    ['one of them has no day that is known', 'أحدهما بلا يوم معروف'],
    ['one is of {a:day}, the other of {b:day}', 'أحدهما في {a}، والآخر في {b}'],
    ['one was published before the day of the other', 'أحدهما نُشر قبل يوم الآخر'],

    // The place.
    ['one is in {a:country}, the other in {b:country}', 'أحدهما في {a}، والآخر في {b}'],
    ['{a} and {b} are {n:number} km apart', 'بين {a} و{b} مسافة {n} كم'],
    ['{a} and {b} are neighbours, {n:number} km apart', '{a} و{b} متجاورتان، بينهما {n} كم'],
    ['both are placed at {a}', 'كلاهما في {a}'],
    ['one of {a} and {b} lies in the other', 'إحدى {a} و{b} تقع في الأخرى'],
    [
      'both are in {a:country}; one of them says no more of the place',
      'كلاهما في {a}؛ أحدهما لا يزيد على ذلك في المكان'
    ],
    ['one of them names no place that is known', 'أحدهما لا يذكر مكانًا معروفًا'],

    // The words.
    [
      'one has {n:number}% of the rarer words that the other tells it in',
      'في أحدهما {n}٪ من الكلمات النادرة التي يروي بها الآخر'
    ],
    [
      'neither has more than {n:number}% of the rarer words that the other tells it in',
      'ليس في أي منهما أكثر من {n}٪ من الكلمات النادرة التي يروي بها الآخر'
    ],
    [
      'each has {n:number}% of the rarer words that the other tells it in',
      'في كل منهما {n}٪ من الكلمات النادرة التي يروي بها الآخر'
    ],
    [
      "one has {n:number}% of the other's rarest pairs of words",
      'في أحدهما {n}٪ من أندر أزواج الكلمات في الآخر'
    ],
    [
      'the longer has {n:number} words: the longer, the more they share by chance',
      {
        zero: 'لا كلمات في أطولهما',
        one: 'في أطولهما كلمة واحدة: كلما طال النص زاد ما يشتركان فيه مصادفة',
        two: 'في أطولهما كلمتان: كلما طال النص زاد ما يشتركان فيه مصادفة',
        few: 'في أطولهما {n} كلمات: كلما طال النص زاد ما يشتركان فيه مصادفة',
        many: 'في أطولهما {n} كلمة: كلما طال النص زاد ما يشتركان فيه مصادفة',
        other: 'في أطولهما {n} كلمة: كلما طال النص زاد ما يشتركان فيه مصادفة'
      }
    ],
    ['the other has {n:number}% of the rarer words of the passage', 'في الآخر {n}٪ من كلمات المقطع النادرة'],
    [
      'the other lacks {n:number}% of the rarer words of the passage',
      'ينقص الآخر {n}٪ من كلمات المقطع النادرة'
    ],
    ["the other has {n:number}% of the passage's pairs of words", 'في الآخر {n}٪ من أزواج كلمات المقطع'],

    // Why two are one, or are not.
    ['one report tells of them as two', 'تقرير واحد يرويهما حادثين'],
    ['They are one and the same telling', 'هما سرد واحد بعينه'],
    ['A person put them together', 'جمعهما شخص'],
    [
      'They are one incident: the signs for it reach the threshold',
      'هما حادث واحد: العلامات الدالة على ذلك تبلغ العتبة'
    ],
    [
      'They are one incident by way of others, which a person put together',
      'هما حادث واحد عن طريق غيرهما، وقد جمعها شخص'
    ],
    [
      'They are one incident by way of another telling: each is like the next',
      'هما حادث واحد عن طريق سرد ثالث: كل منها يشبه ما يليه'
    ],
    [
      'They are one incident by way of {n:number} other tellings: each is like the next',
      {
        zero: 'هما حادث واحد: كل منهما يشبه الآخر',
        one: 'هما حادث واحد عن طريق سرد آخر: كل منها يشبه ما يليه',
        two: 'هما حادث واحد عن طريق سردين آخرين: كل منها يشبه ما يليه',
        few: 'هما حادث واحد عن طريق {n} سرديات أخرى: كل منها يشبه ما يليه',
        many: 'هما حادث واحد عن طريق {n} سردًا آخر: كل منها يشبه ما يليه',
        other: 'هما حادث واحد عن طريق {n} سرد آخر: كل منها يشبه ما يليه'
      }
    ],
    ['A person said that they are not the same', 'قرر شخص أنهما ليسا واحدًا'],
    ['They are kept apart: {why:sentences}', 'هما منفصلان: {why}'],
    [
      'They are apart: the signs for one incident do not reach the threshold',
      'هما منفصلان: العلامات الدالة على حادث واحد لا تبلغ العتبة'
    ],
    [
      'They are apart: they have neither place and day nor a rare word in common, and are not compared',
      'هما منفصلان: لا يجمعهما مكان ويوم ولا كلمة نادرة، فلم يُقارنا'
    ],
    [
      'They are alike, but others of their incidents speak against it',
      'هما متشابهان، لكن غيرهما في حادثيهما يشهد بخلاف ذلك'
    ],
    [
      'They are alike, but {a} and {b} of their incidents are kept apart: {why:sentences}',
      'هما متشابهان، لكن {a} و{b} في حادثيهما منفصلان: {why}'
    ],
    ['a person said so', 'قرر ذلك شخص'],

    // Why a report belongs to an incident, by a ruling.
    ['{who} moved claims here', 'نقل إفادات إلى هنا: {who}'],
    ['{who} moved claims here: {reason}', 'نقل إفادات إلى هنا: {who}. السبب: {reason}'],
    ['{who} put them together', 'جمعهما بقرار: {who}'],
    ['{who} put them together: {reason}', 'جمعهما بقرار: {who}. السبب: {reason}'],
    ['{who} added it', 'أضافه بقرار: {who}'],
    ['{who} added it: {reason}', 'أضافه بقرار: {who}. السبب: {reason}'],
    ['{who} moved claims here', 'نقل إليه إفادات بقرار: {who}'],
    ['{who} moved claims here: {reason}', 'نقل إليه إفادات بقرار: {who}. السبب: {reason}'],
    ['{who} says that it belongs here', 'نسبه إلى هذا الحادث بقرار: {who}'],
    ['{who} says that it belongs here: {reason}', 'نسبه إلى هذا الحادث بقرار: {who}. السبب: {reason}'],

    // Why a word is withheld from the public.
    ['stands before a word of names', 'يسبق كلمة من كلمات الأسماء'],
    ['part of a name', 'جزء من اسم'],
    ['behind a word that names stand behind', 'بعد كلمة تليها الأسماء'],
    ['no ordinary word of the list', 'ليس من الكلمات المعتادة في القائمة'],
    ['a capital within a sentence, and no name of a list', 'حرف كبير داخل جملة، وليس اسمًا في قائمة'],
    ['the recogniser reads it as the name of a person', 'قرأه المميِّز الآلي اسم شخص'],
    ['stands with a name', 'بجوار اسم'],
    ['stands with a name in a heading', 'بجوار اسم في عنوان'],
    ['a capitalised word that no list explains', 'كلمة بحرف كبير لا تفسرها أي قائمة'],
    ['an age stands behind it', 'يليه عمر'],
    ['it speaks, and is no word for a body', 'ينسب إليه قول، وليس اسم هيئة'],
    ['a relative', 'قريب لشخص'],
    ['a title stands before it', 'يسبقه لقب'],
    ['behind "{words}"', 'بعد «{words}»'],
    ['listed as a given name', 'في قائمة الأسماء الشخصية'],
    ['initials', 'أحرف أولى من اسم'],
    ['an account of a network', 'حساب على شبكة اجتماعية'],
    ['of a script that is not read', 'بخط لا يُقرأ'],
    ['a person restricted it', 'حجبه شخص'],
    ['part of a name that stands elsewhere on the page', 'جزء من اسم يرد في موضع آخر من الصفحة']
  ],
  sentences: [
    ['{one:sentence}; {others:sentences}', '{one}؛ {others}'],
    ['{one:sentence}', '{one}']
  ],
  reasons: [
    ['{who:origin} ({why:sentence}); {others:reasons}', '{who} ({why})؛ {others}'],
    ['{who:origin} ({why:sentence})', '{who} ({why})']
  ],
  names: [
    [
      '{who:origin} and {n:number} others',
      {
        zero: '{who} وحده',
        one: '{who} وأصل آخر',
        two: '{who} وأصلين آخرين',
        few: '{who} و{n} أصول أخرى',
        many: '{who} و{n} أصلًا آخر',
        other: '{who} و{n} أصل آخر'
      }
    ],
    ['{a:origin} and {b:origin}', '{a} و{b}'],
    ['{a:origin}', '{a}']
  ],
  /** Whose account it is, by name; a hedge has no speaker. */
  origin: [
    ['unattributed', 'متحدث غير مسمى'],
    ['{a}', '{a}']
  ],
  /** A number as somebody gives it. */
  count: [
    ['at least {a:number}', '{a} على الأقل'],
    ['{a:number} to {b:number}', 'من {a} إلى {b}'],
    ['{a:number}', '{a}']
  ],
  change: [
    ['{a:span} -> {b:span}: {one:held} against {other:held}', '{a} ← {b}: {one} في مقابل {other}'],
    ['{a:span} -> {b:span}', '{a} ← {b}'],
    ['{b:span}: {one:held} against {other:held}', '{b}: {one} في مقابل {other}'],
    ['{b:span}', '{b}']
  ],
  held: [['{who:names} ({a:count})', '{who} ({a})']],
  span: [
    ['{a:range}, contested', '{a}، مختلف فيه'],
    ['{a:range}', '{a}']
  ],
  range: [
    ['{a:number}-{b:number} or more', '\u2066{a}–{b}\u2069 فأكثر'],
    ['{a:number}-{b:number}', '\u2066{a}–{b}\u2069'],
    ['{a:number} or more', '{a} فأكثر'],
    ['{a:number}', '{a}']
  ],
  outcomes: [
    ['{a:outcome}, {others:outcomes}', '{a}، {others}'],
    ['{a:outcome}', '{a}']
  ],
  /** Of a fact: what, when, where. */
  value: [
    ['{a:type}', '{a}'],
    ['{a:day} to {b:day}', 'من {a} إلى {b}'],
    ['{a:day}', '{a}'],
    ['{a}', '{a}']
  ],
  items: [
    ['{a:item}, {others:items}', '{a}، {others}'],
    ['{a:item}', '{a}']
  ],
  item: [
    ['{a:type}', '{a}'],
    ['{a}', '{a}']
  ],
  years: [
    ['{a:year}, {others:years}', '{a}، {others}'],
    ['{a:year}', '{a}']
  ],
  /** A type of event or a family of such types; a family whose types have its name is said as they are. */
  kind: [
    ['{a:type}', '{a}'],
    ['explosion', 'انفجار أو قصف'],
    ['crowd-control', 'فض حشود'],
    ['detention', 'احتجاز'],
    ['justice', 'قضاء'],
    ['posture', 'تحركات قوات'],
    ['aftermath', 'ما بعد الحدث'],
    ['context', 'سياق'],
    ['words', 'أقوال']
  ]
}

export const say = sayerOf(sentences)
