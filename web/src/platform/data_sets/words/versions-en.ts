/** Words of versions. */
import type { Translation } from '@/i18n'
import type zhCN from './versions-zh-CN'

export default {
  title: 'Versions',
  definition: 'A version is never changed once published; ask a past one with VERSION AS OF its number, or TIMESTAMP AS OF \'a time\'',
  size: 'Size',
  ask: 'Query',
  all: 'All {count} versions',
  older: 'Earlier version',
  newer: 'Later version',
  compare: 'Compare',
  between: 'Version {older} → {newer}',
  added: 'Added',
  gone: 'Gone',
  changed: 'Changed',
  byColumn: 'Columns that changed most',
  kind: 'Change',
  values: 'Rows (at most 30 of each kind)',
  same: 'But for their origin the rows of both versions are the same.',
} satisfies Translation<typeof zhCN>
