/** Taking incidents out, in forms that other tools read. */
export const exporting = {
  'export.which': 'Which',
  'export.which.all': 'Those listed: {count} of {total}',
  'export.which.every': {one: 'The one there is', other: 'All {n}'},
  'export.which.one': 'The one that is open',
  'export.which.selected': {one: 'The {n} that is selected', other: 'The {n} that are selected'},
  'export.counting': 'Counting …',
  'export.format': 'As',
  'export.rule': 'Whose figures',
  'export.rule.own': '{rule}, as usual',
  'export.language': 'In',
  'export.redact': 'For anybody',
  'export.redact.what':
    'Whatever may be the name of a private person and was not cleared reads [name]; contacts are taken out, places are cells of the grid.',
  'export.redact.always': 'Always so for you: the right to read what is restricted is missing.',
  'export.packed': 'With the texts, so that others can check every quote',
  'export.packed.what': 'A ZIP. “dateline verify FILE.zip” checks it on any machine, without this desk.',
  'export.start': 'Export',
  'export.making': 'It is being made. It comes whole, or not at all.',
  'export.done': {one: '{n} incident is in {file}', other: '{n} incidents are in {file}'},
  'export.rows': {one: '{n} row', other: '{n} rows'},
  'export.leftOut': {one: '{n} left out', other: '{n} left out'},
  'export.hash': 'SHA-256 of the file',
  'export.manifest': 'Save its manifest',
  'export.nothing': 'There is nothing to export.',
  'export.group.other': 'Of the shape of other datasets; they are not those datasets'
} as const
