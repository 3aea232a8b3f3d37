/** Where the same rows come as a workbook. */
export function exportUrl(query: object): string {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return `/api/industry-graph/enterprises/export?${words}`
}
