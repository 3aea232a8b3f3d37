/** Fingers and mouse: one drags, two pinch, the wheel zooms, a press without a drag chooses, two presses expand. */
import { onBeforeUnmount, onMounted, type ShallowRef } from 'vue'

export interface Gestures {
  drag: (dx: number, dy: number) => void
  zoom: (factor: number, x: number, y: number) => void
  press: (x: number, y: number) => void
  expand: (x: number, y: number) => void
  hover: (x: number, y: number) => void
  leave: () => void
}

const STILL = 4 // pixels that a pressing finger may tremble
const WHEEL = 0.0015

interface Point {
  x: number
  y: number
}

export function useGestures(surface: Readonly<ShallowRef<HTMLElement | null>>, on: Gestures): void {
  const fingers = new Map<number, Point>()
  let travelled = 0

  const place = (event: MouseEvent): Point => {
    const box = surface.value!.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }

  function down(event: PointerEvent): void {
    surface.value!.setPointerCapture(event.pointerId)
    fingers.set(event.pointerId, place(event))
    if (fingers.size === 1) travelled = 0
  }

  function pinch(id: number, now: Point): void {
    const before = fingers.get(id)!
    const other = [...fingers].find(([each]) => each !== id)![1]
    const distance = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y) || 1
    on.zoom(distance(now) / distance(before), (now.x + other.x) / 2, (now.y + other.y) / 2)
    on.drag((now.x - before.x) / 2, (now.y - before.y) / 2)
    travelled = Infinity
  }

  function move(event: PointerEvent): void {
    const now = place(event)
    const before = fingers.get(event.pointerId)
    if (!before) return on.hover(now.x, now.y)
    if (fingers.size > 1) pinch(event.pointerId, now)
    else {
      travelled += Math.hypot(now.x - before.x, now.y - before.y)
      if (travelled > STILL) on.drag(now.x - before.x, now.y - before.y)
    }
    fingers.set(event.pointerId, now)
  }

  function up(event: PointerEvent): void {
    const { x, y } = place(event)
    const pressed = fingers.delete(event.pointerId) && fingers.size === 0 && travelled <= STILL
    if (pressed && event.type === 'pointerup') on.press(x, y)
  }

  function wheel(event: WheelEvent): void {
    event.preventDefault()
    const { x, y } = place(event)
    on.zoom(Math.exp(-event.deltaY * WHEEL), x, y)
  }

  function twice(event: MouseEvent): void {
    const { x, y } = place(event)
    on.expand(x, y)
  }

  const stop = new AbortController()
  onMounted(() => {
    const element = surface.value!
    const { signal } = stop
    element.addEventListener('pointerdown', down, { signal })
    element.addEventListener('pointermove', move, { signal })
    element.addEventListener('pointerup', up, { signal })
    element.addEventListener('pointercancel', up, { signal })
    element.addEventListener('pointerleave', on.leave, { signal })
    element.addEventListener('wheel', wheel, { signal, passive: false })
    element.addEventListener('dblclick', twice, { signal })
  })
  onBeforeUnmount(() => stop.abort())
}
