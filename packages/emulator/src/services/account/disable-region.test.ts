import { describe, expect, it } from 'vitest';
import { ids } from '../../world/worlds.builder.ts';
import { changing, regionScene, wrongStatus } from './regions.builder.ts';
import { worldWhere } from './settings.builder.ts';

const enabled = () =>
  regionScene({ world: worldWhere(ids.member, { regions: { 'af-south-1': { status: 'ENABLED' } } }) });

describe('DisableRegion', () => {
  it('answers 200 with an empty object, and is done fifty seconds later', async () => {
    const { clock, disable, statusOf, emulator } = enabled();
    expect(await disable('af-south-1')).toMatchObject({ status: 200, body: {} });
    clock.advance(49_999);
    expect(await statusOf('af-south-1')).toBe('DISABLING');
    clock.advance(1);
    expect(await statusOf('af-south-1')).toBe('DISABLED');
    expect(emulator.snapshot().accounts.some(({ regions }) => regions !== undefined)).toBe(false);
  });

  it('conflicts with a change of the same Region that is under way', async () => {
    const { enable, disable } = enabled();
    await disable('af-south-1');
    expect(await disable('af-south-1')).toMatchObject(changing(ids.member, 'af-south-1'));
    expect(await enable('af-south-1')).toMatchObject(changing(ids.member, 'af-south-1'));
  });

  it.each(['ap-east-1', 'us-east-1'])('refuses %s, which is disabled or always enabled', async (region) => {
    expect(await enabled().disable(region)).toMatchObject(wrongStatus);
  });

  it('is done at once where that is asked for', async () => {
    const { enable, disable, statusOf } = regionScene({ instant: true });
    await enable('af-south-1');
    await disable('af-south-1');
    expect(await statusOf('af-south-1')).toBe('DISABLED');
  });
});
