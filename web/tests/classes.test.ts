import { expect, test } from 'vitest'
import { borders, classOf, shade } from '@/charts/classes'

const CITIES = [1186, 864, 612, 438, 352, 276, 248, 196, 162, 158, 141, 118, 96, 84, 72, 58]

test('the borders of five classes are round and split the values about evenly', () => {
  expect(borders(CITIES)).toEqual([96, 160, 250, 440])
})

test('values that do not tell five classes apart get fewer', () => {
  expect(borders([5, 5, 5, 5])).toEqual([])
  expect(borders([1, 1, 1, 1, 9])).toEqual([9])
  expect(borders([])).toEqual([])
})

test('a value on a border belongs to the class above', () => {
  expect(classOf(96, [96, 160, 250, 440])).toBe(1)
  expect(classOf(95, [96, 160, 250, 440])).toBe(0)
  expect(classOf(1186, [96, 160, 250, 440])).toBe(4)
})

test('two classes take the ends of the ramp', () => {
  expect([shade(0, [9]), shade(1, [9])]).toEqual([0, 4])
})
