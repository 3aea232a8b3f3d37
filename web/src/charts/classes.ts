/** Five classes of a map: round borders that split the values about evenly. */
const CLASSES = 5

/** Two figures that matter: 187 → 190. */
function round(value: number): number {
  if (value === 0) return 0
  const size = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1)
  return Math.round(value / size) * size
}

/** The borders between classes, rising; fewer where the values do not tell five classes apart. */
export function borders(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return []
  const found = Array.from({ length: CLASSES - 1 }, (_, i) => round(sorted[Math.floor(((i + 1) / CLASSES) * sorted.length)]!))
  return [...new Set(found)].filter((border) => border > sorted[0]!)
}

/** Which class a value belongs to: as many borders as it has reached. */
export const classOf = (value: number, limits: number[]): number => limits.filter((limit) => value >= limit).length

/** Few classes still use the whole ramp. */
export const shade = (index: number, limits: number[]): number => (limits.length === 0 ? CLASSES - 1 : Math.round((index / limits.length) * (CLASSES - 1)))
