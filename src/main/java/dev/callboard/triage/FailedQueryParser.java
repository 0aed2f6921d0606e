package dev.callboard.triage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.callboard.triage.FailedQuery.Flag;
import dev.callboard.triage.FailedQuery.NumberField;
import dev.callboard.triage.FailedQuery.TextField;
import dev.callboard.triage.QueryFault.Kind;

/**
 * Reads a query: words and {@code field:value} side by side all hold; {@code or} stands between what may hold either;
 * {@code -} means not; brackets group; quotes keep a text together. {@code or} binds weaker than standing side by side.
 */
public final class FailedQueryParser {
    private final List<QueryToken> tokens;
    private int at;

    private FailedQueryParser(List<QueryToken> tokens) {
        this.tokens = tokens;
    }

    /** @throws QueryFault where it cannot be read */
    public static FailedQuery parse(String typed) throws QueryFault {
        FailedQueryParser parser = new FailedQueryParser(QueryToken.of(typed));
        if (parser.tokens.isEmpty()) {
            return new FailedQuery.All();
        }
        FailedQuery query = parser.either();
        if (parser.at < parser.tokens.size()) {
            throw new QueryFault(Kind.BRACKET, ")");
        }
        return query;
    }

    private FailedQuery either() throws QueryFault {
        List<FailedQuery> queries = new ArrayList<>(List.of(together()));
        while (isNext(QueryToken.Kind.OR)) {
            at++;
            queries.add(together());
        }
        return queries.size() == 1 ? queries.getFirst() : new FailedQuery.Or(List.copyOf(queries));
    }

    private FailedQuery together() throws QueryFault {
        List<FailedQuery> queries = new ArrayList<>();
        while (at < tokens.size() && !isNext(QueryToken.Kind.OR) && !isNext(QueryToken.Kind.CLOSE)) {
            queries.add(one());
        }
        if (queries.isEmpty()) {
            throw new QueryFault(Kind.OPERAND, at < tokens.size() ? tokens.get(at).text() : tokens.getLast().text());
        }
        return queries.size() == 1 ? queries.getFirst() : new FailedQuery.And(List.copyOf(queries));
    }

    private FailedQuery one() throws QueryFault {
        QueryToken token = tokens.get(at++);
        return switch (token.kind()) {
            case NOT -> {
                if (at == tokens.size() || isNext(QueryToken.Kind.OR) || isNext(QueryToken.Kind.CLOSE)) {
                    throw new QueryFault(Kind.OPERAND, "-");
                }
                yield new FailedQuery.Not(one());
            }
            case OPEN -> {
                FailedQuery inside = either();
                if (!isNext(QueryToken.Kind.CLOSE)) {
                    throw new QueryFault(Kind.BRACKET, "(");
                }
                at++;
                yield inside;
            }
            case WORD -> new FailedQuery.Word(token.text());
            case FIELD -> field(token);
            case OR, CLOSE -> throw new QueryFault(Kind.OPERAND, token.text());
        };
    }

    private boolean isNext(QueryToken.Kind kind) {
        return at < tokens.size() && tokens.get(at).kind() == kind;
    }

    private static FailedQuery field(QueryToken token) throws QueryFault {
        String name = token.field().toUpperCase(Locale.ROOT);
        if (token.text().isEmpty()) {
            throw new QueryFault(Kind.VALUE, token.field() + ":");
        }
        for (TextField field : TextField.values()) {
            if (field.name().equals(name)) {
                return new FailedQuery.Text(field, token.text());
            }
        }
        for (NumberField field : NumberField.values()) {
            if (field.name().equals(name)) {
                return number(field, token);
            }
        }
        return switch (name) {
            case "FAILED" -> new FailedQuery.Failed(FailedTime.read(token.text())
                    .orElseThrow(() -> new QueryFault(Kind.TIME, token.field() + ":" + sign(token.text()))));
            case "IS" -> flag(token);
            default -> throw new QueryFault(Kind.UNKNOWN_FIELD, token.field() + ":");
        };
    }

    private static FailedQuery flag(QueryToken token) throws QueryFault {
        for (Flag flag : Flag.values()) {
            if (flag.name().equalsIgnoreCase(token.text())) {
                return new FailedQuery.Is(flag);
            }
        }
        throw new QueryFault(Kind.FLAG, token.field() + ":" + token.text());
    }

    private static FailedQuery number(NumberField field, QueryToken token) throws QueryFault {
        String text = token.text();
        String sign = sign(text);
        if (sign.isEmpty() && text.contains("..")) {
            String[] ends = text.split("\\.\\.", 2);
            return new FailedQuery.Number(field, value(field, token, ends[0]), true, value(field, token, ends[1]),
                    true);
        }
        BigDecimal value = value(field, token, text.substring(sign.length()));
        return switch (sign) {
            case ">" -> new FailedQuery.Number(field, value, false, null, false);
            case ">=" -> new FailedQuery.Number(field, value, true, null, false);
            case "<" -> new FailedQuery.Number(field, null, false, value, false);
            case "<=" -> new FailedQuery.Number(field, null, false, value, true);
            default -> new FailedQuery.Number(field, value, true, value, true);
        };
    }

    private static BigDecimal value(NumberField field, QueryToken token, String text) throws QueryFault {
        if (!text.matches(field == NumberField.STAKE ? "\\d{1,12}([.,]\\d{1,2})?" : "\\d{1,12}")) {
            throw new QueryFault(field == NumberField.STAKE ? Kind.AMOUNT : Kind.NUMBER,
                    token.field() + ":" + sign(token.text()));
        }
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String sign(String text) {
        for (String sign : List.of(">=", "<=", ">", "<")) {
            if (text.startsWith(sign)) {
                return sign;
            }
        }
        return "";
    }
}
