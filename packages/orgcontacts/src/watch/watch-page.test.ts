import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { followedEvents } from '../events/followed-events.ts';

it('the rule that docs/watch.md shows names every event that is followed, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/watch.md', import.meta.url), 'utf8');
  const [, text = '{}'] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const rule: Readonly<Record<string, readonly string[]>> & {
    readonly detail?: { readonly eventName?: readonly string[] };
  } = JSON.parse(text);
  const distinct = (values: readonly string[]) => [...new Set(values)].toSorted();
  expect(distinct(rule.detail?.eventName ?? [])).toEqual(distinct(followedEvents.map(({ eventName }) => eventName)));
  expect(distinct(rule['source'] ?? [])).toEqual(distinct(followedEvents.map(({ source }) => source)));
  expect(distinct(rule['detail-type'] ?? [])).toEqual(distinct(followedEvents.map(({ detailType }) => detailType)));
});
