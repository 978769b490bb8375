/// <reference types="vite/client" />
declare module 'virtual:map-labels' {
  const data: import('../label-data.ts').LabelData
  export default data
}
