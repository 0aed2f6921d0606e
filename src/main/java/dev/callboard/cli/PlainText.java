package dev.callboard.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes answers for people: an object as lines of names and values, a list of objects as a table. */
final class PlainText {
    private static final int WIDEST = 60;
    private static final String NOTHING = "-";

    private final boolean cut;

    /** @param cut true where a person's terminal has little room: long cells are cut, columns of nothing left out */
    PlainText(boolean cut) {
        this.cut = cut;
    }

    String of(Object answer) {
        return switch (answer) {
            case Document document -> lines(document.fields());
            case Collection<?> rows when rows.isEmpty() -> "(none)\n";
            case Collection<?> rows -> table(rows);
            default -> cell(answer) + "\n";
        };
    }

    private String lines(Map<String, Object> fields) {
        int width = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            if (value instanceof Collection<?> rows && rows.iterator().hasNext()
                    && rows.iterator().next() instanceof Document) {
                text.append(name).append(":\n").append(table(rows).indent(2));
            } else {
                text.append(name).append(" ".repeat(width - name.length() + 2))
                        .append(cell(value).replace("\n", "\n" + " ".repeat(width + 2))).append('\n');
            }
        });
        return text.toString();
    }

    private String table(Collection<?> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(fields(row).keySet()));
        if (cut) {
            names.removeIf(name -> rows.stream().allMatch(row -> cell(fields(row).get(name)).equals(NOTHING)));
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.copyOf(names));
        rows.forEach(row -> lines.add(names.stream().map(name -> inRow(cell(fields(row).get(name)))).toList()));
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            int index = column;
            widths.add(lines.stream().mapToInt(line -> line.get(index).length()).max().orElse(0));
        }
        return lines.stream().map(line -> line(line, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            text.append(cells.get(column)).append(" ".repeat(widths.get(column) - cells.get(column).length() + 2));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static Map<String, Object> fields(Object row) {
        return row instanceof Document document ? document.fields() : Map.of("", row);
    }

    private static String cell(Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Collection<?> items when items.isEmpty() -> NOTHING;
            case Document document -> document.fields().entrySet().stream()
                    .map(field -> field.getKey() + " " + cell(field.getValue())).collect(Collectors.joining(", "));
            case Map<?, ?> fields -> fields.entrySet().stream()
                    .map(field -> cell(field.getKey()) + " " + cell(field.getValue()))
                    .collect(Collectors.joining(", "));
            case Collection<?> items -> items.stream().map(PlainText::cell).collect(Collectors.joining("; "));
            default -> TerminalText.harmless(value.toString());
        };
    }

    /** A row is one line: on a terminal the first one as far as there is room, else all of them after one another. */
    private String inRow(String text) {
        if (!cut) {
            return text.lines().map(String::strip).collect(Collectors.joining(" "));
        }
        String line = text.lines().findFirst().orElse("").replace('\t', ' ');
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }
}
