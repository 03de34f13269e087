import {
  type AliasEvent,
  constructFromEvents,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml';

/** A parsed node with the offset it stands at. */
export interface YamlNode {
  readonly value: unknown;
  readonly start: number;
  /** Nodes that this one expands to; keeps alias bombs small. */
  readonly count: number;
  readonly entries?: ReadonlyMap<string, { readonly keyStart: number; readonly node: YamlNode }>;
  readonly items?: readonly YamlNode[];
}

export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/** A hand-written file has some hundred nodes; only nested aliases make more of a small file. */
const MAX_NODES = 50_000;

/**
 * Reads one YAML 1.2 document with the position of every key and value. Faults that leave the rest
 * readable (a duplicate key, an unknown anchor) are collected; a syntax error ends the reading.
 * `root` is undefined when there is no document.
 */
export function parseYaml(source: string): { root: YamlNode | undefined; faults: Fault[] } {
  let events: Event[];
  try {
    events = parseEvents(source, { maxDepth: 50 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { root: undefined, faults: [{ offset: error.mark?.position ?? 0, message: hint(error.reason) }] };
  }
  const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length;
  if (documents === 0) return { root: undefined, faults: [] };
  const composer = new Composer(source, events);
  const root = composer.document();
  if (documents > 1) {
    composer.faults.unshift({
      offset: composer.nextDocument(),
      message: 'a second document starts here; one document is expected: remove the "---" before it',
    });
  }
  return { root, faults: composer.faults };
}

function hint(reason: string): string {
  if (reason.includes('tab characters')) return `${reason}: indent with spaces`;
  return `not valid YAML: ${reason}`;
}

class Composer {
  readonly faults: Fault[] = [];
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, YamlNode | 'open'>();
  #at = 0;

  constructor(source: string, events: readonly Event[]) {
    this.#source = source;
    this.#events = events;
  }

  document(): YamlNode | undefined {
    this.#at = 1;
    return this.#peek()?.type === EVENT_ID.POP ? undefined : this.#node(0);
  }

  /** Offset of the first node after the document that was read. */
  nextDocument(): number {
    const rest = this.#events.slice(this.#at + 2);
    return rest.map(startOf).find((start) => start >= 0) ?? this.#source.length;
  }

  #peek(): Event | undefined {
    return this.#events[this.#at];
  }

  /** `near` is where an empty node is said to stand: after its key. */
  #node(near: number): YamlNode {
    const event = this.#events[this.#at++];
    if (event?.type === EVENT_ID.ALIAS) return this.#alias(event);
    if (!event || event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      throw new TypeError('the YAML events are not balanced');
    }
    const anchor = event.anchorStart < 0 ? '' : this.#source.slice(event.anchorStart, event.anchorEnd);
    if (anchor) this.#anchors.set(anchor, 'open');
    const node =
      event.type === EVENT_ID.SCALAR
        ? this.#scalar(event, near)
        : event.type === EVENT_ID.MAPPING
          ? this.#mapping(this.#tagless(event))
          : this.#sequence(this.#tagless(event));
    if (anchor) this.#anchors.set(anchor, node);
    return node;
  }

  #tagless(event: { start: number; tagStart: number; tagEnd: number }): number {
    const tag = event.tagStart < 0 ? '' : this.#source.slice(event.tagStart, event.tagEnd);
    if (tag && tag !== '!!map' && tag !== '!!seq')
      this.#fault(event.tagStart, `unknown tag ${tag}: remove it`);
    return event.start;
  }

  #scalar(event: ScalarEvent, near: number): YamlNode {
    const start = event.valueStart < 0 ? near : quoteStart(event);
    const document: Event = {
      type: EVENT_ID.DOCUMENT,
      explicitStart: false,
      explicitEnd: false,
      directives: [],
    };
    try {
      const [value] = constructFromEvents([document, event, { type: EVENT_ID.POP }], {
        source: this.#source,
      });
      return { value, start, count: 1 };
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      this.#fault(event.tagStart < 0 ? start : event.tagStart, `not valid YAML: ${error.reason}`);
      return { value: undefined, start, count: 1 };
    }
  }

  #alias(event: AliasEvent): YamlNode {
    const name = this.#source.slice(event.anchorStart, event.anchorEnd);
    const start = event.anchorStart - 1;
    const target = this.#anchors.get(name);
    if (target && target !== 'open') return pinned(target, start);
    this.#fault(
      start,
      target ? `*${name} stands inside of its own anchor` : `no anchor &${name} before this alias`,
    );
    return { value: undefined, start, count: 1 };
  }

  #sequence(start: number): YamlNode {
    const items: YamlNode[] = [];
    while (this.#peek()?.type !== EVENT_ID.POP) items.push(this.#node(start));
    this.#at++;
    return this.#counted({ value: items.map(({ value }) => value), start, items }, items);
  }

  #mapping(start: number): YamlNode {
    const own = new Map<string, { keyStart: number; node: YamlNode }>();
    const merged = new Map<string, { keyStart: number; node: YamlNode }>();
    while (this.#peek()?.type !== EVENT_ID.POP) {
      const { key, keyStart, keyEnd } = this.#key();
      const node = this.#node(keyEnd);
      if (key === undefined) continue;
      if (key === '<<') {
        for (const [name, entry] of this.#merge(node)) if (!merged.has(name)) merged.set(name, entry);
      } else if (own.has(key)) {
        this.#fault(keyStart, `"${key}" stands here twice: keep one of them`);
      } else own.set(key, { keyStart, node });
    }
    this.#at++;
    const entries = new Map([...own, ...[...merged].filter(([key]) => !own.has(key))]);
    const value = Object.fromEntries([...entries].map(([key, { node }]) => [key, node.value]));
    return this.#counted(
      { value, start, entries },
      [...entries.values()].map(({ node }) => node),
    );
  }

  #key(): { key: string | undefined; keyStart: number; keyEnd: number } {
    const event = this.#peek();
    if (event?.type === EVENT_ID.SCALAR && event.valueStart >= 0) {
      this.#at++;
      const key = getScalarValue(this.#source, event);
      const keyStart = quoteStart(event);
      if (key !== '__proto__') return { key, keyStart, keyEnd: event.valueEnd };
      this.#fault(keyStart, '"__proto__" cannot be a key');
      return { key: undefined, keyStart, keyEnd: event.valueEnd };
    }
    const { start } = this.#node(event ? Math.max(0, startOf(event)) : 0);
    this.#fault(start, 'a key must be text');
    return { key: undefined, keyStart: start, keyEnd: start };
  }

  /** `<<: *base` or `<<: [*a, *b]`: keys of the mapping itself win, then the first in the list. */
  #merge(node: YamlNode): [string, { keyStart: number; node: YamlNode }][] {
    const sources = node.items ?? [node];
    return sources.flatMap((source) => {
      if (source.entries) return [...source.entries];
      this.#fault(source.start, '"<<" takes a mapping or a list of mappings, by alias');
      return [];
    });
  }

  #counted(node: Omit<YamlNode, 'count'>, children: readonly YamlNode[]): YamlNode {
    const count = children.reduce((sum, child) => sum + child.count, 1);
    if (count <= MAX_NODES) return { ...node, count };
    this.#fault(node.start, 'the aliases below expand to too many nodes: use fewer of them');
    return { value: undefined, start: node.start, count: 1 };
  }

  #fault(offset: number, message: string): void {
    this.faults.push({ offset, message });
  }
}

/** The same node seen through an alias: everything in it is reported where the alias stands. */
function pinned(node: YamlNode, start: number): YamlNode {
  return {
    value: node.value,
    count: node.count,
    start,
    ...(node.items ? { items: node.items.map((item) => pinned(item, start)) } : {}),
    ...(node.entries
      ? {
          entries: new Map(
            [...node.entries].map(([key, entry]) => [
              key,
              { keyStart: start, node: pinned(entry.node, start) },
            ]),
          ),
        }
      : {}),
  };
}

/** A quoted scalar's range is its content; people look for the quote. */
function quoteStart(event: ScalarEvent): number {
  return event.style === 2 || event.style === 3 ? event.valueStart - 1 : event.valueStart;
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  return 'start' in event ? event.start : -1;
}
