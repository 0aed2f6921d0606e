package dev.callboard.jobs;

/**
 * What is looked for, in any case. Redis can fold ASCII only, so it looks for the longest ASCII part, and where that is
 * not all, each job it finds is looked at again.
 */
record Search(String text) {

    Search {
        text = JobReader.folded(text);
    }

    boolean isExact() {
        return text.chars().allMatch(Search::isAscii);
    }

    String asciiPart() {
        String longest = "";
        for (String part : text.split("[^\\x01-\\x7f]+")) {
            if (part.length() > longest.length()) {
                longest = part;
            }
        }
        return longest;
    }

    private static boolean isAscii(int letter) {
        return letter > 0 && letter < 128;
    }
}
