package dev.callboard.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One piece of a query.
 *
 * @param field the name before the colon, in the case typed; null where there is none
 * @param text the word or value without its quotes, or the sign itself
 */
record QueryToken(Kind kind, String field, String text) {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+):(.*)", Pattern.DOTALL);

    enum Kind {
        WORD, FIELD, OR, NOT, OPEN, CLOSE
    }

    static List<QueryToken> of(String typed) throws QueryFault {
        List<QueryToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < typed.length()) {
            char letter = typed.charAt(at);
            if (Character.isWhitespace(letter)) {
                at++;
            } else if (letter == '(' || letter == ')') {
                tokens.add(new QueryToken(letter == '(' ? Kind.OPEN : Kind.CLOSE, null, String.valueOf(letter)));
                at++;
            } else if (letter == '-') {
                tokens.add(new QueryToken(Kind.NOT, null, "-"));
                at++;
            } else {
                int end = endOfWord(typed, at);
                tokens.add(word(typed.substring(at, end)));
                at = end;
            }
        }
        return tokens;
    }

    /** Where the word ends that begins here: at a space or bracket outside quotes. */
    private static int endOfWord(String typed, int from) throws QueryFault {
        boolean quoted = false;
        int at = from;
        while (at < typed.length() && (quoted || !isEnd(typed.charAt(at)))) {
            if (typed.charAt(at) == '"') {
                quoted = !quoted;
            }
            at++;
        }
        if (quoted) {
            throw new QueryFault(QueryFault.Kind.QUOTE, typed.substring(from));
        }
        return at;
    }

    private static boolean isEnd(char letter) {
        return Character.isWhitespace(letter) || letter == '(' || letter == ')';
    }

    private static QueryToken word(String word) {
        if (word.equalsIgnoreCase("or")) {
            return new QueryToken(Kind.OR, null, word);
        }
        Matcher field = FIELD.matcher(word);
        return field.matches() ? new QueryToken(Kind.FIELD, field.group(1), field.group(2).replace("\"", ""))
                : new QueryToken(Kind.WORD, null, word.replace("\"", ""));
    }
}
