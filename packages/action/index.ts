export {
  type Definition,
  defineAction,
  type Input,
  type Inputs,
  type InputsOf,
  input,
  type OutputsOf,
} from './define.ts';
export { type InputProblem, parseInputs, type RawInputs, secretInputs } from './parse.ts';
export { renderActionYaml, renderReadme } from './render.ts';
