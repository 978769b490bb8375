/** Claims of all reports, searched. */
export const claims = {
  'claims.search': 'Words of the statement',
  'claims.source': 'who says it',
  'claims.about': 'about',
  'claims.kind': 'speaker',
  'claims.polarity': 'said to be so',
  'claims.any': 'any',
  'claims.clear': 'Clear all filters',
  'claims.order': 'of the newest reports first',
  'claims.ofIncidents': 'place, side, days, contested: of incidents that the report tells of',
  'claims.nothing': 'No claim fits these filters.',
  'claims.choose': 'Choose a claim',
  'claims.exact': 'Exact words',
  'claims.what': 'What it says',
  'claims.who': 'Who says it, and where',
  'claims.in': 'Its report tells of',
  'claims.inNone': 'Its report is in no incident.',
  'claims.ofGroup': '{what}, {group}',

  'claims.key.next': 'Next claim',
  'claims.key.previous': 'Previous claim',
  'claims.key.open': 'In its report',
  'claims.key.incident': 'In the matrix'
} as const
