/** Words of the data exchange. */
import client from './words/client-zh-CN'

export default { client }
