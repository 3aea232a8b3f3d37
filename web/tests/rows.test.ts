// @vitest-environment happy-dom
/** Sorting a table: by its headers on a desk, by a choice on a phone. */
import { type App, createApp, h, nextTick, ref } from 'vue'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { i18n } from '@/i18n'
import { isPhone } from '@/ui/phone'
import UiRows from '@/ui/UiRows.vue'

const columns = [
  { key: 'name', title: '名称' },
  { key: 'createdAt', title: '时间', sortable: true },
  { key: 'size', title: '大小', sortable: true },
]
const sort = ref<string | undefined>('')
const asked: (string | undefined)[] = []
let app: App

async function shown(): Promise<HTMLElement> {
  const place = document.body.appendChild(document.createElement('div'))
  const onSort = (next: string | undefined) => {
    asked.push(next)
    sort.value = next ?? ''
  }
  app = createApp({ render: () => h(UiRows as never, { label: '清单', columns, rows: [{ id: 1, name: '甲' }], sort: sort.value, onSort }) }).use(i18n)
  app.mount(place)
  await nextTick()
  return place
}

async function choose(place: HTMLElement, value: string): Promise<void> {
  const select = place.querySelector('select')!
  select.value = value
  select.dispatchEvent(new Event('change'))
  await nextTick()
}

beforeEach(() => {
  sort.value = ''
  asked.length = 0
})
afterEach(() => {
  app.unmount()
  document.body.innerHTML = ''
  isPhone.value = false
})

test('on a desk the sortable headers sort, and there is no choice beside them', async () => {
  const place = await shown()

  expect(place.querySelector('select')).toBeNull()
  expect([...place.querySelectorAll('th button')].map((each) => each.textContent?.trim())).toEqual(['时间', '大小'])
})

test('on a phone the same columns are a choice, largest first, and a press turns the order', async () => {
  isPhone.value = true
  const place = await shown()

  await choose(place, 'size')
  place.querySelector<HTMLButtonElement>('.sorting button')!.click()
  await nextTick()

  expect([...place.querySelectorAll('option')].map((each) => each.value)).toEqual(['', 'createdAt', 'size'])
  expect(asked).toEqual(['-size', 'size'])
  expect(place.querySelector('.sorting button')!.textContent).toContain('升序')
  expect(place.querySelectorAll('th button')).toHaveLength(0)
})

test('on a phone the own order of the list can be had back', async () => {
  isPhone.value = true
  sort.value = '-createdAt'
  const place = await shown()

  expect(place.querySelector('select')!.value).toBe('createdAt')
  await choose(place, '')

  expect(asked).toEqual([undefined])
  expect(place.querySelector('.sorting button')).toBeNull()
})

test('a table that nobody can sort has no choice on a phone either', async () => {
  isPhone.value = true
  sort.value = undefined
  const place = await shown()

  expect(place.querySelector('select')).toBeNull()
})
