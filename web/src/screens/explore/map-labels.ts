/** Names of countries and larger towns, from our own gazetteer as it is when the page is built (web/label-data.ts). */
import data from 'virtual:map-labels'
import type {Locale} from '../../messages/words.ts'
import {xOf, yOf} from './map-marks.ts'

export interface MapLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly kind: 'country' | 'town'
  /** From which zoom it is shown. */
  readonly zoom: number
}

/** The most important first. */
export function mapLabels(locale: Locale): MapLabel[] {
  const names = new Intl.DisplayNames(locale, {type: 'region'})
  const countries = data.countries.map(([code, lat, lon, zoom]): MapLabel => {
    const name = names.of(code) ?? code
    return {
      text: locale === 'en' ? name.toUpperCase() : name,
      x: xOf(lon),
      y: yOf(lat),
      kind: 'country',
      zoom
    }
  })
  const towns = data.towns.map(([name, lat, lon, weight, local]): MapLabel => {
    return {
      text: (locale === 'ar' && local) || name,
      x: xOf(lon),
      y: yOf(lat),
      kind: 'town',
      // One of eight million people from zoom 3.5, one of a hundred thousand from zoom 7.
      zoom: Math.max(3.5, 7 - Math.log2(weight / 100_000) * 0.55)
    }
  })
  return [...countries, ...towns]
}
