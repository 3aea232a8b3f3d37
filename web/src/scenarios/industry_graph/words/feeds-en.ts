/** Words of the data sets that the graph reads. */
import type { Translation } from '@/i18n'
import type zhCN from './feeds-zh-CN'

export default {
  title: 'Data sets that are read',
  definition: 'Data sets of the warehouse can state supply, or products of firms: each new version is all that this source says. Only columns of grade 2 and below that hold nothing personal are read.',
  none: 'No data set is read yet',
  noneHint: 'Declare a table in the warehouse, then choose its columns here.',
  add: 'Read a data set',
  kind: 'What it states',
  kinds: { supply: 'Supply', products: 'Products of firms' },
  dataSet: 'Data set',
  columns: 'Columns used',
  confidence: 'Confidence (0–1)',
  state: 'State',
  waiting: 'Waiting to be read',
  unread: 'Cannot be read',
  read: 'Version {version} read',
  readAt: 'Read at',
  outcome: 'Outcome',
  now: 'Read again now',
  queued: 'Queued',
  end: 'Stop reading',
  endMessage: 'The supply and products taken from it end; the past is kept.',
  ended: 'No longer read',
  set: 'Chosen; it is being read in the background',
  part: {
    upstream: 'Column of the upstream product',
    downstream: 'Column of the downstream product',
    weight: 'Column of the weight',
    relation: 'Column of the relation',
    company: 'Column of the firm (full name or credit code)',
    product: 'Column of the product',
  },
} satisfies Translation<typeof zhCN>
