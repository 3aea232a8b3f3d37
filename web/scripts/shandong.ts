/** Turns the Apache-2.0 map of Shandong inside echarts 4.9 into GeoJSON with today's sixteen cities, as a lazily loaded module. */
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

type Point = [number, number]
type Ring = Point[]
interface Encoded {
  features: {
    id: string
    properties: { name: string }
    geometry:
      | { type: 'Polygon'; coordinates: string[]; encodeOffsets: Point[] }
      | { type: 'MultiPolygon'; coordinates: string[][]; encodeOffsets: Point[][] }
  }[]
}
interface Area {
  type: 'Feature'
  properties: { code: string; name: string; cp: Point }
  geometry: { type: 'MultiPolygon'; coordinates: Ring[][] }
}

const JINAN = '370100'
const LAIWU = '371200' // became a part of Jinan in January 2019
const SCALE = 1024
const METRES_100 = 1e3 // a thousandth of a degree

/** Where a label sits best: inside the area, clear of its neighbours' labels. */
const LABELS: Record<string, Point> = {
  '370100': [117.13, 36.78], '370200': [120.28, 36.55], '370300': [118.02, 36.72], '370400': [117.44, 34.9],
  '370500': [118.6, 37.62], '370600': [120.85, 37.25], '370700': [119.1, 36.62], '370800': [116.72, 35.48],
  '370900': [116.95, 36.02], '371000': [122.05, 37.13], '371100': [119.08, 35.72], '371300': [118.3, 35.35],
  '371400': [116.7, 37.32], '371500': [115.9, 36.5], '371600': [117.85, 37.63], '371700': [115.75, 35.2],
}

const unzigzag = (value: number): number => (value >> 1) ^ -(value & 1)

function decode(text: string, [startX, startY]: Point): Ring {
  const ring: Ring = []
  let x = startX
  let y = startY
  for (let i = 0; i < text.length; i += 2) {
    x += unzigzag(text.charCodeAt(i) - 64)
    y += unzigzag(text.charCodeAt(i + 1) - 64)
    ring.push([x, y])
  }
  return ring
}

function polygons(geometry: Encoded['features'][number]['geometry']): Ring[][] {
  if (geometry.type === 'Polygon')
    return [geometry.coordinates.map((text, i) => decode(text, geometry.encodeOffsets[i]!))]
  return geometry.coordinates.map((rings, i) => rings.map((text, k) => decode(text, geometry.encodeOffsets[i]![k]!)))
}

/** The outline of two areas that share a border: an edge both walk along, in opposite directions, is no outline. */
function dissolve(rings: Ring[]): Ring[] {
  const name = (from: Point, to: Point): string => `${from}>${to}`
  const edges = new Map<string, [Point, Point]>()
  for (const ring of rings)
    ring.forEach((from, i) => {
      const to = ring[(i + 1) % ring.length]!
      if (String(from) === String(to)) return
      if (!edges.delete(name(to, from))) edges.set(name(from, to), [from, to])
    })
  const next = new Map([...edges.values()].map(([from, to]) => [String(from), to]))
  const outlines: Ring[] = []
  while (next.size) {
    const outline: Ring = []
    let key = next.keys().next().value!
    for (let to = next.get(key); to; to = next.get(key)) {
      next.delete(key)
      outline.push(to)
      key = String(to)
    }
    outlines.push(outline)
  }
  return outlines.sort((a, b) => b.length - a.length)
}

const degrees = (value: number): number => Math.round((value / SCALE) * METRES_100) / METRES_100

function area(code: string, name: string, shape: Ring[][]): Area {
  const coordinates = shape.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(([x, y]): Point => [degrees(x), degrees(y)])))
  return {
    type: 'Feature',
    properties: { code, name, cp: LABELS[code]! },
    geometry: { type: 'MultiPolygon', coordinates },
  }
}

export function shandong(): { type: 'FeatureCollection'; features: Area[] } {
  const source = createRequire(import.meta.url)('echarts4/map/json/province/shandong.json') as Encoded
  const shapes = new Map(source.features.map((f) => [f.id, { name: f.properties.name, shape: polygons(f.geometry) }]))
  const laiwu = shapes.get(LAIWU)!
  const jinan = shapes.get(JINAN)!
  const [outline] = dissolve([...jinan.shape.flat(), ...laiwu.shape.flat()])
  shapes.set(JINAN, { name: jinan.name, shape: [[outline!]] })
  shapes.delete(LAIWU)
  return { type: 'FeatureCollection', features: [...shapes].map(([code, { name, shape }]) => area(code, name, shape)) }
}

export function shandongMap(): Plugin {
  const id = 'virtual:shandong'
  return {
    name: 'shandong-map',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(shandong())}` : null),
  }
}
