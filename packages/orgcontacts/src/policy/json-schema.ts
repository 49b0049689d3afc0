import { z } from 'zod';
import { policySchema } from './schema.ts';

/** The JSON Schema of the policy file, for editors; draft 7, which they understand best. */
export const renderJsonSchema = (): string => {
  const schema = z.toJSONSchema(policySchema, { target: 'draft-7', io: 'input' });
  const named = {
    ...schema,
    title: 'orgcontacts policy',
    description: 'Whom AWS calls, for which accounts of an organization.',
  };
  return `${JSON.stringify(named, undefined, 2)}\n`;
};
