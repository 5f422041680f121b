import { parentPort, workerData } from 'node:worker_threads';
import diff from 'fast-diff';

const begin = performance.now();
const all = diff(workerData.old, workerData.text);
parentPort?.postMessage({ all, time: performance.now() - begin });
