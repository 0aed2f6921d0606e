/**
 * The servers that need no installing: a real Postgres and a real Redis of one data folder, unpacked from Maven
 * artefacts, started detached, shared by every process of the folder and stopped by the last.
 */
package dev.callboard.embedded;
