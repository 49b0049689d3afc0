import { expect, it } from 'vitest';
import { type Due, makeAgenda, schedule, takeDue } from './agenda.ts';

const creation = (id: string, at: number): Due => ({ kind: 'creation', id, at });

const orderOf = (...dues: readonly Due[]): readonly string[] => {
  const agenda = makeAgenda();
  for (const due of dues) schedule(agenda, due);
  return dues.map(() => takeDue(agenda, 10)?.id ?? 'nothing');
};

it('gives what is due first, whatever was put there first', () => {
  expect(orderOf(creation('late', 2), creation('early', 1))).toEqual(['early', 'late']);
});

it('gives what is due at one moment in one order, so that a world that was loaded goes on as the one it was taken of', () => {
  const [one, other] = [creation('car-a', 1), creation('car-b', 1)];
  expect(orderOf(one, other)).toEqual(orderOf(other, one));
});

it('gives nothing before its time', () => {
  const agenda = makeAgenda();
  schedule(agenda, creation('later', 11));
  expect([takeDue(agenda, 10), takeDue(agenda, 11)?.id]).toEqual([undefined, 'later']);
});
