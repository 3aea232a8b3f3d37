/** Where the enterprises come from, as a sentence. */
import { registers, type Sources } from '@/api/sources'
import { date } from '@/i18n/formats'
import { t } from '@/i18n'

/** Who provided most of the enterprises. */
export function mainSource(sources: Sources): string | undefined {
  const [main] = registers(sources)
  return main && `${main.provider} · ${main.title}`
}

export const sourceText = (sources: Sources): string =>
  registers(sources).map((each) => t('portal.cockpit.sourceLine', { provider: each.provider, title: each.title, date: date(each.asOf) })).join(t('portal.cockpit.and'))
