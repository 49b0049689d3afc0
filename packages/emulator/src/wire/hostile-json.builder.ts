import fc from 'fast-check';

/** Text of half characters too, as no well-formed text has them. */
const brokenText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => JSON.stringify(String.fromCharCode(...units)));

/** JSON, or half of it, nested so deep that a function which follows it runs out of stack. */
export const nestedJson = fc
  .tuple(
    fc.constantFrom(['[', ']', ''], ['{"a":', '}', '1'], ['[{"":', '}]', 'null']),
    fc.constantFrom(1, 3, 60, 70, 1000, 10_000, 100_000),
    fc.boolean(),
  )
  .map(([[open = '', close = '', inside = ''], levels, isWhole]) =>
    isWhole ? open.repeat(levels) + inside + close.repeat(levels) : open.repeat(levels),
  );

const oddities = [
  ...[
    'null',
    'true',
    'false',
    '0',
    '-0',
    '-1',
    '0.1',
    '1e999',
    '-1e999',
    '1e-999',
    '9'.repeat(400),
    '9007199254740993',
  ],
  ...['""', '" "', '"\\ud800"', '"\\udc00\\ud800"', '"\\u0000"', '"\\ufffe"', '"\\u2028"', '"__proto__"', '"${*}"'],
  ...['{}', '[]', '[[]]', '[null]', '[{}]', '[0,"",{}]', '{"__proto__":{"polluted":1}}', '{"__proto__":null}'],
  ...['{"toString":1,"valueOf":1}', '{"constructor":{"prototype":{"polluted":1}}}', '{"length":-1}', '{"toJSON":1}'],
  ...['{"then":{}}', '[{"Key":"__proto__","Value":"1"}]', '[{"Key":{"toString":1},"Value":1}]', '[[["Key"]]]'],
] as const;

/** Text that stands where a value should, and mostly is one. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddities) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)) },
  { weight: 1, arbitrary: brokenText },
  { weight: 1, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(30, 300, 30_000, 300_000).map((size) => `"${'x'.repeat(size)}"`) },
  { weight: 1, arbitrary: nestedJson },
);

/** Members of an object as text, so that some can stand there twice. */
export const objectOf = (members: fc.Arbitrary<readonly (readonly [name: string, value: string])[]>) =>
  members.map((pairs) => `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`);

/** JSON of a value in which something, somewhere, was replaced, removed or added. */
export const spoiled = (sound: unknown): fc.Arbitrary<string> =>
  fc
    .record({
      at: fc.nat({ max: placesIn(sound) }),
      by: fc.option(hostileValue, { nil: undefined }),
      added: fc.option(fc.constantFrom('__proto__', 'constructor', 'more', ''), { nil: undefined }),
    })
    .map(({ at, by, added }) => spoil(sound, at, by, added));

const placesIn = (value: unknown): number => JSON.stringify(value).split(/[,{[]/).length - 1;

const spoil = (sound: unknown, at: number, by: string | undefined, added: string | undefined): string => {
  let place = 0;
  const text = JSON.stringify(sound, (_, value: unknown) => {
    if (place++ !== at) return value;
    if (added !== undefined && typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return Object.fromEntries([...Object.entries(value), [added, mark]]);
    }
    return by === undefined ? undefined : mark;
  });
  return (text ?? '').replace(`"${mark}"`, () => by ?? 'null');
};

const mark = '<here>';

/** Text that was cut, or has something in it that does not belong there. */
export const damaged = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      text,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constantFrom('', ',', '}', '"', '\u0000', '\ufeff', '//', '\\'),
    )
    .map(([whole, share, put]) => {
      const at = Math.floor(whole.length * share);
      return put === '' ? whole.slice(0, at) : whole.slice(0, at) + put + whole.slice(at);
    });
