/** Headers of every answer (SAFETY H6): nothing from elsewhere, no inline script, no frame of others. */
import type {MiddlewareHandler} from 'hono'
import {secureHeaders} from 'hono/secure-headers'

const usual = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    // MapLibre sets styles on its elements and makes pictures from blobs.
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"]
  },
  // Other names of the same domain are not ours to decide about.
  strictTransportSecurity: 'max-age=15552000',
  referrerPolicy: 'no-referrer'
})

/** What a route sets by itself stays: the sandbox of a captured page, the referrer of a form. */
const ownHeaders = ['content-security-policy', 'referrer-policy']

export const safeHeaders: MiddlewareHandler = async (context, next) => {
  const own = new Map<string, string>()
  await usual(context, async () => {
    await next()
    for (const name of ownHeaders) {
      const value = context.res.headers.get(name)
      if (value !== null) own.set(name, value)
    }
  })
  for (const [name, value] of own) context.res.headers.set(name, value)
}
