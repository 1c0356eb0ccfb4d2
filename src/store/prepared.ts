/**
 * Statements that are asked for again and again are built once for each shape, and kept: to build one takes
 * many times as long as to run it.
 * @param build makes the statement of a shape; its values are placeholders
 */
export function once<Shape, Statement>(
  build: (shape: Shape) => Statement,
): (shape: Shape) => Statement {
  const kept = new Map<string, Statement>()
  return (shape) => {
    const key = JSON.stringify(shape)
    const known = kept.get(key) ?? build(shape)
    kept.set(key, known)
    return known
  }
}
