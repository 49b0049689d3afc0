import { createRequire } from 'node:module';

/**
 * Reads JSON or YAML text; throws where it is neither. What looks like JSON is tried as JSON first: a world of 50,000 accounts takes a
 * fraction of a second so, and minutes as YAML. The YAML parser takes longer to load than most of the emulator, and is loaded when needed.
 */
export const readYaml = (text: string): unknown => {
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // Braces begin YAML too, and its parser says better what is wrong.
    }
  }
  // The types are those of the module that is named.
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  // YAML 1.2; account ids in quotes stay text.
  return parse(text);
};
