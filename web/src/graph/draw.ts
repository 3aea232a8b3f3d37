/** Paints a scene: one stroke for all edges of a kind and one fill for all nodes of a kind, names where there is room. */
import { type Camera, type Name, toScreen } from '@/graph/camera'
import type { GraphNode, Link, Scene } from '@/graph/scene'
import { trace } from '@/graph/shapes'
import type { Palette } from '@/styles/theme'

export interface View {
  scene: Scene
  camera: Camera
  width: number
  height: number
  /** While it moves, only the strongest edges are drawn. */
  moving: boolean
  /** The node whose neighbourhood stands out. */
  focus: number | null
  chosen: Link | null
  /** Kinds of nodes in the order of their colours and shapes. */
  kinds: string[]
  /** Kinds of edges drawn dashed. */
  dashed: Set<string>
  colours: Palette
}

const MOVING_EDGES = 2500
const FAINT = 0.14
const WIDTHS = [0.5, 1, 2] // by a third of the strongest weight
const SMALLEST = 2.5
const SHAPED = 3 // pixels below which a moving shape cannot be told from a square
const MOST_LABELS = 220
const MOVING_LABELS = 40
const TRIES = 400 // names tried for room, largest first
const NAMED = 6 // pixels from which a node of no rank is named too

export function paint(context: CanvasRenderingContext2D, view: View): void {
  context.clearRect(0, 0, view.width, view.height)
  context.lineCap = 'round'
  const screen = view.scene.nodes.map((node) => toScreen(view.camera, node.x, node.y))
  edges(context, view, screen)
  nodes(context, view, screen)
  labels(context, view)
}

type Point = [number, number]

const isOut = ([ax, ay]: Point, [bx, by]: Point, { width, height }: View): boolean =>
  (ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height)

const isSeen = (x: number, y: number, r: number, { width, height }: View): boolean => x > -r && y > -r && x < width + r && y < height + r

const touches = ({ from, to }: Link, focus: number | null): boolean => from === focus || to === focus

function edges(context: CanvasRenderingContext2D, view: View, screen: Point[]): void {
  const { scene, focus, colours } = view
  const drawn = view.moving ? scene.links.slice(0, MOVING_EDGES) : scene.links
  const batches = new Map<string, [Path2D, number, boolean]>()
  const near = new Path2D()
  for (const link of drawn) {
    const [a, b] = [screen[link.from]!, screen[link.to]!]
    if (isOut(a, b, view)) continue
    const step = Math.min(WIDTHS.length - 1, Math.floor((link.edge.weight / scene.strongest) * WIDTHS.length))
    const dashed = view.dashed.has(link.edge.kind)
    const key = `${step}${dashed}`
    const [path] = batches.get(key) ?? batches.set(key, [new Path2D(), step, dashed]).get(key)!
    const into = touches(link, focus) ? near : path
    into.moveTo(...a)
    into.lineTo(...b)
  }
  context.strokeStyle = colours.text3
  for (const [path, step, dashed] of batches.values()) {
    context.globalAlpha = focus === null ? 0.34 : FAINT
    context.lineWidth = WIDTHS[step]!
    context.setLineDash(dashed ? [4, 3] : [])
    context.stroke(path)
  }
  context.setLineDash([])
  context.globalAlpha = 1
  context.strokeStyle = colours.primary
  context.lineWidth = 1.5
  context.stroke(near)
  if (view.chosen) {
    context.lineWidth = 3
    context.beginPath()
    context.moveTo(...screen[view.chosen.from]!)
    context.lineTo(...screen[view.chosen.to]!)
    context.stroke()
  }
}

export const radius = (size: number, camera: Camera): number => Math.max(size * camera.scale, SMALLEST)

function nodes(context: CanvasRenderingContext2D, view: View, screen: Point[]): void {
  const { scene, camera, focus, colours } = view
  const batches = new Map<string, Path2D>()
  scene.nodes.forEach((node, i) => {
    const [x, y] = screen[i]!
    const r = radius(node.size, camera)
    if (!isSeen(x, y, r, view)) return
    const lit = focus === null || i === focus || scene.neighbours[focus]!.has(i)
    const kind = Math.max(view.kinds.indexOf(node.kind), 0)
    const key = `${lit ? 1 : 0}${kind}`
    if (!batches.has(key)) batches.set(key, new Path2D())
    if (r < SHAPED && view.moving) batches.get(key)!.rect(x - r, y - r, 2 * r, 2 * r)
    else trace(batches.get(key)!, kind, x, y, r)
  })
  context.strokeStyle = colours.panel
  context.lineWidth = 1
  for (const [key, path] of [...batches].sort()) {
    context.globalAlpha = key[0] === '1' ? 1 : FAINT * 2
    context.fillStyle = colours.series[Number(key.slice(1)) % colours.series.length]!
    context.fill(path)
    if (!view.moving) context.stroke(path)
  }
  context.globalAlpha = 1
  if (focus !== null) ring(context, view, focus)
}

function ring(context: CanvasRenderingContext2D, { scene, camera, colours }: View, i: number): void {
  const node = scene.nodes[i]!
  const [x, y] = toScreen(camera, node.x, node.y)
  context.strokeStyle = colours.text1
  context.lineWidth = 2
  context.beginPath()
  context.arc(x, y, radius(node.size, camera) + 4, 0, 2 * Math.PI)
  context.stroke()
}

/** The one in focus first, then its neighbours, then the large. */
function* candidates({ scene, focus }: View): Generator<number> {
  if (focus === null) {
    yield* scene.byImportance.slice(0, TRIES)
    return
  }
  yield focus
  for (const i of scene.byImportance) if (scene.neighbours[focus]!.has(i)) yield i
}

type Box = [left: number, top: number, right: number, bottom: number]

const nameOf = ({ label, badge }: GraphNode): string => (badge ? `${label} ▲${badge}` : label)

const fits = ([left, top, right, bottom]: Box, taken: Box[], { width, height }: View): boolean =>
  right > 0 && bottom > 0 && left < width && top < height && !taken.some((other) => left < other[2] && right > other[0] && top < other[3] && bottom > other[1])

const GAP = 2 // pixels around a name

function lettering(context: CanvasRenderingContext2D, colours: Palette): number {
  const size = colours.rem * 0.75
  context.font = `${size}px ${colours.font}`
  return size
}

/** The names that may be drawn when nothing is in focus, for whoever makes room for them. */
export function names(context: CanvasRenderingContext2D, scene: Scene, colours: Palette): Name[] {
  lettering(context, colours)
  return scene.byImportance.slice(0, MOST_LABELS).map((i) => {
    const node = scene.nodes[i]!
    return { x: node.x, half: context.measureText(nameOf(node)).width / 2 + 2 * GAP }
  })
}

function labels(context: CanvasRenderingContext2D, view: View): void {
  const { scene, camera, colours } = view
  const size = lettering(context, colours)
  context.textAlign = 'center'
  context.textBaseline = 'top'
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = colours.panel
  const taken: Box[] = []
  const most = view.moving ? MOVING_LABELS : MOST_LABELS
  for (const i of candidates(view)) {
    if (taken.length >= most) break
    const node = scene.nodes[i]!
    const [x, y] = toScreen(camera, node.x, node.y)
    const r = radius(node.size, camera)
    if (taken.length >= MOVING_LABELS && r < NAMED && view.focus === null) continue
    const text = nameOf(node)
    const half = context.measureText(text).width / 2 + GAP
    const box: Box = [x - half, y + r + GAP, x + half, y + r + size + 2 * GAP]
    if (!fits(box, taken, view) && i !== view.focus) continue
    taken.push(box)
    context.strokeText(text, x, box[1])
    context.fillStyle = node.badge ? colours.warn : colours.text1
    context.fillText(text, x, box[1])
  }
}
