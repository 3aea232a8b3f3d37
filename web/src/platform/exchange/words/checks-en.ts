/** The checks of a joint test by their ids, in English. */
import type { Translation } from '@/i18n'
import type zhCN from './checks-zh-CN'

export default {
  token: {
    obtained: 'An access token is obtained with id and secret',
    wrong_secret: 'A wrong secret is refused',
    wrong_grant: 'An unsupported grant type is refused',
    wrong_scope: 'A scope that is not granted is refused',
    missing: 'A call without a token is refused',
    expired: 'An expired token is refused',
    revoked: 'A revoked token is refused',
  },
  scope: { missing: 'A token without the interface class is refused' },
  scene: { not_opened: 'A scene that is not granted is refused' },
  user: { not_opened: 'A call on behalf of an unregistered user is refused' },
  signature: {
    missing: 'Missing signature parameters are refused',
    wrong: 'A wrong signature is refused',
    replayed: 'A replayed request is refused',
    clock_offset: 'A timestamp more than five minutes off is refused',
  },
  rules: {
    verb: 'Methods other than GET and POST are refused',
    failure: 'A failure of the server yields -1',
    timeout: 'A timeout yields 105',
    slow: 'A slow answer is still received',
    rate_limit: 'Exceeding the rate limit yields 429',
  },
  enterprise: {
    by_code: 'Five families are looked up by credit code',
    by_name: 'An enterprise is looked up by name',
    unknown: 'An unknown enterprise yields 106 with candidates',
    key_missing: 'Neither code nor name yields 103',
    batch: 'A batch query is answered item by item',
    chain_pull: 'A chain pull pages by cursor without gaps or repeats',
    changes: 'Changes since a moment are pulled',
  },
  report: {
    accepted: 'Sample data of every granted scene are accepted',
    required_missing: 'A missing required field yields 103 with its place',
    snake_case: 'Snake-case names are refused',
    malformed: 'Malformed JSON is refused',
    wrong_encoding: 'Encodings other than UTF-8 are refused',
    too_large: 'More than 10M bytes are refused',
    digest_mismatch: 'A body that differs from its digest is refused',
    repeated: 'A part sent again is not entered twice',
    altered: 'The same part with other content is refused',
    split: 'A batch in parts completes when all have arrived',
    resumed: 'Sending resumes after a broken connection',
    ledger: 'The ledger agrees with what was reported',
  },
  distribution: { pulled: 'Distributed data are pulled', acknowledged: 'What is acknowledged is not sent again' },
} satisfies Translation<typeof zhCN>
