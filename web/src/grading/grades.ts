/** Grades of general data (GB/T 43697-2024 annex H) and what columns are found to hold. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Option } from '@/ui/options'

export type Finding = Schema<'ColumnFindingView'>

/** From this grade on, a column is not for everybody. */
export const SENSITIVE = 2
/** The highest of general data. */
const GENERAL = 4
const LEVELS = [1, 2, 3, 4, 5, 6] as const

/** General data of four grades, important and core data. */
export const levelText = (level: number): string => (level > GENERAL ? t(`grade.levels.${level as 5 | 6}`) : t('grade.general', { level }))

export const levels = (): Option<number>[] => LEVELS.map((value) => ({ value, title: t(`grade.levels.${value}`) }))
