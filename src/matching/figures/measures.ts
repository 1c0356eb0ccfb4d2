import type { Tokens } from './tokens.ts'

/** What a quantity is measured in: its sign, what it is compared in, and how much of that it is. */
export type Measure = { sign: string; base: string; factor: number }

const DAY = 86_400
const YEAR = 365.25 * DAY

const rows: [sign: string, base: string, factor: number, words: string][] = [
  ['mm', 'm', 1e-3, 'mm millimetro millimetri millimetre millimetres millimeter millimeters'],
  ['cm', 'm', 0.01, 'cm centimetro centimetri centimetre centimetres centimeter centimeters'],
  ['m', 'm', 1, 'm mt metro metri metre metres meter meters'],
  ['km', 'm', 1000, 'km chilometro chilometri kilometre kilometres kilometer kilometers'],
  ['mi', 'm', 1609.344, 'miglio miglia mile miles'],
  ['nmi', 'm', 1852, 'miglia_marine miglia_nautiche nautical_miles'],
  ['ft', 'm', 0.3048, 'ft foot feet piedi'],
  ['in', 'm', 0.0254, 'inch inches pollice pollici'],
  ['yd', 'm', 0.9144, 'yard yards iarde'],
  [
    'm²',
    'm²',
    1,
    'mq m² metri_quadrati metri_quadri metro_quadrato metro_quadro square_metres square_meters',
  ],
  [
    'km²',
    'm²',
    1e6,
    'kmq km² chilometri_quadrati chilometri_quadri square_kilometres square_kilometers km_quadrati km_quadri sq_km',
  ],
  ['sq mi', 'm²', 2_589_988, 'square_miles miglia_quadrate'],
  ['sq ft', 'm²', 0.092903, 'square_feet'],
  ['ha', 'm²', 1e4, 'ettaro ettari hectare hectares'],
  ['acre', 'm²', 4046.86, 'acre acres acri acro'],
  ['m³', 'm³', 1, 'mc m³ metri_cubi metro_cubo cubic_metres cubic_meters smc'],
  ['l', 'm³', 1e-3, 'l litro litri litre litres liter liters'],
  ['ml', 'm³', 1e-6, 'ml millilitri millilitres milliliters'],
  ['hl', 'm³', 0.1, 'hl ettolitro ettolitri hectolitres'],
  ['gal', 'm³', 0.00378541, 'gallon gallons galloni'],
  ['bbl', 'm³', 0.158987, 'barile barili barrel barrels'],
  ['mg', 'g', 1e-3, 'mg milligrammo milligrammi milligrams'],
  ['µg', 'g', 1e-6, 'µg microgrammi micrograms'],
  ['g', 'g', 1, 'g gr grammo grammi gram grams'],
  ['hg', 'g', 100, 'etto etti'],
  ['kg', 'g', 1000, 'kg chilo chili chilogrammo chilogrammi kilo kilos kilogram kilograms'],
  ['q', 'g', 1e5, 'quintale quintali'],
  ['t', 'g', 1e6, 't tonnellata tonnellate tonne tonnes ton tons metric_tons'],
  ['Mt', 'g', 1e12, 'megatonnellate'],
  ['lb', 'g', 453.592, 'lb lbs libbra libbre'],
  ['oz', 'g', 28.3495, 'oz ounce ounces'],
  ['s', 's', 1, 'sec secondi seconds'],
  ['min', 's', 60, 'min minuto minuti minute minutes'],
  ['h', 's', 3600, 'h ora ore hour hours hrs'],
  ['d', 's', DAY, 'giorno giorni giornata giornate gg day days'],
  ['wk', 's', 7 * DAY, 'settimana settimane week weeks'],
  ['mo', 's', YEAR / 12, 'mese mesi month months'],
  ['yr', 's', YEAR, 'anno anni year years yr yrs annualità'],
  ['decade', 's', 10 * YEAR, 'decennio decenni decade decades'],
  ['century', 's', 100 * YEAR, 'secolo secoli century centuries'],
  ['W', 'W', 1, 'w watt watts'],
  ['kW', 'W', 1000, 'kw kilowatt kilowatts chilowatt'],
  ['MW', 'W', 1e6, 'mw megawatt megawatts'],
  ['GW', 'W', 1e9, 'gw gigawatt gigawatts'],
  ['Wh', 'Wh', 1, 'wh wattora'],
  ['kWh', 'Wh', 1000, 'kwh kilowattora chilowattora kilowatt_hours kilowatt-hours'],
  ['MWh', 'Wh', 1e6, 'mwh megawattora megawatt_hours'],
  ['GWh', 'Wh', 1e9, 'gwh gigawattora gigawatt_hours'],
  ['TWh', 'Wh', 1e12, 'twh terawattora terawatt_hours'],
  ['V', 'V', 1, 'volt volts'],
  ['Hz', 'Hz', 1, 'hz hertz'],
  ['dB', 'dB', 1, 'db decibel decibels'],
  ['hp', 'W', 745.7, 'cv cavalli hp horsepower'],
  ['kB', 'B', 1e3, 'kb kilobyte kilobytes'],
  ['MB', 'B', 1e6, 'mb megabyte megabytes'],
  ['GB', 'B', 1e9, 'gb giga gigabyte gigabytes'],
  ['TB', 'B', 1e12, 'tb terabyte terabytes'],
  ['kcal', 'kcal', 1, 'kcal calorie calories kilocalorie'],
  ['km/h', 'm/s', 1 / 3.6, 'kmh kph chilometri_orari km_orari'],
  ['mph', 'm/s', 0.44704, 'mph'],
  ['kn', 'm/s', 0.514444, 'nodi knots'],
  ['°', '°C', 1, '° grado gradi degree degrees'],
  ['°C', '°C', 1, '℃ °_c gradi_celsius gradi_centigradi degrees_celsius degrees_c'],
  ['°F', '°F', 1, '℉ °_f gradi_fahrenheit degrees_fahrenheit degrees_f'],
]

const measures = new Map(
  rows.flatMap(([sign, base, factor, words]) =>
    words.split(' ').map((word): [string, Measure] => [word, { sign, base, factor }]),
  ),
)

const bySign = new Map([...measures.values()].map((one): [string, Measure] => [one.sign, one]))

/** What a figure's measure is compared in, and how much of that it is. */
export const scaleOf = (sign: string): { base: string; factor: number } =>
  bySign.get(sign) ?? { base: sign, factor: 1 }

/** Whether it measures time. */
export const isTime = ({ base }: Measure): boolean => base === 's'

/** Letters that are a measure only close to digits, or where no word begins with them. */
const letters = /^[a-z]$/

/** The measure that stands at a place, and the token after it; else null. */
export function measureAt(
  { all, word, language }: Tokens,
  at: number,
): (Measure & { next: number }) | null {
  // `2.7C`
  const degrees = all[at]?.close && all[at]?.capital && /^[cf]$/.test(word(at))
  const warm = degrees && language === 'en' ? measures.get(`°_${word(at)}`) : undefined
  if (warm) return { ...warm, next: at + 1 }
  const two = measures.get(`${word(at)}_${word(at + 1)}`)
  if (two) return { ...two, next: at + 2 }
  const one = measures.get(word(at))
  if (!one) return null
  // `l’anno`, `5G`.
  if (letters.test(word(at)) && (word(at + 1) === "'" || all[at]?.capital)) return null
  const rate = /^(\/ h|all ' ora|al secondo)/.test([1, 2, 3].map((i) => word(at + i)).join(' '))
  if (one.sign === 'km' && rate && word(at + 1) !== 'al') {
    return { sign: 'km/h', base: 'm/s', factor: 1 / 3.6, next: at + (word(at + 1) === '/' ? 3 : 4) }
  }
  if (one.sign === 'mi' && `${word(at + 1)} ${word(at + 2)}` === 'per hour') {
    return { sign: 'mph', base: 'm/s', factor: 0.44704, next: at + 3 }
  }
  return { ...one, next: at + 1 }
}
