/** Grades of general data (GB/T 43697-2024 annex H) and what columns are found to hold. */
import type { Schema } from '@/api/client'
import { t } from '@/i18n'
import type { Option } from '@/ui/options'

export type Finding = Schema<'ColumnFindingView'>

/** From this grade on, a column is not for everybody. */
export const SENSITIVE = 2
const LEVELS = [1, 2, 3, 4] as const

export const levels = (): Option<number>[] => LEVELS.map((value) => ({ value, title: t(`grading.levels.${value}`) }))
