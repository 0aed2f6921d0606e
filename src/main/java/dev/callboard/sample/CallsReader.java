package dev.callboard.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.callboard.refusals.Refusal;

/**
 * Reads the log of a call centre as <em>Anonymous Bank</em> publishes it: 17 columns parted by tabs, a header, times
 * of day as {@code H:MM:SS} of which {@code 0:00:00} means that it did not happen. A line that cannot be read is
 * remembered by its number and passed over.
 */
final class CallsReader {
    private static final List<String> HEADER = List.of("vru+line", "call_id", "customer_id", "priority", "type", "date",
            "vru_entry", "vru_exit", "vru_time", "q_start", "q_exit", "q_time", "outcome", "ser_start", "ser_exit",
            "ser_time", "server");
    /** The mark that some editors put before UTF-8, in the alphabet that the file is read in. */
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final int TYPE = 4;
    private static final int DATE = 5;
    private static final int JOINED = 9;
    private static final int LEFT = 10;
    private static final int OUTCOME = 12;
    private static final int[] TIMES = {6, 7, JOINED, LEFT, 13, 14};
    private static final Set<String> OUTCOMES = Set.of("AGENT", "HANG", "PHANTOM");
    private static final Pattern KIND = Pattern.compile("[A-Za-z0-9_.-]{1,12}");
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970).appendPattern("MMdd").toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss")
            .withResolverStyle(ResolverStyle.STRICT);

    private CallsReader() {}

    /** @throws Refusal {@code invalid} where the file cannot be read at all, or is no such file by its header */
    static CallsFile read(Path file) {
        List<CallRecord> waited = new ArrayList<>();
        List<Integer> rejected = new ArrayList<>();
        // Every byte is a letter of this alphabet: a broken one spoils its line and not the file.
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            if (!isHeader(lines.readLine())) {
                throw Refusal.invalid("The file " + Refusal.shortened(file.toString())
                        + " is no log of calls: its first line is not " + String.join(" ", HEADER)
                        + ", parted by tabs.");
            }
            int number = 2;
            for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
                if (!line.isBlank()) {
                    take(number, line, waited, rejected);
                }
            }
        } catch (IOException failure) {
            throw Refusal.invalid("The file " + Refusal.shortened(file.toString()) + " cannot be read.");
        }
        return new CallsFile(List.copyOf(waited), List.copyOf(rejected));
    }

    private static boolean isHeader(String line) {
        return line != null
                && List.of(line.replace(BYTE_ORDER_MARK, "").strip().split("\t", -1)).equals(HEADER);
    }

    private static void take(int number, String line, List<CallRecord> waited, List<Integer> rejected) {
        try {
            call(number, line.split("\t", -1)).ifPresent(waited::add);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            rejected.add(number);
        }
    }

    private static Optional<CallRecord> call(int number, String[] columns) {
        if (columns.length != HEADER.size() || !KIND.matcher(columns[TYPE].strip()).matches()
                || !OUTCOMES.contains(columns[OUTCOME].strip())) {
            throw new IllegalArgumentException("not a call");
        }
        for (int column : TIMES) {
            time(columns[column]);
        }
        LocalDate day = LocalDate.parse(columns[DATE].strip(), DAY);
        LocalTime joined = time(columns[JOINED]);
        if (columns[OUTCOME].strip().equals("PHANTOM") || joined.equals(LocalTime.MIDNIGHT)) {
            return Optional.empty();
        }
        Duration wait = Duration.between(joined, time(columns[LEFT]));
        if (wait.isNegative()) {
            wait = wait.plusDays(1);
        }
        var joinedAt = day.atTime(joined).toInstant(ZoneOffset.UTC);
        return Optional.of(new CallRecord(number, columns[DATE].strip() + "/" + columns[TYPE].strip(), joinedAt,
                joinedAt.plus(wait), columns[OUTCOME].strip().equals("AGENT")));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.strip(), TIME);
    }
}
