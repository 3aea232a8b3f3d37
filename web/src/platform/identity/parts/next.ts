/** Where to go afterwards: only a path of this portal, for an address from outside must not lead outside. */
export const nextPath = (wanted: unknown): string => (typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) ? wanted : '/')
