/** What a room of the portal hands to the router. */
import type { Component } from 'vue'
import type { RouteComponent, RouteRecordRaw } from 'vue-router'
import type { Dictionaries } from '@/i18n'

export type Layout = 'work' | 'screen' | 'public'

export interface Page {
  path: string
  /** Key of the title inside the module's own dictionary: `home.title`. */
  title: string
  component: () => Promise<RouteComponent | { default: Component }>
  layout?: Layout
}

export interface Module {
  /** The same name as the room has in Python. */
  name: string
  words: Dictionaries
  routes: Page[]
}

declare module 'vue-router' {
  interface RouteMeta {
    module?: string
    title?: string
    layout?: Layout
  }
}

export const defineModule = (module: Module): Module => module

export const records = ({ name, routes }: Module): RouteRecordRaw[] =>
  routes.map(({ path, title, component, layout = 'work' }) => ({
    path,
    component,
    meta: { module: name, title: `${name}.${title}`, layout },
  }))
