/** Where one looks: a point of the graph on a point of the screen, at a scale. */
import type { Bounds } from '@/graph/scene'

export interface Camera {
  x: number
  y: number
  scale: number
}

const MARGIN = 32
const CLOSEST = 40
const FARTHEST = 0.02

export const toScreen = (camera: Camera, x: number, y: number): [number, number] => [x * camera.scale + camera.x, y * camera.scale + camera.y]

export const toWorld = (camera: Camera, x: number, y: number): [number, number] => [(x - camera.x) / camera.scale, (y - camera.y) / camera.scale]

export function fit({ left, top, right, bottom }: Bounds, width: number, height: number): Camera {
  const [w, h] = [right - left || 1, bottom - top || 1]
  const scale = Math.min(Math.max(width - 2 * MARGIN, 1) / w, Math.max(height - 2 * MARGIN, 1) / h)
  return { scale, x: width / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale }
}

/** The place under the pointer stays under it. `home` is the scale at which everything fits. */
export function zoom(camera: Camera, factor: number, x: number, y: number, home: number): Camera {
  const scale = Math.min(Math.max(camera.scale * factor, home * FARTHEST), home * CLOSEST)
  const change = scale / camera.scale
  return { scale, x: x - (x - camera.x) * change, y: y - (y - camera.y) * change }
}

export const pan = (camera: Camera, dx: number, dy: number): Camera => ({ ...camera, x: camera.x + dx, y: camera.y + dy })

/** Moves only as far as needed to bring a place into view. */
export function reveal(camera: Camera, x: number, y: number, width: number, height: number): Camera {
  const [sx, sy] = toScreen(camera, x, y)
  const into = (at: number, size: number): number => Math.min(Math.max(at, MARGIN * 2), Math.max(size - MARGIN * 2, MARGIN * 2)) - at
  return pan(camera, into(sx, width), into(sy, height))
}
