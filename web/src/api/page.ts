/** Lists as the server pages them. */
export interface Page<T> {
  items: T[]
  total: number
  page: number
  pageSize: number
}

/** What a table asks for; filters ride beside the four fixed words. */
export interface PageQuery {
  page: number
  pageSize: number
  sort?: string
  q?: string
  [filter: string]: string | number | undefined
}
