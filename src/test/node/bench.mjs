// BullMQ's half of the benchmark: reads one request per line, answers each with one line of JSON.
import { createInterface } from 'node:readline';
import Redis from 'ioredis';
import { Queue, Worker } from 'bullmq';

const port = Number(process.argv[2]);
const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
const queues = new Map();

function queueOf(name) {
  if (!queues.has(name)) {
    queues.set(name, new Queue(name, { connection }));
  }
  return queues.get(name);
}

const millisSince = start => Number(process.hrtime.bigint() - start) / 1e6;

async function inBulk(queue, count) {
  for (let from = 0; from < count; from += 1000) {
    await queue.addBulk(Array.from({ length: Math.min(1000, count - from) },
      (_, at) => ({ name: 'paint', data: { n: from + at } })));
  }
}

const redis = new Redis(connection);

const requests = {
  // Forgets all keys, and how long anything took.
  async begin() {
    await Promise.all([...queues.values()].map(queue => queue.close()));
    queues.clear();
    await redis.config('SET', 'appendonly', 'no');
    await redis.flushall();
    await redis.config('SET', 'slowlog-log-slower-than', '300');
    await redis.config('SET', 'slowlog-max-len', '1000');
    return { millis: 0 };
  },

  async forgetBlocks() {
    await redis.slowlog('RESET');
    return { millis: 0 };
  },

  // The longest time for which one command kept everybody waiting.
  async longestBlock() {
    const entries = await redis.slowlog('GET', 1000);
    return { millis: Math.max(0, ...entries.filter(entry => !/^(flushall|config)$/i.test(entry[3][0]))
      .map(entry => entry[2] / 1000)) };
  },

  async add({ queue, count, inFlight }) {
    const target = queueOf(queue);
    await target.waitUntilReady();
    const start = process.hrtime.bigint();
    let next = 0;
    await Promise.all(Array.from({ length: inFlight }, async () => {
      while (next < count) {
        await target.add('paint', { n: next++ });
      }
    }));
    return { millis: millisSince(start) };
  },

  async bulk({ queue, count }) {
    const target = queueOf(queue);
    await target.waitUntilReady();
    const start = process.hrtime.bigint();
    await inBulk(target, count);
    return { millis: millisSince(start) };
  },

  async work({ queue, count, concurrency }) {
    let done = 0;
    let finished;
    const all = new Promise(resolve => { finished = resolve; });
    const worker = new Worker(queue, async () => null, { connection, concurrency, autorun: false });
    worker.on('completed', () => { if (++done === count) { finished(); } });
    await worker.waitUntilReady();
    const start = process.hrtime.bigint();
    worker.run();
    await all;
    const millis = millisSince(start);
    await worker.close();
    return { millis };
  },

  async latency({ queue, count, perSecond }) {
    const target = queueOf(queue);
    const worker = new Worker(queue, async () => null, { connection, concurrency: 5 });
    await worker.waitUntilReady();
    const begun = new Map();
    const latencies = [];
    let finished;
    const all = new Promise(resolve => { finished = resolve; });
    worker.on('completed', job => {
      latencies.push(millisSince(begun.get(job.data.n)));
      if (latencies.length === count) { finished(); }
    });
    const start = process.hrtime.bigint();
    for (let n = 0; n < count; n++) {
      const pause = n * 1000 / perSecond - millisSince(start);
      if (pause > 0) { await new Promise(resolve => setTimeout(resolve, pause)); }
      begun.set(n, process.hrtime.bigint());
      target.add('paint', { n });
    }
    await all;
    await worker.close();
    latencies.sort((a, b) => a - b);
    return { median: latencies[count >> 1], p99: latencies[Math.floor(count * 0.99)] };
  },

  async retry({ queue }) {
    const target = queueOf(queue);
    await target.waitUntilReady();
    const start = process.hrtime.bigint();
    await target.retryJobs({ state: 'failed' });
    return { millis: millisSince(start) };
  },

  async page({ queue, offset, times }) {
    const target = queueOf(queue);
    await target.waitUntilReady();
    const start = process.hrtime.bigint();
    for (let n = 0; n < times; n++) {
      const jobs = await target.getJobs(['failed'], offset, offset + 99);
      if (jobs.length !== 100) { throw new Error(`${jobs.length} jobs on a page`); }
    }
    return { millis: millisSince(start) / times };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const request = JSON.parse(line);
    console.log(JSON.stringify(await requests[request.what](request)));
  } catch (failure) {
    console.log(JSON.stringify({ failure: String(failure.stack) }));
  }
}
await Promise.all([...queues.values()].map(queue => queue.close()));
process.exit(0);
