package dev.callboard.cli;

import java.util.List;

/**
 * What a command answers.
 *
 * @param document a {@link Document} or a list of them: the JSON answer, and the table for people
 * @param exitCode of the process
 */
record Answer(Object document, int exitCode) {

    /** Nothing to say. */
    static Answer none() {
        return new Answer(new Document(), ExitCode.DONE);
    }

    static Answer of(Document document) {
        return new Answer(document, ExitCode.DONE);
    }

    static Answer of(List<Document> documents) {
        return new Answer(documents, ExitCode.DONE);
    }
}
