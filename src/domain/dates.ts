const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Whether a text is a date that exists: `2025`, `2025-05` or `2025-05-21`. */
export function isPartialDate(text: string): boolean {
  const parts = shape.exec(text)
  if (!parts) return false
  const [, year = '', month = '01', day = '01'] = parts
  const at = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === `${year}-${month}-${day}`
}
