package dev.callboard.board;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.parts.OnPath;

/** Speaks by whichever voice command this machine has; where it has none, nobody speaks. */
public final class SystemVoice implements Voice {
    private static final Logger LOG = LoggerFactory.getLogger(SystemVoice.class);
    /** Longer than any announcement: a command that still runs then hangs. */
    private static final long LONGEST_SECONDS = 30;
    /** Each speaks its last argument and ends when it has said it; {lang} is a language code. */
    private static final List<List<String>> COMMANDS = List.of(List.of("say"),
            List.of("spd-say", "--wait", "-l", "{lang}"), List.of("espeak-ng", "-v", "{lang}"),
            List.of("espeak", "-v", "{lang}"));

    private final List<String> command;

    private SystemVoice(List<String> command) {
        this.command = command;
    }

    /** The first voice command found on the path. */
    public static Optional<Voice> find(Locale language) {
        OnPath programs = OnPath.ofThisMachine();
        return COMMANDS.stream().filter(command -> programs.has(command.getFirst())).findFirst()
                .map(command -> new SystemVoice(
                        command.stream().map(word -> word.replace("{lang}", language.getLanguage())).toList()));
    }

    @Override
    public boolean say(String words) {
        List<String> line = new ArrayList<>(command);
        line.add(words);
        try {
            Process process = new ProcessBuilder(line).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                LOG.warn("The voice command {} hangs.", command.getFirst());
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException failure) {
            LOG.warn("The voice command {} does not run: {}", command.getFirst(), failure.getMessage());
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
