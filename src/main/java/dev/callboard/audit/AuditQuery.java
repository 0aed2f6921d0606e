package dev.callboard.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What entries are looked for: every term must be met. A word is found anywhere in an entry; {@code who:}, {@code what:},
 * {@code about:} and {@code why:} look in one field; a leading {@code -} means not.
 */
public record AuditQuery(List<Term> terms) {

    /** Where a term looks. */
    public enum Field {
        ANYWHERE, WHO, WHAT, ABOUT, WHY
    }

    /**
     * One term.
     *
     * @param texts of which one must be there, in lower case
     */
    public record Term(Field field, List<String> texts, boolean negated) {}

    /** Reads what a person typed; there is nothing that cannot be read. */
    public static AuditQuery of(String typed) {
        List<Term> terms = new ArrayList<>();
        for (String word : typed.strip().split("\\s+")) {
            boolean negated = word.startsWith("-") && word.length() > 1;
            String rest = (negated ? word.substring(1) : word).toLowerCase(Locale.ROOT);
            Field field = field(rest);
            String text = field == Field.ANYWHERE ? rest : rest.substring(rest.indexOf(':') + 1);
            if (!text.isEmpty()) {
                terms.add(new Term(field, List.of(text), negated));
            }
        }
        return new AuditQuery(List.copyOf(terms));
    }

    private static Field field(String word) {
        for (Field field : Field.values()) {
            if (word.startsWith(field.name().toLowerCase(Locale.ROOT) + ":") && field != Field.ANYWHERE) {
                return field;
            }
        }
        return Field.ANYWHERE;
    }

    /** The same, where each text may also be met by another: an order's number by its id. */
    public AuditQuery orElse(Function<String, Optional<String>> other) {
        return new AuditQuery(terms.stream().map(term -> {
            List<String> texts = new ArrayList<>(term.texts());
            term.texts().forEach(text -> other.apply(text).ifPresent(texts::add));
            return new Term(term.field(), List.copyOf(texts), term.negated());
        }).toList());
    }
}
