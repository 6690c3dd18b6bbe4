/**
 * The line on which a part of a JSON text stands: `["scales", 0, "items"]`. Parts that are not there count as their
 * nearest holder. The text must be JSON.
 */
export function lineInJson(text: string, path: readonly PropertyKey[]): number {
  const walk = new Walk(text);
  walk.find(path);
  return text.slice(0, walk.at).split('\n').length;
}

class Walk {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  find(path: readonly PropertyKey[]): boolean {
    this.#blank();
    const found = this.at;
    const [step, ...rest] = path;
    if (step === undefined) return true;
    const close = this.#text[this.at] === '{' ? '}' : this.#text[this.at] === '[' ? ']' : undefined;
    if (close === undefined) return false;
    this.at++;
    for (let index = 0; ; index++) {
      this.#blank();
      if (this.#text[this.at] === close) break;
      let key: PropertyKey = index;
      const start = this.at;
      if (close === '}') {
        key = JSON.parse(this.#string()) as string;
        this.#blank();
        this.at++;
      }
      if (key === step) {
        const inside = this.at;
        if (this.find(rest) || rest.length > 0) {
          if (rest.length === 0) this.at = start;
          return true;
        }
        this.at = inside;
      }
      this.#value();
      this.#blank();
      if (this.#text[this.at] === ',') this.at++;
    }
    this.at = found;
    return false;
  }

  #blank(): void {
    while (/\s/.test(this.#text[this.at] ?? '')) this.at++;
  }

  #string(): string {
    const start = this.at++;
    while (this.#text[this.at] !== '"') this.at += this.#text[this.at] === '\\' ? 2 : 1;
    this.at++;
    return this.#text.slice(start, this.at);
  }

  /** Steps over one value. */
  #value(): void {
    this.#blank();
    const first = this.#text[this.at];
    if (first === '"') {
      this.#string();
      return;
    }
    if (first !== '{' && first !== '[') {
      while (!/[\s,\]}]/.test(this.#text[this.at] ?? ',')) this.at++;
      return;
    }
    for (let depth = 0; ;) {
      const sign = this.#text[this.at];
      if (sign === '"') this.#string();
      else this.at++;
      if (sign === '{' || sign === '[') depth++;
      if ((sign === '}' || sign === ']') && --depth === 0) return;
    }
  }
}
