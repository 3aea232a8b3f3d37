/** What the server refuses, as one kind of error. */
import { t } from '@/i18n'

export interface FieldError {
  loc: string
  message: string
}

interface RefusalBody {
  code: string
  message: string
  traceId: string
  fields?: FieldError[]
}

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly traceId: string
  readonly fields: FieldError[]
  readonly details: Record<string, unknown>

  constructor(status: number, body: RefusalBody & Record<string, unknown>) {
    super(body.message)
    this.status = status
    this.code = body.code
    this.traceId = body.traceId
    this.fields = body.fields ?? []
    this.details = body
  }
}

const isRefusal = (body: unknown): body is RefusalBody & Record<string, unknown> =>
  typeof body === 'object' && body !== null && 'code' in body && 'message' in body

export async function errorOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null)
  if (isRefusal(body)) return new ApiError(response.status, body)
  const code = response.status >= 500 ? 'unexpected' : `http_${response.status}`
  const traceId = response.headers.get('x-trace-id') ?? ''
  return new ApiError(response.status, { code, message: t('error.unexpected'), traceId })
}

export const networkError = (): ApiError => new ApiError(0, { code: 'network', message: t('error.network'), traceId: '' })

/** Anything thrown, as something that can be shown; a bug stays a bug and is thrown on. */
export function asApiError(thrown: unknown): ApiError {
  if (thrown instanceof ApiError) return thrown
  throw thrown
}
