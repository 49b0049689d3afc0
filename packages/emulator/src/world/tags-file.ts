import { z } from 'zod';

/** Tags by their keys. A record of zod leaves out the key `__proto__`, which is as good as any other to AWS. */
export const tagsSchema = z
  .custom<Record<string, string>>()
  .superRefine((tags, context) => {
    const isMapping = typeof tags === 'object' && tags !== null && !Array.isArray(tags);
    if (!isMapping) return context.addIssue({ code: 'custom', message: 'tags are keys with their values' });
    for (const [key, value] of Object.entries(tags))
      if (typeof value !== 'string')
        context.addIssue({ code: 'custom', path: [key], message: 'the value of a tag is text: write it in quotes' });
  })
  .default({});
