package dev.callboard.cli;

/** What the process tells its caller. */
final class ExitCode {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int MALFORMED = 2;
    static final int UNAVAILABLE = 3;
    static final int NOT_PERMITTED = 4;
    /** Outside the contract: a fault of the program itself. */
    static final int FAULT = 70;

    private ExitCode() {}
}
