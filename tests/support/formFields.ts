/** What a browser would send of the forms in a page, by name: hidden fields, what is typed, what is ticked and chosen. */
export function formFields(html: string): FormData {
  const data = new FormData();
  const elements =
    /<input(?<input>[^>]*)>|<select(?<select>[^>]*)>(?<options>.*?)<\/select>|<textarea(?<area>[^>]*)>(?<words>.*?)<\/textarea>/gs;
  for (const { groups = {} } of html.matchAll(elements)) {
    const attributes = groups['input'] ?? groups['select'] ?? groups['area'] ?? '';
    const name = attributeOf(attributes, 'name');
    if (name === undefined || name === '') continue;
    const value = valueOf(attributes, groups);
    if (value !== undefined) data.append(name, value);
  }
  return data;
}

function valueOf(attributes: string, { options, words }: Readonly<Record<string, string | undefined>>) {
  if (options !== undefined) {
    const all = [...options.matchAll(/<option([^>]*)>/g)].map(([, each = '']) => each);
    const chosen = all.find((each) => /\sselected\b/.test(each)) ?? all[0];
    return chosen === undefined ? undefined : attributeOf(chosen, 'value');
  }
  if (words !== undefined) return readable(words);
  const type = attributeOf(attributes, 'type');
  if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(attributes)) return undefined;
  return attributeOf(attributes, 'value') ?? '';
}

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : readable(found);
}

const readable = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
