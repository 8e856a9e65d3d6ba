/** A line of the log for a person: time, level, what, and the facts as `name=value`. */
export function toLogText(line: string): string {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null) return line;
  const { time, level, msg, ...facts } = parsed as Readonly<Record<string, unknown>>;
  const said = Object.entries(facts).map(([name, value]) => `${name}=${valueText(value)}`);
  return `${[time, level, msg, ...said].map(valueText).join(' ')}\n`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
