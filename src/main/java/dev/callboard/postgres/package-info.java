/** Connections to Postgres: addresses, the pool, transactions, migrations, and what its failures mean. */
package dev.callboard.postgres;
