/** `fail-on` -> `failOn`: YAML keys and input names are kebab-case, properties are camelCase. */
export type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

export function camelCase<S extends string>(name: S): CamelCase<S> {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<S>;
}
