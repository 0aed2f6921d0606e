package dev.callboard.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.PinHash;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "kiosk", description = "Let visitors take a number at one touch, on a whole screen.")
final class Kiosk implements Command {
    @Option(names = "--make-pin", description = "Read a PIN from the input and print the setting that lets staff leave the kiosk by it.")
    private boolean makePin;

    @Override
    public Answer run(Session session) {
        if (makePin) {
            return Answer.of(new Document().with("setting", KnownSettings.KIOSK_PIN.key()).with("value",
                    PinHash.of(typed()).toString()));
        }
        session.faces().kiosk(session.choice());
        return Answer.none();
    }

    /** From a terminal without its being seen; never as an argument, which others could read. */
    private static String typed() {
        Console terminal = System.console();
        if (terminal != null && terminal.isTerminal()) {
            char[] pin = terminal.readPassword("PIN: ");
            return pin == null ? "" : new String(pin);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
