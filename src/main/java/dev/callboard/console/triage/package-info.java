/** Triage: jobs that failed for good; why, and what to do about them. */
package dev.callboard.console.triage;
