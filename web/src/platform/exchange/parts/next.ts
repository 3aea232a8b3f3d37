/** What the brain's people have to do now, as one sentence. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'

export function nextStep(application: Schema<'OwnApplicationView'>): string {
  if (application.renewalPending) return t('exchange.client.next.renewal')
  if (application.state === 'active' && application.collectable.includes('production')) return t('exchange.client.next.collect')
  return t(`exchange.client.next.${application.state}`)
}
