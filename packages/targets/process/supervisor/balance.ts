interface Choice<T> {
  readonly item: T;
  readonly weight: number;
  current: number;
}

/**
 * Smooth weighted round-robin: of any 100 requests exactly the wanted share goes to each side, spread
 * evenly. Weights are percentages down to 0.001%.
 */
export class Balance<T> {
  #choices: Choice<T>[] = [];

  set(items: readonly { item: T; weight: number }[]): void {
    this.#choices = items.map(({ item, weight }) => ({
      item,
      weight: Math.round(weight * 1_000),
      current: 0,
    }));
  }

  /** undefined when nothing has a weight. */
  next(): T | undefined {
    let best: Choice<T> | undefined;
    let total = 0;
    for (const choice of this.#choices) {
      if (choice.weight === 0) continue;
      total += choice.weight;
      choice.current += choice.weight;
      if (!best || choice.current > best.current) best = choice;
    }
    if (best) best.current -= total;
    return best?.item;
  }
}
