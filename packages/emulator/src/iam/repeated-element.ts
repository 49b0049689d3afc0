/** Finds an element that stands twice in one object of a JSON text, which IAM refuses (AWS docs: grammar of the IAM policy language). */
export const repeatedElement = (text: string): string | undefined => {
  const open: (Set<string> | undefined)[] = [];
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (name !== undefined) {
      const element = String(JSON.parse(name));
      if (open.at(-1)?.has(element)) return element;
      open.at(-1)?.add(element);
    }
  }
  return undefined;
};
