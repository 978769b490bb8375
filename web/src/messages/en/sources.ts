/** Sources: the table, one source, who copies whom. */
export const sources = {
  'screen.sources': 'Sources',
  'sources.title': 'Outlets, agencies and speakers',

  'sources.key.next': 'Next source',
  'sources.key.previous': 'Previous source',
  'sources.key.open': 'Open the source',
  'sources.key.table': 'Table',
  'sources.key.graph': 'Who carries whom'
} as const
