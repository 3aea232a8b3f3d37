/** The same keys in English. */
import type { Translation } from '@/i18n'
import type zhCN from './zh-CN'

export default {
  home: {
    title: 'Workbench',
    hello: 'Hello, {name}',
    todos: 'To do',
    noTodos: 'Nothing to do',
    noTodosHint: 'Applications, reviews and warnings that need you appear here.',
    messages: 'Latest messages',
    noMessages: 'No messages',
    entries: 'Functions',
    all: 'View all',
  },
  todos: {
    title: 'To do',
    subtitle: 'What waits for you',
    state: 'State',
    open: 'Open',
    done: 'Done',
    what: 'Item',
    body: 'Details',
    created: 'Created',
    due: 'Due',
    doneAt: 'Done at',
    overdue: 'Overdue',
    dueBy: 'Due {date}',
    empty: 'Nothing to do',
    emptyHint: 'Applications, reviews and warnings that need you appear here.',
  },
  messages: {
    title: 'Messages',
    subtitle: 'Notices that concern you',
    what: 'Title',
    body: 'Text',
    created: 'Time',
    state: 'State',
    unread: 'Unread',
    read: 'Read',
    open: 'Open',
    readAll: 'Mark all as read',
    allRead: 'All marked as read',
    empty: 'No messages',
    emptyHint: 'Results and system notices appear here.',
  },
} satisfies Translation<typeof zhCN>
