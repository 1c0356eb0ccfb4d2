/** The forms in which the public verdicts leave, each named as its file ends. */
export const exportFormats = ['json', 'ndjson', 'csv', 'jsonld'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** How what is sent can be packed (RFC 9110, 8.4.1). */
export const packings = ['br', 'gzip'] as const
export type Packing = (typeof packings)[number]
