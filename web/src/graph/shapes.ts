/** A shape for each kind, so that colour is not the only sign: circle, square, diamond, triangle, hexagon, pentagon. */
const CORNERS: [count: number, turn: number][] = [
  [0, 0],
  [4, 45],
  [4, 0],
  [3, -90],
  [6, 0],
  [5, -90],
]

export function trace(path: Path2D, kind: number, x: number, y: number, radius: number): void {
  const [count, turn] = CORNERS[kind % CORNERS.length]!
  path.moveTo(x + radius * (count ? Math.cos((turn * Math.PI) / 180) : 1), y + radius * (count ? Math.sin((turn * Math.PI) / 180) : 0))
  if (count === 0) path.arc(x, y, radius, 0, 2 * Math.PI)
  for (let corner = 1; corner < count; corner++) {
    const angle = ((turn + (corner * 360) / count) * Math.PI) / 180
    path.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
  }
  path.closePath()
}

/** The same shape as an SVG path around (8, 8), for legends. */
export function outline(kind: number): string {
  const [count, turn] = CORNERS[kind % CORNERS.length]!
  if (count === 0) return 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z'
  const corners = Array.from({ length: count }, (_, i) => {
    const angle = ((turn + (i * 360) / count) * Math.PI) / 180
    return `${(8 + 7 * Math.cos(angle)).toFixed(2)} ${(8 + 7 * Math.sin(angle)).toFixed(2)}`
  })
  return `M${corners.join('L')}Z`
}
