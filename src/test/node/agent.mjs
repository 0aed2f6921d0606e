// A party of real BullMQ for the tests: reads one request per line, answers each with one line of JSON.
// node agent.mjs <5|6> <port> [prefix of the queues' keys, where the port is that of a cluster's server]
//
// What its workers do with a job stands in the job's data: {failures: n} fails the first n attempts, {fatal: true} fails
// for good, {sleep: ms} takes its time, {firstSleep: ms} only at
// its first start.
import { createInterface } from 'node:readline';
import { Cluster } from 'ioredis';

const [major, port, prefix] = process.argv.slice(2);
const bullmq = await import(major === '5' ? 'bullmq5' : 'bullmq');
const server = { host: '127.0.0.1', port: Number(port) };
const there = prefix
  ? { prefix, connection: new Cluster([server], { redisOptions: { maxRetriesPerRequest: null } }) }
  : { connection: { ...server, maxRetriesPerRequest: null } };
const queues = new Map();
const workers = [];
const done = [];
const heard = [];
const listeners = [];
const takers = new Map();
const taken = new Map();

function queueOf(name) {
  if (!queues.has(name)) {
    queues.set(name, new bullmq.Queue(name, there));
  }
  return queues.get(name);
}

async function process_(job) {
  if (job.data.firstSleep && job.attemptsStarted <= 1) {
    await new Promise(resolve => setTimeout(resolve, job.data.firstSleep));
  }
  if (job.data.sleep) {
    await new Promise(resolve => setTimeout(resolve, job.data.sleep));
  }
  if (job.data.fatal) {
    throw new bullmq.UnrecoverableError('fatal');
  }
  if (job.attemptsMade < (job.data.failures ?? 0)) {
    throw new Error(`boom ${job.attemptsMade + 1}`);
  }
  done.push(job.id);
  return { by: major, children: Object.keys(await childrenOf(job)).length };
}

const childrenOf = job => job.data.isParent ? job.getChildrenValues() : {};

const requests = {
  add: async ({ queue, jobs }) => (await queueOf(queue).addBulk(jobs)).map(job => job.id),
  addOne: async ({ queue, name, data, opts }) => (await queueOf(queue).add(name, data, opts)).id,
  async work({ queue, options }) {
    const worker = new bullmq.Worker(queue, process_, { ...there, concurrency: 10, ...options });
    worker.on('error', failure => console.error(String(failure)));
    workers.push(worker);
    await worker.waitUntilReady();
    return 'working';
  },
  async listen({ queue }) {
    const events = new bullmq.QueueEvents(queue, there);
    for (const kind of ['added', 'waiting', 'active', 'completed', 'failed', 'delayed', 'stalled', 'removed', 'paused',
      'resumed', 'drained', 'retries-exhausted', 'deduplicated', 'waiting-children']) {
      events.on(kind, fields => heard.push({ kind, ...fields }));
    }
    events.on('error', failure => heard.push({ kind: 'error', failure: String(failure) }));
    listeners.push(events);
    await events.waitUntilReady();
    return 'listening';
  },
  heard: async () => heard,
  done: async () => done,
  flow: async ({ tree }) => (await new bullmq.FlowProducer(there).add(tree)).job.id,
  pause: async ({ queue }) => { await queueOf(queue).pause(); return 'paused'; },
  resume: async ({ queue }) => { await queueOf(queue).resume(); return 'resumed'; },
  counts: async ({ queue }) => queueOf(queue).getJobCounts(),
  workers: async ({ queue }) => (await queueOf(queue).getWorkers()).map(worker => worker.name),
  async job({ queue, id }) {
    const job = await queueOf(queue).getJob(id);
    return job ? { ...job.toJSON(), state: await job.getState() } : null;
  },
  retry: async ({ queue, id }) => { await (await queueOf(queue).getJob(id)).retry(); return 'retried'; },
  schedule: async ({ queue, id, every }) => (await queueOf(queue).upsertJobScheduler(id, { every }, { name: 'tick' })).id,
  metrics: async ({ queue, kind }) => queueOf(queue).getMetrics(kind),
  // one step of a worker at a time
  async take({ queue, options }) {
    if (!takers.has(queue)) {
      takers.set(queue, new bullmq.Worker(queue, null, { ...there, name: 'w', ...options }));
    }
    const job = await takers.get(queue).getNextJob('a-token', { block: false });
    if (job) { taken.set(`${queue}:${job.id}`, job); }
    return job ? job.id : null;
  },
  complete: async ({ queue, id, value, andNext }) => { await taken.get(`${queue}:${id}`).moveToCompleted(value, 'a-token', andNext); return id; },
  async fail({ queue, id, reason, fatal }) {
    const failure = fatal ? new bullmq.UnrecoverableError(reason) : new Error(reason);
    await taken.get(`${queue}:${id}`).moveToFailed(failure, 'a-token', false);
    return id;
  },
  async giveBack({ queue, id, delay }) {
    const job = taken.get(`${queue}:${id}`);
    await (delay ? job.moveToDelayed(Date.now() + delay, 'a-token') : job.moveToWait('a-token'));
    return id;
  },
  sweep: async ({ queue }) => { await takers.get(queue).moveStalledJobsToWait(); return 'swept'; },
  // one step of an operator at a time
  async act({ queue, id, what: _, step, args }) {
    const target = id ? await queueOf(queue).getJob(id) : queueOf(queue);
    await target[step](...(args ?? []));
    return step;
  },
  stop: async () => { await Promise.all(workers.splice(0).map(worker => worker.close())); return 'stopped'; },
};

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const request = JSON.parse(line);
    console.log(JSON.stringify({ answer: await requests[request.what](request) }));
  } catch (failure) {
    console.log(JSON.stringify({ failure: String(failure.stack) }));
  }
}
process.exit(0);
