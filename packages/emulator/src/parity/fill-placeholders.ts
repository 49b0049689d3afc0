/** Values by the names that placeholders give them. */
export type Names = Readonly<Record<string, unknown>>;

/** IAM's own variables, as `${aws:username}`, have a colon and are no placeholders. */
const placeholder = /\$\{([\w.]+)\}/g;
const whole = /^\$\{([\w.]+)\}$/;

/** Fills the placeholders of a value, wherever they are in it. A name that nobody gave a value is a mistake of the script. */
export const fillPlaceholders = (value: unknown, names: Names): unknown => {
  if (typeof value === 'string') return fillText(value, names);
  if (Array.isArray(value)) return value.map((item) => fillPlaceholders(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillPlaceholders(item, names)]));
};

/** The names of all placeholders in a value. */
export const namesIn = (value: unknown): readonly string[] => [
  ...new Set([...JSON.stringify(value).matchAll(placeholder)].map(([, name = '']) => name)),
];

const fillText = (text: string, names: Names): unknown => {
  const [, only] = whole.exec(text) ?? [];
  if (only !== undefined) return knownValue(only, names);
  return text.replaceAll(placeholder, (_, name: string) => String(knownValue(name, names)));
};

const knownValue = (name: string, names: Names): unknown => {
  if (Object.hasOwn(names, name)) return names[name];
  throw new Error(`Nothing is known for the placeholder \${${name}}; there is ${Object.keys(names).join(', ')}.`);
};
