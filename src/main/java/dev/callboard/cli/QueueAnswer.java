package dev.callboard.cli;

import dev.callboard.tickets.Queue;

/** How a queue is answered. */
final class QueueAnswer {
    private QueueAnswer() {}

    static Document of(Queue queue) {
        return new Document().with("code", queue.code()).with("name", queue.name()).with("state", queue.state())
                .with("waiting", queue.waiting()).with("called", queue.called()).with("serving", queue.serving())
                .with("held", queue.held()).with("reason", queue.reason());
    }
}
