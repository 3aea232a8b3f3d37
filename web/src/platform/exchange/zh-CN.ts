/** Words of the data exchange: both sides and what they share. */
import centre from './words/centre-zh-CN'
import client from './words/client-zh-CN'
import names from './words/names-zh-CN'

export default { centre, client, names }
