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

/** A name on the screen: it reaches so many pixels to either side of a place of the graph. */
export interface Name {
  x: number
  half: number
}

const WIDEST = 0.3 // of the screen, kept free for names on one side at most
const ROUNDS = 4 // less room makes a smaller scale, which asks for a little more room

/** Everything in sight, with room beside it for the names at the edges. */
export function fit({ left, top, right, bottom }: Bounds, width: number, height: number, names: Name[] = []): Camera {
  const [w, h] = [right - left || 1, bottom - top || 1]
  const most = Math.max(width * WIDEST, MARGIN)
  const tall = Math.max(height - 2 * MARGIN, 1) / h
  let [before, after, scale] = [MARGIN, MARGIN, 0]
  for (let round = 0; round < ROUNDS; round++) {
    scale = Math.min(Math.max(width - before - after, 1) / w, tall)
    const spare = (width - before - after - w * scale) / 2
    const beyond = (reach: (name: Name) => number): number => names.reduce((more, name) => Math.max(more, reach(name)), MARGIN)
    before = Math.min(most, Math.max(before, beyond(({ x, half }) => half - (x - left) * scale) - spare))
    after = Math.min(most, Math.max(after, beyond(({ x, half }) => half - (right - x) * scale) - spare))
  }
  scale = Math.min(Math.max(width - before - after, 1) / w, tall)
  return { scale, x: before + (width - before - after) / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale }
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
