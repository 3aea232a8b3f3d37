/** Words of the data exchange, in English. */
import type { Translation } from '@/i18n'
import centre from './words/centre-en'
import client from './words/client-en'
import names from './words/names-en'
import type zhCN from './zh-CN'

export default { centre, client, names } satisfies Translation<typeof zhCN>
