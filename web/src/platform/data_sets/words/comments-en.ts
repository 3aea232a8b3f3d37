/** Words of comments. */
import type { Translation } from '@/i18n'
import type zhCN from './comments-zh-CN'

export default {
  title: 'Comments',
  definition: 'Whoever may see the data set may read and write; followers and those who are answered get a message.',
  none: 'No comments yet',
  noneHint: 'Definitions, questions, uses: written here everybody sees them.',
  write: 'Comment',
  text: 'Comment',
  column: 'On which column',
  columnHint: 'None: on the whole data set',
  onColumn: 'Column {column}',
  answer: 'Answer',
  edit: 'Edit',
  edited: 'Edited {at}',
  withdraw: 'Withdraw',
  withdrawMessage: 'Nobody will see what it said any more.',
  withdrawn: 'Withdrawn',
  written: 'Published',
  save: 'Save',
  saved: 'Saved',
} satisfies Translation<typeof zhCN>
