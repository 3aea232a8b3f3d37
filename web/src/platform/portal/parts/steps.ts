/** The steps that data took to become figures, each with its time. */
import { registeredUntil } from '@/api/sources'
import type { Schema } from '@/api/client'
import { ago, date, datetime, number } from '@/i18n/formats'
import { t } from '@/i18n'
import type { Exchange } from './brain'
import type { Step } from './Freshness.vue'
import { enterprises, GRAPH } from './lists'
import { mainSource } from './sources'

const words = (key: string, values: Record<string, unknown> = {}): string => t(`portal.cockpit.step.${key}`, values)
const when = (at: string | null | undefined): string => (at ? `${datetime(at)}（${ago(at)}）` : '')

const latest = (moments: (string | null)[]): string | undefined => moments.filter((each) => each !== null).sort().at(-1)

function exchanged({ connection, pulls, lastAccepted }: Exchange): Step[] {
  const queued = connection.counts['queued'] ?? 0
  return [
    { key: 'pulled', title: words('pulled'), at: when(latest(pulls.map((pull) => pull.finishedAt))), to: '/exchange/client/pulls' },
    { key: 'reported', title: words('reported'), at: when(lastAccepted?.receivedAt ?? lastAccepted?.confirmedAt), detail: queued ? words('queued', { count: number(queued) }) : undefined, to: '/exchange/client/ledger' },
  ]
}

export function brainSteps(sources: Schema<'ProvisionsView'> | null, exchange: Exchange | null, build: Schema<'BuildView'> | null): Step[] {
  const until = registeredUntil(sources)
  const [pulled, reported] = exchange ? exchanged(exchange) : []
  const steps = [
    { key: 'registered', title: words('registered'), at: until ? date(until) : '', detail: mainSource(sources), to: enterprises() },
    pulled,
    { key: 'built', title: words('built'), at: when(build?.finishedAt), to: GRAPH },
    reported,
  ]
  return steps.filter((each) => each !== undefined)
}

/** One line a source and family, the latest first. */
export const centreSteps = (sources: Schema<'ProvisionsView'> | null): Step[] =>
  (sources?.items ?? []).map((each) => ({
    key: `${each.provider}/${each.title}/${each.family}`,
    title: each.title,
    at: words('until', { date: date(each.asOf) }),
    detail: words('loaded', { family: words(`family.${each.family}`), provider: each.provider, count: number(each.inserted), changed: number(each.changed), time: ago(each.loadedAt) }),
  }))
