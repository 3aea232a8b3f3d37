/** Weighs what was built: the first load and every chunk must stay below 250 KB gzip, and nothing may point off the host. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  isEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}

const BUDGET = 250
const dist = new URL('../../src/brain/webdist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('manifest.json', dist), 'utf8')) as Record<string, Chunk>
const kilobytes = (file: string): number => gzipSync(readFileSync(new URL(file, dist))).length / 1024

/** Everything the browser fetches for a chunk. */
function files(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name]!
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const css of chunk.css ?? []) seen.add(css)
  for (const each of chunk.imports ?? []) files(each, seen)
  return seen
}

const weigh = (all: Iterable<string>): number => [...all].reduce((sum, file) => sum + kilobytes(file), 0)

const entry = Object.keys(manifest).find((name) => manifest[name]!.isEntry)!
const first = files(entry)
for (const name of ['src/layouts/WorkLayout.vue', 'src/platform/portal/pages/home.vue']) files(name, first)
const weights = [{ name: 'first load', size: weigh(first) }]
for (const name of Object.keys(manifest).filter((each) => each !== entry))
  weights.push({ name, size: weigh([...files(name)].filter((file) => !first.has(file))) })

weights.sort((a, b) => b.size - a.size)
for (const { name, size } of weights.slice(0, 8)) process.stdout.write(`${size.toFixed(1).padStart(7)} KB gzip  ${name}\n`)
const heavy = weights.filter(({ size }) => size > BUDGET)
if (heavy.length) throw new Error(`over ${BUDGET} KB gzip: ${heavy.map(({ name }) => name).join(', ')}`)
