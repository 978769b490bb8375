/** The bar, the foot, palette, keys, settings, undo, first use, problems. */
export const frame = {
  'frame.screens': 'Screens',
  'frame.find': 'Search or command',
  'frame.theme': 'Theme',
  'frame.theme.system': 'As the system',
  'frame.theme.light': 'Light',
  'frame.theme.dark': 'Dark',
  'frame.keys': 'Keys',
  'frame.otherLanguage': 'العربية',
  'frame.logOut': 'Log out',
  'frame.skip': 'To the work',
  'frame.reading': 'Reading …',
  'frame.close': 'Close',
  'frame.cancel': 'Cancel',
  'frame.live': 'Live',
  'frame.notLive': 'No live updates',

  'screen.incidents': 'Incidents',
  'screen.reports': 'Reports',

  'palette.title': 'Search or command',
  'palette.none': 'Nothing is called so',
  'palette.screens': 'Screens',
  'palette.commands': 'Commands',
  'palette.incidents': 'Incidents',
  'palette.goTo': 'Go to {screen}',

  'keys.title': 'Keys',
  'keys.here': 'On this screen',
  'keys.everywhere': 'Everywhere',
  'key.help': 'Show the keys',
  'key.palette': 'Search or command',
  'key.undo': 'Undo the last ruling',
  'key.redo': 'Redo it',
  'key.goTo': 'Go to {screen}',
  'key.next': 'Next',
  'key.previous': 'Previous',
  'key.open': 'Open',
  'key.back': 'Back',
  'key.search': 'Search here',

  'pane.list': 'List',
  'pane.work': 'Work',
  'pane.evidence': 'Evidence',
  'pane.widthOf': 'Width of: {pane}',

  'undo.undone': {
    one: 'Undone: {what}. {n} incident changed.',
    other: 'Undone: {what}. {n} incidents changed.'
  },
  'undo.redone': {
    one: 'Redone: {what}. {n} incident changed.',
    other: 'Redone: {what}. {n} incidents changed.'
  },
  'undo.nothing': 'Nothing of yours is left to undo',
  'undo.nothingToRedo': 'Nothing of yours is left to redo',
  'ruling.accept': 'accepted',
  'ruling.reject': 'rejected',
  'ruling.prefer': 'preferred',
  'ruling.correct': 'corrected',
  'ruling.merge': 'merged',
  'ruling.split': 'split',
  'ruling.link': 'linked',
  'ruling.unlink': 'unlinked',
  'ruling.not-the-same': 'not the same',
  'ruling.undo': 'undone',

  'problem.title': 'This did not work',
  'problem.again': 'Try again',
  'problem.unreachable': 'The server does not answer',
  'problem.unreachable.detail': 'Is “dateline serve” still running? What you see may be old.',
  'problem.noScreen': 'There is no such page',

  'start.title': 'Nothing is kept here yet',
  'start.sample': 'Look at the sample dossier',
  'start.sample.what':
    'Nine invented reports of one march: a wire story and its copies, a denial, a toll that rises, one report in Arabic. It takes some seconds.',
  'start.own': 'Read your own reports',
  'start.own.what': 'Texts, feeds, folders or lines of JSON, from the command line:',
  'start.loading': 'Reading the sample …'
} as const
