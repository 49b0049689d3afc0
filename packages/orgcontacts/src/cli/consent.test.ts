import { expect, it } from 'vitest';
import { requireConsent } from './consent.ts';
import { anIo } from './io.builder.ts';

/** An io with somebody at the terminal who always answers the same. */
const answering = (answer: string) => {
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    return answer;
  };
  return { io: anIo({ ask }), questions };
};

it('needs no question after --yes', async () => {
  const { io, questions } = answering('no');
  await requireConsent(io, true, 3, 'write');
  expect(questions).toEqual([]);
});

it('goes on when the number of writes is typed', async () => {
  const { io, questions } = answering('3');
  await requireConsent(io, undefined, 3, 'put back');
  expect(questions).toEqual(['Type 3 to put back 3 contacts, anything else to leave everything as it is: ']);
});

it.each(['', 'y', 'yes', '2', '33', '3 ', '03', '3.0'])('changes nothing when the answer is "%s"', async (answer) => {
  const { io } = answering(answer);
  await expect(requireConsent(io, undefined, 3, 'write')).rejects.toMatchObject({
    reason: 'refused',
    message: 'Nothing was changed.',
  });
});

it('refuses where nobody can be asked, and says what to do', async () => {
  await expect(requireConsent(anIo(), false, 1, 'write')).rejects.toMatchObject({
    reason: 'refused',
    message: 'There is no terminal to ask at, and 1 write to make.',
    help: expect.stringContaining('--yes'),
  });
});
