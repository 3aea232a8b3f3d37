/** Where the enterprises come from, as a sentence, and up to which day. */
import type { Schema } from '@/api/client'
import { date } from '@/i18n/formats'
import { t } from '@/i18n'

type Sources = Schema<'ProvisionsView'> | null

/** What gave most comes first. */
const registers = (sources: Sources): Schema<'ProvisionView'>[] => (sources?.items ?? []).filter((each) => each.family === 'basic').sort((a, b) => b.inserted - a.inserted)

/** The day up to which the source that most enterprises come from goes: a small newer one does not make the rest newer. */
export const registeredUntil = (sources: Sources): string | undefined => registers(sources)[0]?.asOf

/** Who provided most of the enterprises. */
export function mainSource(sources: Sources): string | undefined {
  const [main] = registers(sources)
  return main && `${main.provider} · ${main.title}`
}

export const sourceText = (sources: Sources): string =>
  registers(sources).map((each) => t('portal.cockpit.sourceLine', { provider: each.provider, title: each.title, date: date(each.asOf) })).join(t('portal.cockpit.and'))
