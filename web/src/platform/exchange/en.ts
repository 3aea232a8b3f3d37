/** Words of the data exchange, in English. */
import type { Translation } from '@/i18n'
import client from './words/client-en'
import type zhCN from './zh-CN'

export default { client } satisfies Translation<typeof zhCN>
