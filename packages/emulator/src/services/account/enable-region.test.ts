import { describe, expect, it } from 'vitest';
import { account } from '../../client.builder.ts';
import { createEmulator } from '../../create-emulator.ts';
import { optInRegions } from '../../world/region.ts';
import { seedWorld } from '../../world/seed-world.ts';
import { ids, makeClock } from '../../world/worlds.builder.ts';
import { denial, refused } from './contacts.builder.ts';
import { changing, regionScene, wrongStatus } from './regions.builder.ts';

const tooMany = refused(429, 'TooManyRequestsException', 'Too Many Requests');
const storedOf = ({ emulator }: ReturnType<typeof regionScene>) =>
  emulator.snapshot().accounts.find(({ id }) => id === ids.member)?.regions;

describe('EnableRegion', () => {
  it('answers 200 with an empty object, and is done two minutes later', async () => {
    const scene = regionScene();
    expect(await scene.enable('af-south-1')).toMatchObject({ status: 200, body: {} });
    scene.clock.advance(119_999);
    expect(await scene.statusOf('af-south-1')).toBe('ENABLING');
    expect(storedOf(scene)).toEqual({ 'af-south-1': { status: 'ENABLING', until: '2026-11-24T00:02:00.000Z' } });
    scene.clock.advance(1);
    expect(await scene.statusOf('af-south-1')).toBe('ENABLED');
    expect(storedOf(scene)).toEqual({ 'af-south-1': { status: 'ENABLED' } });
  });

  it('conflicts with a change of the same Region that is under way', async () => {
    const { enable, disable } = regionScene();
    await enable('af-south-1');
    expect(await enable('af-south-1')).toMatchObject(changing(ids.member, 'af-south-1'));
    expect(await disable('af-south-1')).toMatchObject(changing(ids.member, 'af-south-1'));
    expect(await enable('ap-east-1')).toMatchObject({ status: 200 });
  });

  it('is done at once where that is asked for', async () => {
    const { enable, statusOf } = regionScene({ instant: true });
    for (const region of optInRegions) expect(await enable(region)).toMatchObject({ status: 200 });
    expect(await statusOf('mx-central-1')).toBe('ENABLED');
  });

  it.each(['af-south-1', 'us-east-1'])('refuses %s, which is enabled', async (region) => {
    const { enable } = regionScene({ instant: true });
    if (region === 'af-south-1') await enable(region);
    expect(await enable(region)).toMatchObject(wrongStatus);
  });

  it('denies a spelling in capitals', async () => {
    expect(await regionScene().enable('AF-SOUTH-1')).toMatchObject(
      denial(ids.member, 'EnableRegion', ' (You specified an invalid target region.)'),
    );
  });

  it('refuses a name that no Region has', async () => {
    expect(await regionScene().enable('eu-nowhere-1')).toMatchObject({
      status: 400,
      body: { message: 'eu-nowhere-1 is not a valid region for opt-in or opt-out.' },
    });
  });

  it('changes six Regions of an account at once, and no seventh until one is done', async () => {
    const { clock, enable } = regionScene();
    for (const region of optInRegions.slice(0, 5)) expect(await enable(region)).toMatchObject({ status: 200 });
    clock.advance(60_000);
    expect(await enable('me-south-1')).toMatchObject({ status: 200 });
    expect(await enable('mx-central-1')).toMatchObject(tooMany);
    clock.advance(60_000);
    expect(await enable('mx-central-1')).toMatchObject({ status: 200 });
  });

  it('changes fifty Regions of an organization at once, and no more', async () => {
    const world = seedWorld(20, 1);
    const accounts = world.accounts.map(({ regions, ...rest }) => rest);
    const clock = makeClock();
    const emulator = createEmulator({ world: { ...world, accounts }, quotas: 'off', clock });
    const [management, ...others] = accounts;
    const begun = others
      .slice(0, 13)
      .flatMap(({ id }) => optInRegions.slice(0, 4).map((RegionName) => ({ AccountId: id, RegionName })));
    const client = account(emulator, String(management?.id));
    const statuses: number[] = [];
    for (const input of begun) statuses.push((await client.call('EnableRegion', input)).status);
    expect(statuses).toEqual([...Array(50).fill(200), 429, 429]);
    clock.advance(120_000);
    expect(await client.call('EnableRegion', begun[50])).toMatchObject({ status: 200 });
  });

  it('is about the named account', async () => {
    const { client, emulator } = regionScene({ instant: true }, ids.management);
    await client.call('EnableRegion', { RegionName: 'af-south-1', AccountId: ids.member });
    const changed = emulator.snapshot().accounts.filter(({ regions }) => regions !== undefined);
    expect(changed.map(({ id }) => id)).toEqual([ids.member]);
  });
});
