import { type Packing, packings } from '../../domain/export-format.ts'

/** How much each coding is wanted, by its name (RFC 9110, 12.5.3). */
function weightsIn(header: string): Map<string, number> {
  const parts = header.toLowerCase().split(',')
  return new Map(
    parts.map((part) => {
      const [coding = '', ...parameters] = part.split(';').map((one) => one.trim())
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2)
      return [coding, weight === undefined ? 1 : Number(weight) || 0]
    }),
  )
}

/** How an answer is packed for whoever asks: brotli where they take it as gladly as anything else. */
export function packingFor(acceptEncoding: string | undefined): Packing | null {
  const weights = weightsIn(acceptEncoding ?? '')
  const weightOf = (one: Packing) => weights.get(one) ?? weights.get('*') ?? 0
  const [best] = packings.toSorted((one, other) => weightOf(other) - weightOf(one))
  return best && weightOf(best) > 0 && weightOf(best) >= (weights.get('identity') ?? 0)
    ? best
    : null
}
