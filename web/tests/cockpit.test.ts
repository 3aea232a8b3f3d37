/** What the cockpit reckons by itself: years without gaps, and where its lists are. */
import { expect, test } from 'vitest'
import { chain, enterprises } from '../src/platform/portal/parts/lists.ts'
import { everyYear, inHundredMillions } from '../src/platform/portal/parts/place.ts'

test('years are shown without gaps: one without enterprises is empty, not nought', () => {
  const years = everyYear([
    { year: 2001, enterprises: 5 },
    { year: 2004, enterprises: 7 },
  ])

  expect(years.map((each) => [each.year, each.found?.enterprises ?? null])).toEqual([[2001, 5], [2002, null], [2003, null], [2004, 7]])
  expect(everyYear([])).toEqual([])
})

test('a city leads to its list, a county to its own within the city', () => {
  expect(enterprises({ region: '370500' })).toEqual({ path: '/data-warehouse/enterprises', query: { city: '370500' } })
  expect(enterprises({ region: '370523', year: 2005 })).toEqual({ path: '/data-warehouse/enterprises', query: { city: '370500', county: '370523', year: '2005-2005' } })
  expect(enterprises()).toEqual({ path: '/data-warehouse/enterprises', query: {} })
})

test('a place in the chain leads to its enterprises', () => {
  expect(chain({ region: null, link: 'tyres', year: 2005 })).toEqual({ path: '/industry-graph/enterprises', query: { link: 'tyres', yearFrom: '2005', yearTo: '2005' } })
})

test('capital is shown in 亿元 to one digit', () => {
  expect(inHundredMillions(16_190_000_000)).toBe(161.9)
})
