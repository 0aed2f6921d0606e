package dev.callboard.cli;

import java.io.PrintStream;

import dev.callboard.settings.Settings;

/** What one command may use; the shop is opened only for commands that ask for it. */
final class Session implements AutoCloseable {
    private final GlobalOptions options;
    private final ConnectionChoice choice;
    private final ShopOpener opener;
    private final PrintStream complaints;
    private ShopAccess shop;

    Session(GlobalOptions options, ConnectionChoice choice, ShopOpener opener, PrintStream complaints) {
        this.options = options;
        this.choice = choice;
        this.opener = opener;
        this.complaints = complaints;
    }

    GlobalOptions options() {
        return options;
    }

    ConnectionChoice choice() {
        return choice;
    }

    Settings settings() {
        return choice.settings();
    }

    synchronized ShopAccess shop() {
        if (shop == null) {
            shop = opener.open(choice);
        }
        return shop;
    }

    /** From here on the process, told to stop, waits for the end of this command, which looks whether to go on. */
    void letsEnd() {
        opener.goesOn();
    }

    /** Tells people, beside the answer, what goes on. */
    void say(String line) {
        complaints.println("callboard: " + TerminalText.oneLine(line));
    }

    /** Watches work on so many jobs. */
    BatchProgress progress(long all) {
        return new BatchProgress(opener::goesOn, complaints, all);
    }

    /** Runs the background duties on connections of their own. */
    WorkReport work(int concurrency, boolean drain) {
        return opener.work(choice, concurrency, drain);
    }

    /** Serves customers until the process is told to stop. */
    void serve(int port) {
        opener.serve(choice, port);
    }

    Faces faces() {
        return opener.faces();
    }

    @Override
    public synchronized void close() {
        if (shop != null) {
            shop.close();
        }
    }
}
