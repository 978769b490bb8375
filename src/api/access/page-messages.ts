/** What the log-in pages say, in English and Arabic. */
import type {PasswordFault} from './passwords.ts'

const en = {
  logIn: 'Log in',
  setUp: 'Set up',
  secondFactor: 'Second factor',
  name: 'Name',
  password: 'Password',
  newPassword: 'New password',
  passwordRules:
    '12 to 128 characters. Several words that have nothing to do with each other are easy to remember and hard to guess.',
  code: 'Code',
  codeHelp: 'Of your app, if you have a second factor; or a recovery code.',
  goOn: 'Go on',
  wrong: 'Name, password or code is wrong.',
  tooMany: 'Too many attempts. Wait a little and try again.',
  linkOver: 'This link does not hold any more. An admin can make another.',
  noUsers: 'There are no users yet. Use the set-up link that the server printed when it started.',
  firstUser: 'You are the first user, and become admin. Choose a name and a password.',
  chooseFor: 'Choose a password for the user',
  badName: 'The name may have letters, digits, ".", "_" and "-", 64 at most.',
  factorNeeded: 'Your role asks for a second factor when you come from a network.',
  factorSteps:
    'Open an app that makes codes of six digits (TOTP), and add an entry by this picture or by the key under it. Then write the code that it shows.',
  picture: 'QR code of the key; the same stands under it as text',
  key: 'Key',
  openApp: 'Open in an app on this device',
  codeWrong: 'This code is wrong. Look whether the clock of your device is right.',
  recovery: 'Recovery codes',
  recoveryHelp:
    'Keep them where you keep important papers. Each opens once in place of a code, when the device is lost. They are not shown again.',
  toApp: 'To the app',
  other: 'العربية',
  faults: {
    short: 'The password is too short; take 12 characters or more.',
    long: 'The password is too long; take 128 characters or fewer.',
    repeated: 'The password repeats itself.',
    row: 'The password follows the keyboard or the alphabet.',
    common: 'The password is made of words that many people choose.',
    named: 'The password holds your name.'
  } satisfies Record<PasswordFault, string>
}

export type PageMessages = typeof en

const ar: PageMessages = {
  logIn: 'تسجيل الدخول',
  setUp: 'إعداد الحساب',
  secondFactor: 'العامل الثاني',
  name: 'الاسم',
  password: 'كلمة السر',
  newPassword: 'كلمة سر جديدة',
  passwordRules: 'من 12 إلى 128 حرفًا. عدة كلمات لا صلة بينها يسهل تذكرها ويصعب تخمينها.',
  code: 'الرمز',
  codeHelp: 'من تطبيقك إن كان لديك عامل ثانٍ، أو رمز استرداد.',
  goOn: 'متابعة',
  wrong: 'الاسم أو كلمة السر أو الرمز غير صحيح.',
  tooMany: 'محاولات كثيرة. انتظر قليلًا ثم حاول من جديد.',
  linkOver: 'لم يعد هذا الرابط صالحًا. يستطيع المدير إنشاء رابط آخر.',
  noUsers: 'لا يوجد مستخدمون بعد. استعمل رابط الإعداد الذي طبعه الخادم عند تشغيله.',
  firstUser: 'أنت أول مستخدم، وستكون المدير. اختر اسمًا وكلمة سر.',
  chooseFor: 'اختر كلمة سر للمستخدم',
  badName: 'يمكن أن يحتوي الاسم على حروف وأرقام و"." و"_" و"-"، 64 على الأكثر.',
  factorNeeded: 'دورك يتطلب عاملًا ثانيًا عند الدخول من الشبكة.',
  factorSteps:
    'افتح تطبيقًا يصنع رموزًا من ستة أرقام (TOTP)، وأضف حسابًا بهذه الصورة أو بالمفتاح الذي تحتها، ثم اكتب الرمز الظاهر.',
  picture: 'رمز QR للمفتاح؛ والمفتاح نفسه مكتوب تحته',
  key: 'المفتاح',
  openApp: 'فتح في تطبيق على هذا الجهاز',
  codeWrong: 'هذا الرمز غير صحيح. تأكد من صحة ساعة جهازك.',
  recovery: 'رموز الاسترداد',
  recoveryHelp:
    'احفظها حيث تحفظ أوراقك المهمة. كل رمز يفتح مرة واحدة بدل رمز التطبيق إذا ضاع الجهاز. لن تظهر مرة أخرى.',
  toApp: 'إلى التطبيق',
  other: 'English',
  faults: {
    short: 'كلمة السر قصيرة جدًا؛ اختر 12 حرفًا أو أكثر.',
    long: 'كلمة السر طويلة جدًا؛ اختر 128 حرفًا أو أقل.',
    repeated: 'كلمة السر تكرر نفسها.',
    row: 'كلمة السر تتبع ترتيب لوحة المفاتيح أو الحروف.',
    common: 'كلمة السر مكونة من كلمات يختارها كثيرون.',
    named: 'كلمة السر تحتوي على اسمك.'
  }
}

export type PageLanguage = 'en' | 'ar'
export const pageMessages: Readonly<Record<PageLanguage, PageMessages>> = {en, ar}
