export { compareFigures, differing } from './figures/compare.ts'
export type { Figure, Unit } from './figures/figure.ts'
export { figuresIn } from './figures/figures-in.ts'
