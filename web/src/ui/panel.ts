/** A place in a panel's head where what lies inside may put its own buttons. */
import type { InjectionKey, Ref } from 'vue'

export const PANEL_TOOLS: InjectionKey<Readonly<Ref<HTMLElement | null>>> = Symbol('panel tools')
