/** The connection to Redis: addresses, one shared client, scripts by their SHA. */
package dev.callboard.redis;
