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

const writing = (count: number) => ({ count, verb: 'write', noun: 'contact' });

it('needs no question after --yes', async () => {
  const { io, questions } = answering('no');
  await requireConsent(io, true, writing(3));
  expect(questions).toEqual([]);
});

it('goes on when the number of writes is typed', async () => {
  const { io, questions } = answering('3');
  await requireConsent(io, undefined, { count: 3, verb: 'put back', noun: 'contact' });
  expect(questions).toEqual(['Type 3 to put back 3 contacts, anything else to leave everything as it is: ']);
});

it.each(['', 'y', 'yes', '2', '33', '3 ', '03', '3.0'])('changes nothing when the answer is "%s"', async (answer) => {
  const { io } = answering(answer);
  await expect(requireConsent(io, undefined, writing(3))).rejects.toMatchObject({
    reason: 'refused',
    message: 'Nothing was changed.',
  });
});

it('refuses where nobody can be asked, and says what to do', async () => {
  await expect(requireConsent(anIo(), false, writing(1))).rejects.toMatchObject({
    reason: 'refused',
    message: 'There is no terminal to ask at whether to write 1 contact.',
    help: expect.stringContaining('--yes'),
  });
});
