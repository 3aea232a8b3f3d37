/** Sends a file and tells how far it is; fetch cannot, so this is the one XMLHttpRequest of the portal. */
import { errorOf, networkError } from '@/api/errors'

export interface Sent {
  name?: string
  fileName?: string
  id?: string | number
  [more: string]: unknown
}

export function send(url: string, file: File, words: Record<string, string>, progress: (done: number) => void): Promise<Sent> {
  const form = new FormData()
  for (const [name, value] of Object.entries(words)) form.set(name, value)
  form.set('file', file)
  const request = new XMLHttpRequest()
  request.open('POST', url)
  request.setRequestHeader('X-Requested-With', 'brain')
  request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0)
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(networkError())
    request.onload = async () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText || '{}') as Sent)
      else reject(await errorOf(new Response(request.responseText, { status: request.status })))
    }
    request.send(form)
  })
}
