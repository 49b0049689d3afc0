const wildcards = /[*?]/;

/** Whether a value holds a wildcard; only `*` and `?` are wildcards. */
export const isGlob = (value: string): boolean => wildcards.test(value);

/** Whether a text matches a pattern in which `*` stands for any run of characters and `?` for one; case matters. */
export const matchesGlob = (pattern: string, text: string): boolean => {
  // Two pointers and one step back: linear in practice, and no regular expression that a pattern could blow up.
  const wanted = [...pattern];
  const given = [...text];
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < given.length; ) {
    if (wanted[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === given[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (wanted[at] === '*') at++;
  return at === wanted.length;
};
