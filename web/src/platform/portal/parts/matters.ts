/** What needs care, gathered from the rooms that know. */
import type { Schema } from '@/api/client'
import { ago, date, number } from '@/i18n/formats'
import { t } from '@/i18n'
import { either } from '@/i18n/locale'
import type { Matter } from './Attention.vue'
import type { Exchange } from './brain'
import { chain, CONTRADICTIONS } from './lists'

const words = (key: string, values: Record<string, unknown> = {}): string => t(`portal.cockpit.matter.${key}`, values)

function todo(item: Schema<'ItemView'>): Matter {
  const late = item.dueAt !== null && new Date(item.dueAt) < new Date()
  const detail = item.dueAt ? words('due', { date: date(item.dueAt) }) : ago(item.createdAt)
  return { key: `todo/${item.id}`, grade: late ? 'high' : 'medium', title: either(item.title, item.titleEn), detail, to: item.link }
}

export const todos = (page: { items: Schema<'ItemView'>[] } | null): Matter[] => page?.items.map(todo) ?? []

/** Links that are missing or weak, and products nobody makes. */
export function gaps(overview: Schema<'OverviewView'> | null, city: string | null): Matter[] {
  const links = overview?.stages.flatMap((stage) => stage.links) ?? []
  const lacking = links.filter((link) => link.strength.grade === 'missing' || link.strength.grade === 'weak')
  const products = links.flatMap((link) => link.products).filter((product) => product.strength.grade === 'missing')
  return [
    ...lacking.map((link): Matter => ({
      key: `link/${link.code}`,
      grade: link.strength.grade === 'missing' ? 'high' : 'medium',
      title: words(link.strength.grade, { link: either(link.title, link.titleEn) }),
      detail: words('linkDetail', { count: number(link.count.enterprises), score: number(link.strength.score) }),
      to: chain({ link: link.code, region: city }),
    })),
    ...(products.length
      ? [{ key: 'products', grade: 'low', title: words('products', { count: products.length }), detail: products.map((each) => either(each.title, each.titleEn)).join(t('portal.cockpit.and')), to: chain({ product: products[0]!.code }) } satisfies Matter]
      : []),
  ]
}

export const contradictions = (page: { total: number } | null): Matter[] =>
  page?.total ? [{ key: 'contradictions', grade: 'medium', title: words('contradictions', { count: number(page.total) }), detail: words('contradictionsDetail'), to: CONTRADICTIONS }] : []

/** What hinders pulling from and reporting to the centre. */
export function hindrances({ connection, pulls }: Exchange): Matter[] {
  const dead = connection.counts['dead'] ?? 0
  const found: (Matter | false)[] = [
    dead > 0 && { key: 'dead', grade: 'high', title: words('dead', { count: number(dead) }), detail: words('deadDetail'), to: '/exchange/client/dead-letters' },
    connection.clock.status === 'off' && { key: 'clock', grade: 'high', title: words('clock', { seconds: number(connection.clock.offset) }), detail: words('clockDetail'), to: '/exchange/client/applications' },
    !connection.credentials.some((each) => each.environment === 'production' && !each.retiredAt) && { key: 'link', grade: 'medium', title: words('unlinked'), detail: words('unlinkedDetail'), to: '/exchange/client/applications' },
    ...pulls.filter((pull) => pull.problem).map((pull): Matter => ({ key: `pull/${pull.id}`, grade: 'high', title: words('pull', { title: pull.title }), detail: pull.problem!, to: '/exchange/client/pulls' })),
  ]
  return found.filter((each) => each !== false)
}

export const alarms = (open: Schema<'AlarmView'>[]): Matter[] =>
  open.map((alarm) => ({ key: `alarm/${alarm.id}`, grade: 'high', title: words('alarm', { client: alarm.clientId, times: number(alarm.times) }), detail: ago(alarm.lastAt), to: '/exchange/alarms' }))

const QUIET = 7 // days

/** Brains in operation whose newest data are old, or that never reported. */
export const quietBrains = (brains: Schema<'BrainView'>[]): Matter[] =>
  brains
    .filter((brain) => brain.state === 'active' && (brain.freshDays === null || brain.freshDays > QUIET))
    .map((brain) => ({
      key: `quiet/${brain.applicationNumber}`,
      grade: 'medium',
      title: words('quiet', { brain: brain.systemName }),
      detail: brain.freshDays === null ? words('neverReported') : words('quietFor', { count: number(brain.freshDays) }),
      to: `/exchange/applications/${brain.applicationNumber}`,
    }))
