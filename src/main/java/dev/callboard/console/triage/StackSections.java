package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.List;

/** A stack trace in stretches of our own lines and of libraries', the longer of which are folded. */
final class StackSections {
    private static final int SHOWN_AT_TOP = 3;
    private static final int SHOWN_BETWEEN = 1;
    private static final int WORTH_FOLDING = 2;

    private StackSections() {}

    /** One stretch. @param folded true where only its length is said at first */
    record Section(boolean own, boolean folded, List<String> lines) {}

    /** The lines below the message, as they are told apart by where they come from. */
    static List<Section> of(String trace) {
        List<Section> sections = new ArrayList<>();
        List<String> frames = trace.lines().map(String::strip).filter(line -> line.startsWith("at ")).toList();
        int from = 0;
        while (from < frames.size()) {
            boolean own = isOwn(frames.get(from));
            int to = from + 1;
            while (to < frames.size() && isOwn(frames.get(to)) == own) {
                to++;
            }
            add(sections, own, frames.subList(from, to), from == 0 ? SHOWN_AT_TOP : SHOWN_BETWEEN);
            from = to;
        }
        return List.copyOf(sections);
    }

    private static void add(List<Section> sections, boolean own, List<String> lines, int shown) {
        if (own || lines.size() < shown + WORTH_FOLDING) {
            sections.add(new Section(own, false, List.copyOf(lines)));
        } else {
            sections.add(new Section(false, false, List.copyOf(lines.subList(0, shown))));
            sections.add(new Section(false, true, List.copyOf(lines.subList(shown, lines.size()))));
        }
    }

    /** What this shop's own programs are: not the platform, not what they were built with. */
    static boolean isOwn(String frame) {
        String at = frame.replaceFirst("^at (async )?(new )?", "");
        if (at.contains("node_modules") || at.contains("node:") || at.contains("(<anonymous>)")) {
            return false;
        }
        return !at.matches("(java|javax|jdk|sun|com\\.sun|org|io|com|net|reactor|kotlin|scala)\\..*");
    }

    /** A line as it stands in a narrow pane: without the file's name where it says nothing more. */
    static String brief(String frame) {
        return frame.replaceFirst("^at dev\\.callboard\\.", "at ").replaceAll("\\(\\w+\\.java:(\\d+)\\)", ":$1")
                .replaceFirst("\\((Native Method|Unknown Source)\\)", "");
    }
}
