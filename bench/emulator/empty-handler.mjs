// What node:http can do at best: a server that does nothing.
import { createServer } from 'node:http';

const server = createServer((_, response) => response.end());
server.listen(0, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
