package dev.callboard.cli;

import java.util.List;

/**
 * What a command answers.
 *
 * @param document a {@link Document} or a list of them: the JSON answer
 * @param shown the same for people; may leave out what a machine alone reads
 * @param exitCode of the process
 * @param complaint one line for people where the document stands for a failure, else null
 */
record Answer(Object document, Object shown, int exitCode, String complaint) {
    /** Nothing to say. */
    static Answer none() {
        return of(new Document());
    }

    static Answer of(Document document) {
        return of(document, document);
    }

    static Answer of(List<Document> documents) {
        return new Answer(documents, documents, ExitCode.DONE, null);
    }

    /** @param shown what people read instead of the document */
    static Answer of(Document document, Document shown) {
        return new Answer(document, shown, ExitCode.DONE, null);
    }

    /** A document that says in full what the complaint says in a line. */
    static Answer refused(Document document, String complaint) {
        return new Answer(document, document, ExitCode.REFUSED, complaint);
    }
}
