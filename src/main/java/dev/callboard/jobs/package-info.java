/**
 * Background jobs in Redis, in the format that BullMQ writes: producer, worker, reader and administration.
 *
 * <p>A queue is shared with Node services, so every step is one script that leaves the keys, the markers and the
 * event stream as BullMQ would. Nothing here knows what a job is about.
 */
package dev.callboard.jobs;
