package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.triage.FailedQuery.Flag;
import dev.callboard.triage.FailedQuery.NumberField;
import dev.callboard.triage.FailedQuery.TextField;

class FailedQueryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:06:52Z");
    private static final UUID ORDER = UUID.fromString("5b0e7a86-4a2c-4c43-9c5a-0d5d3f1e2a11");
    private final FailedRow row = new FailedRow(new FailedJob("fulfill-order", "order-" + ORDER, "fulfill", 5,
            NOW.minus(Duration.ofMinutes(5)), "email: SMTP timeout after 10 s",
            new Order(new Order.OrderId(ORDER, 20811), "Niamh Gallagher", null, OrderState.FAILED,
                    NOW.minus(Duration.ofHours(1)), NOW, new BigDecimal("184.50"), 1, 1, 48213L,
                    NOW.minus(Duration.ofMinutes(5)), "SMTP", List.of()),
            false, false, "{\"mail\":\"(hidden) or not\"}"), "email: SMTP timeout after <n> s");
    private final QueryMoment moment = new QueryMoment(NOW, ZoneId.of("Europe/Berlin"),
            Set.of("email: SMTP timeout after <n> s"), Set.of(), Set.of(ORDER));

    @ParameterizedTest
    @Tag("A01")
    @CsvSource(delimiter = '|', value = {"| true", "smtp | true", "SMTP niamh | true", "SMTP label | false",
        "label or smtp | true", "-label | true", "-smtp | false", "20811 | true", "48213 | true",
        "\"timeout after\" | true", "\"after timeout\" | false", "error:smtp | true", "error:fulfill | false",
        "queue:fulfill | true", "name:fulfill | true", "step:e-mail | true", "step:invoice | false",
        "order:20811 | true", "order:>20811 | false", "order:20800..20811 | true", "customer:GALL | true",
        "attempts:5 | true", "attempts:<5 | false", "attempts:<=5 | true", "stake:>20 | true",
        "stake:>184,50 | false", "stake:>=184.5 | true", "stake:100..200 | true", "group:<n> | true",
        "is:claimed | true", "is:mine | false", "is:waited | true", "is:lost | false", "failed:today | true",
        "failed:yesterday | false", "failed:2026-11-20 | true", "failed:14:01 | true", "failed:>14:01 | false",
        "failed:>=14:01 | true", "failed:13:00..14:01 | true", "failed:<14:00 | false", "failed:<10m | true",
        "failed:>10m | false", "failed:1m..10m | true", "failed:<2026-11-20 | false",
        "label (smtp or error) | false", "(label or smtp) stake:>20 | true", "-(label or smtp) | false",
        "-(label or -smtp) | true", "\"(hidden) or\" | true", "a or b or smtp | true", "smtp label or niamh | true",
        "OR | fault"})
    void findsWhatIsMeant(String typed, String expected) {
        String found;
        try {
            found = String.valueOf(FailedQueryParser.parse(typed == null ? "" : typed).matches(row, moment));
        } catch (QueryFault fault) {
            found = "fault";
        }
        assertThat(found).as(typed).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"error:smtp stake:>twenty or st | AMOUNT | stake:>",
        "stake:1..x | AMOUNT | stake:",
        "order:abc | NUMBER | order:", "attempts:>1.5 | NUMBER | attempts:>", "failed:soon | TIME | failed:",
        "failed:>25:00 | TIME | failed:>", "failed:1h..today | TIME | failed:", "is:nice | FLAG | is:nice",
        "stak:>2 | UNKNOWN_FIELD | stak:", "error: | VALUE | error:", "(smtp | BRACKET | (", "smtp) | BRACKET | )",
        "smtp or | OPERAND | or", "or smtp | OPERAND | or", "() | OPERAND | )", "- | OPERAND | -",
        "-) | OPERAND | -", "say \"so | QUOTE | \"so"})
    void saysWhatItCannotRead(String typed, QueryFault.Kind kind, String near) {
        QueryFault fault = catchThrowableOfType(QueryFault.class, () -> FailedQueryParser.parse(typed));

        assertThat(fault).as(typed).isNotNull();
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.near()).isEqualTo(near);
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() throws QueryFault {
        Random random = new Random(20_261_120);
        for (int round = 0; round < 5_000; round++) {
            FailedQuery query = any(random, 4);
            assertThat(FailedQueryParser.parse(query.toString())).as(query.toString()).isEqualTo(query);
        }
    }

    @Test
    void anythingTypedIsReadOrRefusedAndNothingElse() {
        Random random = new Random(7);
        String letters = "ab :\"()-<>.=1or\t";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int letter = random.nextInt(16); letter > 0; letter--) {
                typed.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                FailedQueryParser.parse(typed.toString()).matches(row, moment);
            } catch (QueryFault fault) {
                assertThat(fault.near()).as(typed.toString()).isNotEmpty();
            }
        }
    }

    private static FailedQuery any(Random random, int depth) {
        int choice = random.nextInt(depth == 0 ? 5 : 8);
        return switch (choice) {
            case 0 -> new FailedQuery.Word(text(random));
            case 1 -> new FailedQuery.Text(TextField.values()[random.nextInt(TextField.values().length)], text(random));
            case 2 -> number(random);
            case 3 -> new FailedQuery.Failed(new FailedTime(
                    List.of("today", ">yesterday", "<2h", "13:00..14:30", "2026-11-20").get(random.nextInt(5))));
            case 4 -> new FailedQuery.Is(Flag.values()[random.nextInt(Flag.values().length)]);
            case 5 -> new FailedQuery.Not(any(random, depth - 1));
            case 6 -> new FailedQuery.And(several(random, depth));
            default -> new FailedQuery.Or(several(random, depth));
        };
    }

    private static FailedQuery number(Random random) {
        NumberField field = NumberField.values()[random.nextInt(NumberField.values().length)];
        BigDecimal low = BigDecimal.valueOf(random.nextInt(1_000));
        BigDecimal high = low.add(BigDecimal.valueOf(random.nextInt(3)));
        return switch (random.nextInt(4)) {
            case 0 -> new FailedQuery.Number(field, low, random.nextBoolean(), null, false);
            case 1 -> new FailedQuery.Number(field, null, false, high, random.nextBoolean());
            default -> new FailedQuery.Number(field, low, true, high, true);
        };
    }

    private static List<FailedQuery> several(Random random, int depth) {
        List<FailedQuery> queries = new ArrayList<>();
        for (int count = 2 + random.nextInt(3); count > 0; count--) {
            queries.add(any(random, depth - 1));
        }
        return List.copyOf(queries);
    }

    private static String text(Random random) {
        return List.of("smtp", "or", "a b", "-x", "(y)", "http://z", "50 %", "Łódź").get(random.nextInt(8));
    }
}
