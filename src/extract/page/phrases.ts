/** What paragraphs that are no report begin with or are, in the languages of our sources. */

/** "Read also: ...", before a link to another report. */
export const readAlso =
  /^\W*(?:(?:read|see|watch|view|listen|learn|find)\b.{0,12}\b(?:also|more|next|now|here|too)|also (?:read|see|on)|more (?:on|from|about|stories|news|like this|coverage|great)|related|recommended|don['’]t miss|up next|you (?:may|might) (?:also )?(?:like|be interested)|what to read|click here|in pictures|video|photos|gallery|leia (?:também|mais)|veja (?:também|mais)|saiba mais|lire (?:aussi|la suite)|à lire|voir aussi|lea (?:también|más)|lee también|ver también|le puede interesar|leggi anche|lesen sie|mehr (?:zum|dazu)|auch interessant|читайте|смотрите|читать|baca (?:juga|selengkapnya)|oku(?:yun|mak)|اقرأ|إقرأ|إقرأوا|شاهد|طالع|المزيد|مواضيع ذات صلة|بیشتر بخوانید|همچنین بخوانید|بخوانید|ببینید|مطالب مرتبط|קראו (?:גם|עוד)|לקריאה|ראו גם|עוד (?:בנושא|בוואלה)|مزید پڑھیں|یہ بھی پڑھیں)/iu

/** Sign-ups, rights, requests: whole paragraphs, however long. */
export const notice =
  /^\W*(?:sign ?up|subscribe|follow (?:us|@|\p{Lu}\w+ on)|like us|join (?:us|our|the conversation)|get (?:the latest|breaking|our|more|\p{Lu}[\w ]+ delivered)|download (?:our|the) app|(?:click|tap) (?:here|to)|share (?:this|on|via|with)|like this (?:story|article)|want more|tell us what|all rights reserved|©|copyright|this (?:website|site) uses cookies|we use cookies|this slideshow requires|loading\b|advert(?:isement|ising)?\b|please enable|enable javascript|to (?:comment|leave a comment)|post (?:a )?comment|leave a (?:comment|reply)|comments? (?:are|is) closed|have a (?:tip|story)|contact (?:us|the author)|support (?:our|us)|donate|(?:first )?(?:published|posted|updated)(?: on| at)?\s*:|last (?:updated|modified)|by clicking|the views expressed|sponsored|tags?\s*[:|]|filed under|topics?\s*:|skip to|image \d+ of|تابعونا|اشترك|جميع الحقوق|حقوق النشر|שתפו|הירשמו|כל הזכויות|عضو شوید|ما را|کلیه حقوق|подпис(?:ывайтесь|аться)|suscr[ií]bete|síguenos|abonnez|inscrivez|suivez|assine|siga)/iu

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
