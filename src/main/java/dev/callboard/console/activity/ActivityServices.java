package dev.callboard.console.activity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.callboard.audit.AuditExport;
import dev.callboard.audit.AuditQuery;
import dev.callboard.audit.AuditRow;
import dev.callboard.audit.AuditTrail;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderLists;
import dev.callboard.orders.Orders;
import dev.callboard.refusals.Refusal;
import dev.callboard.tickets.TicketCodes;

/** What the Activity screen asks of the shop. */
public record ActivityServices(AuditTrail trail, AuditExport export, Orders orders, OrderLists numbers,
        TicketCodes codes) {
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String CODE_FORM = "[A-Z0-9]+-[0-9]{3,}";

    ActivitySnapshot read(ActivitySnapshot.Question question) {
        AuditTrail.Page page = trail.newest(query(question.text()), question.limit());
        return new ActivitySnapshot(question, page, numbers(page.rows()), codes(page.rows()));
    }

    /** An order's number and a ticket's code stand in no entry, their ids do. */
    AuditQuery query(String text) {
        return AuditQuery.of(text).orElse(this::subjectId);
    }

    private Optional<String> subjectId(String text) {
        try {
            if (text.matches("[0-9]{1,18}")) {
                return Optional.of(orders.idOf(text).toString());
            }
            String code = text.toUpperCase(Locale.ROOT);
            return code.matches(CODE_FORM) ? Optional.of(codes.idOf(code).toString()) : Optional.empty();
        } catch (Refusal noSuchSubject) {
            return Optional.empty();
        }
    }

    private Map<String, String> codes(List<AuditRow> rows) {
        return codes.of(ids(rows, "ticket")).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }

    private static List<UUID> ids(List<AuditRow> rows, String kind) {
        return rows.stream().filter(row -> row.subjectKind().equals(kind)).map(AuditRow::subjectId)
                .filter(id -> id.matches(UUID_FORM)).distinct().map(UUID::fromString).toList();
    }

    private Map<String, Long> numbers(List<AuditRow> rows) {
        return numbers.numbers(ids(rows, "order")).stream()
                .collect(Collectors.toMap(id -> id.uuid().toString(), Order.OrderId::number));
    }
}
