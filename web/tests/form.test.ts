// @vitest-environment happy-dom
import { type Component, createApp, h, nextTick, ref } from 'vue'
import { createMemoryHistory, createRouter, RouterView } from 'vue-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '@/api/errors'
import { i18n } from '@/i18n'
import type { Field } from '@/ui/fields'
import UiForm from '@/ui/UiForm.vue'

interface Offer {
  name: string
  hours: number | null
}

const fields: Field<Offer>[] = [
  { key: 'name', kind: 'text', title: '名称', required: true },
  { key: 'hours', kind: 'number', title: '机时' },
]
const submit = vi.fn<(offer: Offer) => Promise<void>>()
const offer = ref<Offer>({ name: '', hours: 8 })
let app: ReturnType<typeof createApp>

beforeEach(async () => {
  offer.value = { name: '', hours: 8 }
  submit.mockReset().mockResolvedValue()
  const page = () => h(UiForm as Component, { fields, submit, modelValue: offer.value, 'onUpdate:modelValue': (next: Offer) => (offer.value = next) })
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: { render: page } }] })
  app = createApp({ render: () => h(RouterView) }).use(router).use(i18n)
  await router.push('/')
  app.mount(document.body.appendChild(document.createElement('div')))
})

afterEach(() => {
  app.unmount()
  document.body.replaceChildren()
})

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await nextTick()
}

async function send(): Promise<void> {
  document.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }))
  await settle()
}

const alerts = (): string[] => [...document.querySelectorAll('[role=alert]')].map((each) => each.textContent!.trim())
const refused = (...given: { loc: string; message: string }[]): ApiError => new ApiError(422, { code: 'invalid', message: '输入有误', traceId: 't', fields: given })

test('a missing required field is said at the field, and nothing is sent', async () => {
  await send()

  expect(alerts()).toEqual(['请填写名称'])
  expect(submit).not.toHaveBeenCalled()
})

test('a refusal of the server lands at the field that its location names', async () => {
  offer.value = { name: '硫化机', hours: 8 }
  submit.mockRejectedValue(refused({ loc: '/hours', message: '超过 720 小时' }))
  await settle()
  await send()

  expect(alerts()).toEqual(['超过 720 小时'])
  expect(document.querySelectorAll('input')[1]!.getAttribute('aria-invalid')).toBe('true')
})

test('what belongs to no field stands above the form', async () => {
  offer.value = { name: '硫化机', hours: 8 }
  submit.mockRejectedValue(refused({ loc: '/hours', message: '超过 720 小时' }, { loc: '/creditCode', message: '校验位不正确' }))
  await settle()
  await send()

  expect(alerts()[0]).toContain('输入有误')
  expect(alerts()[0]).toContain('校验位不正确')
  expect(alerts()[1]).toBe('超过 720 小时')
})

test('what was typed is what is sent', async () => {
  const [name, hours] = document.querySelectorAll('input')
  name!.value = '密炼机'
  name!.dispatchEvent(new Event('input'))
  await settle()
  hours!.value = ''
  hours!.dispatchEvent(new Event('input'))
  await settle()
  await send()

  expect(submit).toHaveBeenCalledExactlyOnceWith({ name: '密炼机', hours: null })
  expect(alerts()).toEqual([])
})
