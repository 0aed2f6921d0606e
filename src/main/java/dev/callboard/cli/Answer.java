package dev.callboard.cli;

import java.util.List;

/**
 * What a command answers.
 *
 * @param document a {@link Document} or a list of them: the JSON answer, and the table for people
 * @param exitCode of the process
 * @param complaint one line for people where the document stands for a failure, else null
 */
record Answer(Object document, int exitCode, String complaint) {

    /** Nothing to say. */
    static Answer none() {
        return of(new Document());
    }

    static Answer of(Document document) {
        return new Answer(document, ExitCode.DONE, null);
    }

    static Answer of(List<Document> documents) {
        return new Answer(documents, ExitCode.DONE, null);
    }

    /** A document that says in full what the complaint says in a line. */
    static Answer refused(Document document, String complaint) {
        return new Answer(document, ExitCode.REFUSED, complaint);
    }
}
