/** Sends a file and tells how far it is; fetch cannot, so this is the one XMLHttpRequest of the portal. */
import { errorOf, networkError } from '@/api/errors'

export interface Sent {
  name?: string
  fileName?: string
  id?: string | number
  [more: string]: unknown
}

type Progress = (done: number) => void

/** The file among the words of a form. */
export function send(url: string, file: File, words: Record<string, string>, progress: Progress): Promise<Sent> {
  const form = new FormData()
  for (const [name, value] of Object.entries(words)) form.set(name, value)
  form.set('file', file)
  return post(url, form, progress)
}

/** The file alone as the body: nothing of it is held in memory on either side. */
export const sendAlone = (url: string, file: File, progress: Progress): Promise<Sent> => post(url, file, progress)

function post(url: string, content: FormData | File, progress: Progress): Promise<Sent> {
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
    request.send(content)
  })
}
