export { showValue } from '../threshold-kind.ts';
export { type ChartData, chart } from './chart.ts';
export { ratioInterval, ratioTest } from './exact.ts';
export { judge } from './judge.ts';
export { sampleOf, shiftOf } from './mann-whitney.ts';
export { type Scored, scoreOf } from './score.ts';
export { TOLERATE } from './tolerate.ts';
export type * from './types.ts';
export { type Occasion, wanted } from './wanted.ts';
