/**
 * Formatters of the platform, made once for each language and way: making one takes fifty times as long as using it, and
 * a list writes hundreds of days and numbers.
 */
export function dateFormatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, tag, options, () => new Intl.DateTimeFormat(tag, options));
}

export function numberFormatter(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, tag, options, () => new Intl.NumberFormat(tag, options));
}

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

function kept<Formatter>(
  known: Map<string, Formatter>,
  tag: string,
  options: object,
  make: () => Formatter,
): Formatter {
  const key = tag + JSON.stringify(options);
  let formatter = known.get(key);
  if (!formatter) known.set(key, (formatter = make()));
  return formatter;
}
