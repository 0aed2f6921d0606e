package dev.callboard.cli;

/** One command: its fields are its arguments, filled in before it is run. */
interface Command {

    /**
     * Does the work.
     *
     * @throws dev.callboard.refusals.Refusal where a rule says no
     */
    Answer run(Session session);
}
