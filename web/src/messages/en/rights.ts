/** Roles, and what each permission lets one do. */
export const rights = {
  'right.not': 'Your role here ({role}) does not let you {what}. An admin can give you one that does.',
  'right.known': 'ask who you are',
  'right.own-account': 'change an account of your own',
  'right.read': 'read',
  'right.read-restricted': 'read what is restricted',
  'right.read-audit': 'read the record of changes',
  'right.rule': 'make rulings',
  'right.ingest': 'bring reports in',
  'right.export': 'take data out',
  'right.review': 'give a second reading',
  'right.restrict-names': 'restrict names',
  'right.publish': 'publish',
  'right.operate': 'look after jobs, feeds and backups',
  'right.read-security-log': 'read the security log',
  'right.manage-users': 'manage users'
} as const
