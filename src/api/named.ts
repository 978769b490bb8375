/** Shapes of src/model under their names in the document of the API. */
import '@hono/zod-openapi'
import type {z} from 'zod'

/** A copy: zod can only name what is made after its extension was loaded, and the model is often loaded before. */
export function named<Shape extends z.ZodType>(name: string, shape: Shape): Shape {
  return shape.clone().openapi(name)
}
