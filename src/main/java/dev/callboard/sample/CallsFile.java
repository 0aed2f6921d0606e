package dev.callboard.sample;

import java.util.List;

/**
 * What a log of calls says.
 *
 * @param waited every call that waited in a queue, in the order of the file
 * @param rejectedLines numbers of the lines that cannot be read, from 1
 */
record CallsFile(List<CallRecord> waited, List<Integer> rejectedLines) {}
