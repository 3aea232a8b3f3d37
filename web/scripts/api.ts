/** Writes src/api/schema.ts from the OpenAPI documents of both nodes; what they share must be the same. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const NODES = ['capability_centre', 'industry_brain']
const OUTPUT = new URL('../src/api/schema.ts', import.meta.url)

type Table = Record<string, unknown>

function merge(into: Table, from: Table, place: string): void {
  for (const [name, value] of Object.entries(from)) {
    if (name in into && JSON.stringify(into[name]) !== JSON.stringify(value))
      throw new Error(`${place} ${name} differs between the nodes`)
    into[name] = value
  }
}

const paths: Table = {}
const schemas: Table = {}
for (const node of NODES) {
  const file = new URL(`../openapi/${node}.json`, import.meta.url)
  if (!existsSync(file)) throw new Error(`openapi/${node}.json is missing: let the server dump it first`)
  const document = JSON.parse(readFileSync(file, 'utf8')) as OpenAPI3
  merge(paths, (document.paths ?? {}) as Table, 'path')
  merge(schemas, (document.components?.schemas ?? {}) as Table, 'schema')
}

const whole = { openapi: '3.1.0', info: { title: 'brain', version: '1' }, paths, components: { schemas } } as unknown as OpenAPI3
const source = astToString(await openapiTS(whole, { alphabetize: true }))
writeFileSync(OUTPUT, `/** Written by \`npm run api\` from openapi/*.json; do not edit. */\n/* eslint-disable max-lines */\n${source}`)
