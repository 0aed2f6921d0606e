/** Bulk actions of Triage: asking for one, watching it, and what became of each job. */
package dev.callboard.console.triage.runs;
