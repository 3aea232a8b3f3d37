import { expect, test } from 'vitest'
import { shandong } from '../scripts/shandong.ts'

const map = shandong()

test('Shandong has sixteen cities, and Laiwu is a part of Jinan', () => {
  expect(map.features.map((each) => each.properties.code)).toEqual([
    '370100', '370200', '370300', '370400', '370500', '370600', '370700', '370800', '370900', '371000', '371100', '371300', '371400', '371500', '371600', '371700',
  ])
})

test('Jinan is one outline that reaches where Laiwu was', () => {
  const [jinan] = map.features
  const [outline] = jinan!.geometry.coordinates

  expect(jinan!.geometry.coordinates).toHaveLength(1)
  expect(outline!).toHaveLength(1)
  expect(Math.max(...outline![0]!.map(([x]) => x))).toBeGreaterThan(117.9)
})

test('every outline is closed, lies in the province and has a label inside its box', () => {
  for (const { geometry, properties } of map.features) {
    const points = geometry.coordinates.flat(2)
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]

    for (const [outline] of geometry.coordinates) expect(outline!.at(-1)).toEqual(outline![0])
    expect(Math.min(...xs)).toBeGreaterThan(114.7)
    expect(Math.max(...ys)).toBeLessThan(38.5)
    expect(properties.cp[0]).toBeGreaterThan(Math.min(...xs))
    expect(properties.cp[0]).toBeLessThan(Math.max(...xs))
  }
})
