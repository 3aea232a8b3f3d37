/** Saves what is seen as a picture, at twice the density, on the panel's own ground. */
import { paint, type View } from '@/graph/draw'
import { saveAs } from '@/ui/save'

const DENSITY = 2

export function savePicture(view: View, name: string): void {
  const canvas = document.createElement('canvas')
  canvas.width = view.width * DENSITY
  canvas.height = view.height * DENSITY
  const context = canvas.getContext('2d')!
  context.scale(DENSITY, DENSITY)
  paint(context, { ...view, moving: false })
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = view.colours.panel
  context.fillRect(0, 0, view.width, view.height)
  canvas.toBlob((blob) => saveAs(blob!, `${name}.png`))
}
