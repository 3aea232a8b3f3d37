/// <reference types="vite/client" />

declare module 'virtual:shandong' {
  const map: {
    type: 'FeatureCollection'
    features: {
      type: 'Feature'
      properties: { code: string; name: string; cp: [number, number] }
      geometry: { type: 'MultiPolygon'; coordinates: [number, number][][][] }
    }[]
  }
  export default map
}
