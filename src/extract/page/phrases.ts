/** What paragraphs that are no report begin with or are, in the languages of our sources. */

/** "Read also: ...", before a link to another report. */
export const readAlso =
  /^[^\p{L}\p{N}]*(?:(?:read|see|watch|view|listen|learn|find)\b.{0,12}\b(?:also|more|next|now|here|too)|also (?:read|see|on)|more (?:on|from|about|stories|news|like this|coverage|great)|related|recommended|don['’]t miss|up next|you (?:may|might) (?:also )?(?:like|be interested)|what to read|click here|in pictures|video|photos|gallery|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lire (?:aussi|la suite)|à lire|voir aussi|lea (?:también|más)|lee también|ver también|le puede interesar|leggi anche|lesen sie|mehr (?:zum|dazu)|auch interessant|читайте|смотрите|читать|baca (?:juga|selengkapnya)|oku(?:yun|mak)|اقرأ|إقرأ|إقرأوا|شاهد|طالع|المزيد|مواضيع ذات صلة|بیشتر بخوانید|همچنین بخوانید|بخوانید|ببینید|مطالب مرتبط|קראו (?:גם|עוד)|לקריאה|ראו גם|עוד (?:בנושא|בוואלה)|مزید پڑھیں|یہ بھی پڑھیں)/iu

/** Asks the reader for something, and is no report however long it is. */
export const request =
  /^[^\p{L}\p{N}]*(?:sign up (?:for|to|now|here|today|:)|sign up:|subscribe (?:to|now|here|today|for)|follow (?:us|@\w)|like us on|join (?:us on|our (?:whatsapp|telegram|newsletter|channel|\w+ forums))|get (?:the latest|breaking news|our (?:newsletter|app|daily))|download (?:our|the) (?:\w+ )?app\b|(?:click|tap) here|share (?:this|on|via|with)\b|like this (?:story|article)|want more (?:stories|news|like)|all rights reserved|© ?\p{L}|copyright (?:©|\d{4}|\(c\))|(?:this|our) (?:web)?site uses cookies|we use cookies|this slideshow requires|please enable (?:javascript|cookies)|(?:post|leave|add) a (?:comment|reply)|comments? (?:are|is) closed|have (?:a (?:news )?tip|a story)|تابعونا على|اشترك في|جميع الحقوق محفوظة|حقوق النشر|הירשמו ל|כל הזכויות שמורות|עקבו אחרינו|کلیه حقوق|تمامی حقوق|ما را (?:در|دنبال)|подпис(?:ывайтесь|аться|ка) на|все права защищены|suscr[ií]bete|síguenos|todos los derechos|abonnez-vous|inscrivez-vous|suivez-nous|tous droits réservés|assine|siga-nos|todos os direitos|abonnieren sie|alle rechte vorbehalten|bizi takip|tüm hakları)/iu

/** The same where it is no sentence, or stands outside the report. */
export const notice =
  /^[^\p{L}\p{N}]*(?:sign ?up|subscribe|follow\b|join\b|get \p{L}+.{0,40} delivered|loading\b|advert(?:isement|ising)?\b|tell us what|enable javascript|to (?:comment|leave a comment)|comments?\b|contact (?:us|the author)|support (?:our|us)\b|donate\b|copyright\b|(?:first )?(?:published|posted|updated)(?: on| at)?\s*:|last (?:updated|modified)|by clicking|the views expressed|sponsored\b|tags?\s*[:|]|filed under|topics?\s*:|skip to|image \d+ of|print this|e-?mail this|(?:تاريخ النشر|آخر تحديث|نشر في|פורסם|עודכן|منتشر شده|کد خبر|опубликовано|обновлено))/iu

/** A line under a picture or the credit of one. */
export const pictureCredit = new RegExp(
  [
    String.raw`^\(?(?:[Pp]hoto|PHOTO|[Pp]hotograph|[Ii]mage|IMAGE|[Pp]icture|[Ff]otos?|FOTO|[Cc]redit|صورة|الصورة|تصویر|عکس|צילום|[Фф]ото)(?: (?:by|copyright|courtesy(?: of)?|credit|source|caption))?(?:\s*[:/©|]|\s+\p{Lu}[\p{L}.-]+ \p{Lu})`,
    String.raw`^\(?(?:AP Photo|Getty Images|REUTERS/|Reuters/|AFP via|File photo|FILE PHOTO|Image (?:copyright|source|caption))`,
    String.raw`^.{0,80}[|/(] ?(?:Getty Images|Reuters|REUTERS|AFP|AP|EPA|Shutterstock|Anadolu)(?: Images)?\)?$`,
    String.raw`\((?:[Pp]hotos?|[Ii]mage|[Cc]redit|[Pp]icture)\b[^()]{0,60}\)\.?$`
  ].join('|'),
  'u'
)

export const byline =
  /^(?:(?:[Bb]y|BY|Von|VON|Par|PAR|Por|POR|Di|Автор)\s*:?\s+\p{Lu}[^.!?:]{1,80}|(?:بقلم|كتب|کتبه|נכתב על ידי|מאת)\s*:?\s+\p{L}[^.!?؟:]{1,60})$/u
