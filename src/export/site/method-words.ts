/** The words of the methodology page; the values in it come from the configuration. */

const en = {
  intro: [
    'Each page tells of one incident of political violence or unrest: who said what happened, on whose word, in which exact words, and what holds when they disagree. It is made from published reports; nobody here was at the scene.'
  ],
  claimsTitle: 'Claims and accounts',
  claims: [
    'A claim is one statement about one thing, with its words. It is credited to whoever the report credits: outlet, agency, speaker. No claim is changed or removed; what people of this site decide is kept beside it.',
    'An account is one origin. Outlets that copy one wire story, and reports that quote the same spokesperson, are one account, however many they are.'
  ],
  figuresTitle: 'Figures',
  figures: [
    'A figure stands as a range: the lowest and the highest number that an account gives. A best figure is named only where the rule finds one; averages are never made.',
    'A side that has an interest in the matter stays in the range and does not set the best figure by itself, unless it tells something against its interest. A denial stands beside the claim that it denies. Where two accounts cannot both be true, the figure is contested. What the same origin said later takes the place of what it said before.',
    'The grade Confirmed, Fair, Weak, Contested or Discounted follows the scale of Airwars: accepted by whoever did it; two or more credible origins; one; who did it is contested; those who were counted were fighters.'
  ],
  rule: 'Rule',
  version: 'Version',
  reliabilityTitle: 'How far kinds of sources are relied upon',
  reliability:
    'Letters of the Admiralty scale, from A (completely) to F (cannot be judged), where the source is free and where it speaks for a side.',
  kind: 'Kind of source',
  free: 'Free',
  interested: 'Speaks for a side',
  gateTitle: 'Before a page is public',
  gate: 'A page is published by a person, when these hold; where one does not, it takes a stated reason:',
  origins: 'Independent accounts, at least',
  precision: 'The place is known',
  anyPrecision: 'however roughly',
  secondReader: 'Another person has read it',
  redaction: 'A person has looked through the names',
  delay: 'It waits before it is public',
  correctionDelay: 'A correction waits',
  hours: 'hours',
  yes: 'yes',
  no: 'not asked for',
  harmTitle: 'What is withheld',
  harm: [
    'Names of private persons are not published: victims, witnesses, suspects, and all minors. Whatever may be a name and is no registered group, body, office, outlet or place reads [name], in quotations too, until a person has cleared it. More is withheld by this than need be. Mail addresses, telephone numbers and accounts of networks are never published.',
    'Places are shown as a cell of a fixed grid, the same for everybody, never as a point:',
    'Words about bodies and wounds are folded until somebody opens them.'
  ],
  known: 'The place is known',
  width: 'Cell, in degrees',
  correctionsTitle: 'Corrections',
  corrections: [
    'Anybody may ask for a correction, without an account. Each page lists its versions, with what changed and why. Nothing that was published is deleted: a page that is withdrawn leaves its date and the reason.'
  ],
  shown: 'Pages that are public now',
  withdrawn: 'Withdrawn',
  versionsTitle: 'Versions',
  codebook: 'codebook',
  versionsText: 'Each page names the versions by which it was made in its data.'
}

export const methodWords: Readonly<Record<'en' | 'ar', typeof en>> = {
  en,
  ar: {
    intro: [
      'تروي كل صفحة حادثاً واحداً من العنف السياسي أو الاضطراب: من قال ماذا حدث، وعلى لسان من، وبأي كلمات بالضبط، وما الذي يثبت حين يختلفون. وهي مبنية على تقارير منشورة؛ ولم يكن أحد منا في المكان.'
    ],
    claimsTitle: 'الأقوال والروايات',
    claims: [
      'القول عبارة واحدة عن شيء واحد، مع كلماتها. ويُنسب إلى من ينسبه إليه التقرير: الوسيلة والوكالة والمتحدث. لا يُغيَّر قول ولا يُزال؛ وما يقرره القائمون على الموقع يُحفظ إلى جانبه.',
      'الرواية مصدر واحد. الوسائل التي تنسخ خبراً واحداً لوكالة، والتقارير التي تقتبس المتحدث نفسه، رواية واحدة مهما كثرت.'
    ],
    figuresTitle: 'الأرقام',
    figures: [
      'يُعرض الرقم مدىً: أدنى رقم وأعلى رقم تعطيهما رواية. ولا يُذكر رقم أرجح إلا حيث تجده القاعدة؛ ولا تُحسب متوسطات أبداً.',
      'الطرف الذي له مصلحة في الأمر يبقى في المدى ولا يحدد الرقم الأرجح وحده، إلا إذا قال ما يخالف مصلحته. والنفي يقف إلى جانب القول الذي ينفيه. وحيث لا تصح روايتان معاً يكون الرقم مختلَفاً فيه. وما قاله المصدر نفسه لاحقاً يحل محل ما قاله سابقاً.',
      'الدرجات مؤكد ومقبول وضعيف ومختلَف فيه ومستبعد تتبع مقياس Airwars: أقرّ به من فعله؛ مصدران موثوقان أو أكثر؛ مصدر واحد؛ الفاعل مختلَف فيه؛ من عُدّوا كانوا مقاتلين.'
    ],
    rule: 'القاعدة',
    version: 'النسخة',
    reliabilityTitle: 'مدى الاعتماد على أنواع المصادر',
    reliability:
      'أحرف مقياس Admiralty، من A (كلياً) إلى F (لا يمكن الحكم)، حيث المصدر مستقل وحيث يتحدث باسم طرف.',
    kind: 'نوع المصدر',
    free: 'مستقل',
    interested: 'يتحدث باسم طرف',
    gateTitle: 'قبل أن تُنشر الصفحة',
    gate: 'ينشر الصفحةَ شخصٌ حين تتحقق هذه الشروط؛ فإن لم يتحقق أحدها لزم سبب معلن:',
    origins: 'روايات مستقلة، على الأقل',
    precision: 'المكان معروف',
    anyPrecision: 'مهما كان تقريبياً',
    secondReader: 'قرأها شخص آخر',
    redaction: 'راجع شخص الأسماء',
    delay: 'تنتظر قبل النشر',
    correctionDelay: 'ينتظر التصحيح',
    hours: 'ساعة',
    yes: 'نعم',
    no: 'غير مطلوب',
    harmTitle: 'ما يُحجب',
    harm: [
      'لا تُنشر أسماء الأفراد: الضحايا والشهود والمشتبه بهم وجميع القاصرين. كل ما قد يكون اسماً وليس جماعة أو هيئة أو منصباً أو وسيلة أو مكاناً مسجلاً يُقرأ [name]، حتى في الاقتباسات، إلى أن يأذن به شخص. ويُحجب بذلك أكثر مما يلزم. ولا تُنشر أبداً عناوين البريد ولا أرقام الهاتف ولا حسابات الشبكات.',
      'تُعرض الأماكن خانةً من شبكة ثابتة، هي نفسها للجميع، ولا تُعرض نقطةً أبداً:',
      'الكلمات التي تصف الجثث والجراح مطوية إلى أن يفتحها القارئ.'
    ],
    known: 'المكان معروف',
    width: 'الخانة، بالدرجات',
    correctionsTitle: 'التصحيحات',
    corrections: [
      'لأي شخص أن يطلب تصحيحاً دون حساب. وتسرد كل صفحة نسخها وما تغيّر ولماذا. لا يُحذف شيء نُشر: الصفحة المسحوبة تُبقي تاريخها وسببها.'
    ],
    shown: 'الصفحات المنشورة الآن',
    withdrawn: 'المسحوبة',
    versionsTitle: 'النسخ',
    codebook: 'codebook',
    versionsText: 'تذكر كل صفحة في بياناتها النسخ التي صُنعت بها.'
  }
}
