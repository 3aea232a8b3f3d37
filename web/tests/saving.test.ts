/** What a chart's table becomes as a file. */
import { expect, test } from 'vitest'
import { csv } from '../src/charts/saving.ts'

const columns = [
  { key: 'name', title: '城市' },
  { key: 'value', title: '企业数（家）', format: 'number' as const },
]

test('a table becomes CSV that a spreadsheet reads as UTF-8, numbers ungrouped', () => {
  expect(csv(columns, [{ name: '东营', value: 1261 }])).toBe('\uFEFF"城市","企业数（家）"\r\n"东营",1261\r\n')
})

test('quotes are doubled, gaps stay empty', () => {
  expect(csv(columns, [{ name: '甲"乙', value: null }])).toContain('"甲""乙",\r\n')
})

test('a text that a spreadsheet would run is made plain, a negative number stays one', () => {
  expect(csv(columns, [{ name: '=1+1', value: -4 }])).toContain(`"'=1+1",-4`)
})
