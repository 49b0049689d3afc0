import { readYaml } from './read-yaml.ts';
import { type World, worldSchema } from './world-file.ts';
import { faultIn } from './world-invariants.ts';

/** A world read from a file, or what is wrong with it, where, in words. */
export type ParsedWorld =
  | { readonly kind: 'world'; readonly world: World }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Reads a world from JSON or YAML text. Never throws, and never loads a part. */
export const parseWorld = (text: string): ParsedWorld => {
  let raw: unknown;
  try {
    raw = readYaml(text);
  } catch (thrown) {
    return { kind: 'invalid', problems: [thrown instanceof Error ? thrown.message : String(thrown)] };
  }
  return checkWorld(raw);
};

/** Checks plain data to be a world. */
export const checkWorld = (raw: unknown): ParsedWorld => {
  const parsed = worldSchema.safeParse(raw);
  if (!parsed.success) {
    return {
      kind: 'invalid',
      problems: parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`),
    };
  }
  const problems = faultIn(parsed.data);
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'world', world: parsed.data };
};
