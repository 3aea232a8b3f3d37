/** Words of requests to see values. */
import type { Translation } from '@/i18n'
import type zhCN from './access-zh-CN'

export default {
  title: 'Access requests',
  subtitle: 'Ask to see values that are hidden from you: say what for and until when, a reviewer decides, and leave ends by itself',
  list: 'Requests to see values',
  definition: 'Leave holds for whoever asked, for the columns named and until the day named; a column graded higher since needs to be asked for again. Requests, decisions and withdrawals are audited',
  owner: 'Reviewers',
  columns: 'Columns',
  by: 'Asked by',
  purpose: 'Purpose',
  until: 'Last day',
  untilHint: 'At most 366 days',
  state: 'State',
  states: { waiting: 'Awaits decision', granted: 'Granted', refused: 'Refused', withdrawn: 'Withdrawn' },
  decidedBy: 'Decided by',
  reason: 'Reason',
  empty: 'No requests',
  emptyHint: 'Ask on the page of a data set for columns that are masked or withheld',
  ask: 'Ask to see values',
  asked: 'Asked, awaits decision',
  grant: 'Grant',
  granted: 'Granted, in force at once',
  refusal: 'Refuse',
  withdrawal: 'Withdraw',
  ended: 'Done',
  follow: 'Follow ({count})',
  followed: 'Following ({count})',
} satisfies Translation<typeof zhCN>
