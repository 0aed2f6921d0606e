package dev.callboard.console.activity;

import java.util.List;
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

/** What the Activity screen asks of the shop. */
public record ActivityServices(AuditTrail trail, AuditExport export, Orders orders, OrderLists numbers) {
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    ActivitySnapshot read(ActivitySnapshot.Question question) {
        AuditTrail.Page page = trail.newest(query(question.text()), question.limit());
        return new ActivitySnapshot(question, page, numbers(page.rows()));
    }

    /** An order's number stands in no entry, its id does. */
    AuditQuery query(String text) {
        return AuditQuery.of(text).orElse(this::orderId);
    }

    private Optional<String> orderId(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(orders.idOf(text).toString());
        } catch (Refusal noSuchOrder) {
            return Optional.empty();
        }
    }

    private Map<String, Long> numbers(List<AuditRow> rows) {
        List<UUID> ids = rows.stream().filter(row -> row.subjectKind().equals("order"))
                .map(AuditRow::subjectId).filter(id -> id.matches(UUID_FORM)).distinct().map(UUID::fromString).toList();
        return numbers.numbers(ids).stream()
                .collect(Collectors.toMap(id -> id.uuid().toString(), Order.OrderId::number));
    }
}
