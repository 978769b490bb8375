/** Invented reports full of private persons' names, and the names, none of which the public may be given. */

export const privateNames = [
  'Chuquimarca',
  'Delfina',
  'Wenceslao',
  'Tarqui',
  'Yupanquiri',
  'Copacondo',
  'delfi_ch'
]

export const privateReports = [
  {
    url: 'https://example.org/daily/delfina-chuquimarca-shot',
    outlet: 'The Plateau Daily',
    publishedOn: '2024-05-07',
    title: 'Delfina Chuquimarca, 16, shot dead in Oruro march',
    text: `Delfina Chuquimarca, 16, shot dead in Oruro march

ORURO (The Plateau Daily) – Police shot dead Delfina Chuquimarca, a pupil, and wounded four people on Monday when they opened fire on a march in the Bolivian city of Oruro, witnesses said.

Her uncle, Wenceslao Tarqui, said that at least six people were wounded. "They killed Delfina in front of me," Tarqui told The Plateau Daily.

The interior ministry denied that police had killed Chuquimarca. A charred and mutilated body was found near the station on Monday, said Yupanquiri, a shopkeeper.`
  },
  {
    url: 'https://example.org/post/oruro-march',
    outlet: 'Global Morning Post',
    publishedOn: '2024-05-08',
    title: 'One dead as police fire on march in Oruro',
    text: `One dead as police fire on march in Oruro

ORURO (Global Morning Post) – Police killed one person and wounded five when they opened fire on a march in Oruro on Monday, the regional hospital said.

The mother of the dead girl, @delfi_ch on the networks, asked for an inquiry: call +591 2 5551234 or write to c.copacondo@example.org.

Dr. Copacondo of the regional hospital said that five people were treated for gunshot wounds.`
  }
] as const
