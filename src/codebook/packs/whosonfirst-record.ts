/**
 * One record of Who's On First, from a line of JSON: condensed, or a GeoJSON feature as the project publishes it.
 *
 *     {"wofId": 421, "name": "Sadr City", "placetype": "neighbourhood", "lat": 33.4, "lon": 44.5, "gnId": null,
 *      "population": null, "names": {"ara": ["مدينة الصدر"]}, "country": "IQ", "region": 85672447, "county": null, "locality": 3}
 */
import {z} from 'zod'

/** The project writes -1 and 0 where it knows no id. */
const number = z.number().nullish()
const id = number.transform(value => (value !== null && value !== undefined && value > 0 ? value : null))

const Condensed = z.object({
  wofId: z.number().int().positive(),
  name: z.string().min(1),
  placetype: z.string(),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  gnId: id,
  population: number.transform(value => Math.max(0, Math.round(value ?? 0))),
  names: z.record(z.string(), z.array(z.string())).default({}),
  /** ISO 3166-1 alpha-2, or the id of the country's record. */
  country: z.union([z.string(), z.number()]).nullish(),
  region: id,
  county: id,
  locality: id
})

export type WhosOnFirstRecord = z.infer<typeof Condensed>

/** Returns the record, or what is wrong with the line. */
export function recordOf(line: string): WhosOnFirstRecord | {readonly refused: string} {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    return {refused: 'is no JSON'}
  }
  const {properties} = json as {properties?: Record<string, unknown>}
  const {success, data, error} = Condensed.safeParse(properties ? condensed(properties) : json)
  if (!success) {
    const [issue] = error.issues
    return {refused: `${issue!.path.join('.') || 'the record'}: ${issue!.message}`}
  }
  if (data.lat === 0 && data.lon === 0) return {refused: 'lies at 0, 0: its point is unknown'}
  return data
}

function condensed(properties: Record<string, unknown>): unknown {
  const [hierarchy = {}] = (properties['wof:hierarchy'] ?? []) as Record<string, number>[]
  const concordances = (properties['wof:concordances'] ?? {}) as Record<string, unknown>
  const names = Object.entries(properties).flatMap(([key, value]) => {
    const language = /^name:(\w{3})_x_(?:preferred|variant|colloquial)$/.exec(key)?.[1]
    return language ? [[language, value as string[]] as const] : []
  })
  return {
    wofId: properties['wof:id'],
    name: properties['wof:name'],
    placetype: properties['wof:placetype'],
    lat: properties['lbl:latitude'] ?? properties['geom:latitude'],
    lon: properties['lbl:longitude'] ?? properties['geom:longitude'],
    gnId: Number(concordances['gn:id']) || null,
    population: properties['wof:population'] ?? properties['gn:population'],
    names: Object.fromEntries(
      [...Map.groupBy(names, ([language]) => language)].map(([language, own]) => [
        language,
        own.flatMap(([, values]) => values)
      ])
    ),
    country: properties['wof:country'],
    region: hierarchy.region_id,
    county: hierarchy.county_id,
    locality: hierarchy.locality_id
  }
}
