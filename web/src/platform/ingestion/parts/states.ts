/** How an import stands, in words and colours. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import { number } from '@/i18n/formats'
import type { Tone } from '@/ui/tones'

type Import = Schema<'ImportView'>

const TONES: Record<Import['status'], Tone> = { waiting: 'neutral', running: 'primary', done: 'good', failed: 'bad' }

export const stateOf = ({ status }: Import): { text: string; tone: Tone } => ({ text: t(`ingestion.imports.${status}`), tone: TONES[status] })

export const isUnderWay = ({ status }: Import): boolean => status === 'waiting' || status === 'running'

export const progressOf = ({ rowsDone, rowsTotal }: Import): string =>
  rowsTotal === null
    ? t('ingestion.imports.rows', { done: number(rowsDone) })
    : t('ingestion.imports.rowsOf', { done: number(rowsDone), total: number(rowsTotal) })
