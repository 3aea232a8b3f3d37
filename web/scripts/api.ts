/** Writes src/api/schema.ts from the OpenAPI documents of the nodes; a path that two have must be the same. */
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }
type Table = Record<string, Json>
interface Document {
  node: string
  paths: Table
  schemas: Table
}

const NODES = ['capability_centre', 'industry_brain', 'factory_gateway']
const OUTPUT = new URL('../src/api/schema.ts', import.meta.url)
const REF = /"#\/components\/schemas\/([^"]+)"/g

function read(node: string): Document {
  const text = readFileSync(new URL(`../openapi/${node}.json`, import.meta.url), 'utf8')
  const { paths, components } = JSON.parse(text) as { paths: Table; components: { schemas: Table } }
  return { node, paths, schemas: components.schemas }
}

/** A schema with everything it refers to spelt out, so that two can be compared whatever their names are. */
function meaning(name: string, schemas: Table, above: string[] = []): string {
  if (above.includes(name)) return `"~${above.length - above.indexOf(name)}"`
  return JSON.stringify(schemas[name]).replace(REF, (_, other: string) => meaning(other, schemas, [...above, name]))
}

/** One name for each meaning: the server's shortest; where that is taken by another meaning, the node's name goes before it. */
function names(documents: Document[]): Map<string, string> {
  const found = new Map<string, { name: string; node: string }>()
  for (const { node, schemas } of documents)
    for (const name of Object.keys(schemas)) {
      const known = found.get(meaning(name, schemas))
      if (!known || name.length < known.name.length) found.set(meaning(name, schemas), { name, node })
    }
  const taken = new Set<string>()
  const chosen = new Map<string, string>()
  for (const [what, { name, node }] of found) {
    const final = taken.has(name) ? `${node}__${name}` : name
    taken.add(final)
    chosen.set(what, final)
  }
  return chosen
}

const documents = NODES.map(read)
const chosen = names(documents)
const paths: Table = {}
const schemas: Table = {}

for (const document of documents) {
  const rename = (name: string): string => chosen.get(meaning(name, document.schemas))!
  const renamed = (value: Json): Json => JSON.parse(JSON.stringify(value).replace(REF, (_, name: string) => `"#/components/schemas/${rename(name)}"`)) as Json
  for (const [name, value] of Object.entries(document.schemas)) schemas[rename(name)] = renamed(value)
  for (const [path, value] of Object.entries(document.paths)) {
    const operation = renamed(value)
    if (path in paths && JSON.stringify(paths[path]) !== JSON.stringify(operation)) throw new Error(`${path} differs between the nodes`)
    paths[path] = operation
  }
}

const whole = { openapi: '3.1.0', info: { title: 'brain', version: '1' }, paths, components: { schemas } } as unknown as OpenAPI3
const source = astToString(await openapiTS(whole, { alphabetize: true }))
writeFileSync(OUTPUT, `/** Written by \`npm run api\` from openapi/*.json; do not edit. */\n/* eslint-disable */\n${source}`)
